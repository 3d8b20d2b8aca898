#include "unit/minutes/minutes_of_votes.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A vote that is asked twice. The first round is over.
struct MinutesOfSecondRounds : MinutesOfVotes {
    void vote_twice(const method_rules& rules, std::uint8_t ballots_at_first, const domain::ballot& first) {
        start_with({vote("vote", rules, {"Parks", "Bänke"}),
                    {{"again"},
                     "Noch einmal",
                     "",
                     std::nullopt,
                     vote_plan{rules, item_source{{"vote"}, item_source::kind::items}}}});
        open("vote");
        for (std::uint8_t n = 1; n <= ballots_at_first; ++n) cast(n, first);
        close("vote");
        open("again");
    }
    void cast_again(const domain::ballot& ballot) {
        for (std::uint8_t n = 1; n <= 5; ++n)
            does(cast_ballot{{"again"}, stamp_nr(static_cast<std::uint8_t>(100 + n)), 1, ballot});
        close("again");
    }
    template <class Result>
    [[nodiscard]] Result again(std::size_t number) const {
        return std::get<Result>(in_minutes(1).items.at(number).result);
    }
};

TEST_F(MinutesOfSecondRounds, ShowWhatTheFirstOneWas) {
    vote_twice(rating_rules{}, 5, rating_ballot{{{0, 1}}, {}});
    EXPECT_TRUE(std::holds_alternative<std::monostate>(in_minutes(1).items.at(0).result)) << "still running";
    cast_again(rating_ballot{{{0, 5}}, {}});
    EXPECT_THAT(again<protocol::rated>(0).steps, ElementsAre(0, 0, 0, 0, 5));
    EXPECT_THAT(again<protocol::rated>(0).before, ElementsAre(5, 0, 0, 0, 0));
}

TEST_F(MinutesOfSecondRounds, ShowNothingOfAFirstOneThatIsWithheld) {
    vote_twice(rating_rules{}, 4, rating_ballot{{{0, 1}}, {}});
    cast_again(rating_ballot{{{0, 5}}, {}});
    EXPECT_THAT(again<protocol::rated>(0).steps, ElementsAre(0, 0, 0, 0, 5));
    EXPECT_THAT(again<protocol::rated>(0).before, IsEmpty());
}

TEST_F(MinutesOfSecondRounds, OfResistanceShowWhatItWas) {
    vote_twice(consensing_rules{.highest = 2}, 5, consensing_ballot{{{0, 2}}, {{0, "zu laut"}}});
    cast_again(consensing_ballot{{{0, 1}}, {}});
    EXPECT_THAT(again<protocol::resisted>(0).before, ElementsAre(0, 0, 5));
    EXPECT_THAT(again<protocol::resisted>(0).objections, IsEmpty()) << "those of this round";
}

TEST_F(MinutesOfSecondRounds, OfCriteriaShowWhatTheyWere) {
    vote_twice(multi_criteria_rules{.criteria = {{"A"}, {"B"}}}, 5, multi_criteria_ballot{{{0, {{0, 1}, {1, 3}}}}, {}});
    cast_again(multi_criteria_ballot{{{0, {{0, 5}, {1, 5}}}}, {}});
    EXPECT_THAT(again<protocol::weighed>(0).criteria.at(1).before, ElementsAre(0, 0, 5, 0, 0));
    EXPECT_EQ(again<protocol::weighed>(0).total_before, 2);
}

TEST_F(MinutesOfSecondRounds, OfEstimatesShowTheMiddleOne) {
    vote_twice(estimate_rules{}, 5, estimate_ballot{{{0, 7.0}}});
    cast_again(estimate_ballot{{{0, 9.0}}});
    EXPECT_EQ(again<protocol::estimated>(0).median, 9);
    EXPECT_EQ(again<protocol::estimated>(0).median_before, 7);
}

}  // namespace
}  // namespace klartext::minutes::testing
