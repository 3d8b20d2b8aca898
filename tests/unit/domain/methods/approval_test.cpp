#include "domain/methods/approval.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "unit/domain/methods/real_ballots.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const approval_rules rules{};

TEST(Approval, NoItemOrEveryItemMayBeApproved) {
    EXPECT_TRUE(check(rules, 0));
    EXPECT_TRUE(check(rules, 3, approval_ballot{}));
    EXPECT_TRUE(check(rules, 3, approval_ballot{{2, 0, 1}}));
}

TEST(Approval, AnItemThatIsUnknownOrNamedTwiceIsRefused) {
    const auto why = [](approval_ballot ballot) { return check(rules, 3, ballot).error(); };
    EXPECT_EQ(why({{3}}), refusal::unknown_item);
    EXPECT_EQ(why({{-1}}), refusal::unknown_item);
    EXPECT_EQ(why({{1, 0, 1}}), refusal::item_named_twice);
}

// The capital of Tennessee, the example of many textbooks: 42 Memphis, 26 Nashville, 15 Chattanooga, 17 Knoxville, and
// each approves of its nearest two.
TEST(Approval, NashvilleIsTheCapitalIfEachApprovesOfTheNearestTwo) {
    enum : int { memphis, nashville, chattanooga, knoxville };
    std::vector<approval_ballot> ballots(42, {{memphis, nashville}});
    ballots.insert(ballots.end(), 26, {{nashville, chattanooga}});
    ballots.insert(ballots.end(), 15, {{chattanooga, knoxville}});
    ballots.insert(ballots.end(), 17, {{knoxville, chattanooga}});
    const auto result = tally(rules, 4, ballots);
    EXPECT_EQ(result.rows, (std::vector<approval_result::row>{{42}, {68}, {58}, {32}}));
    EXPECT_EQ(tally(rules, 4, shuffled(ballots)), result);
}

TEST(Approval, ABallotWithoutApprovalIsAnAbstention) {
    const std::vector<approval_ballot> ballots{{{1}}, {}, {{1, 0}}};
    const auto result = tally(rules, 2, ballots);
    EXPECT_EQ(result.rows, (std::vector<approval_result::row>{{1}, {2}}));
    EXPECT_EQ(result.ballots, 3);
    EXPECT_EQ(result.abstentions, 1);
}

TEST(Approval, WithoutABallotEveryRowIsThere) {
    EXPECT_EQ(tally(rules, 2, {}).rows, (std::vector<approval_result::row>{{0}, {0}}));
}

/// Who approved of which wish, put together per person from the lists per wish.
struct survey {
    std::vector<std::string> wishes;
    std::map<std::string, approval_ballot> ballots;

    survey() {
        const auto list = real_json("wikimedia-wishlist-2020/wishlist-2020.json");
        for (const auto& wish : list.at("proposals")) {
            if (wish.at("voters").is_null()) continue;
            for (const std::string voter : wish.at("voters"))
                ballots[voter].approved.push_back(static_cast<int>(wishes.size()));
            wishes.push_back(wish.at("title"));
        }
    }
    [[nodiscard]] std::vector<approval_ballot> all() const {
        std::vector<approval_ballot> found;
        for (const auto& [voter, ballot] : ballots) found.push_back(ballot);
        return found;
    }
};

TEST(Approval, CountsTheWishesOfWikimediaAsTheyWereCast) {
    const survey survey;
    const auto expected = real_json("wikimedia-wishlist-2020/expected.json");
    const auto ballots = survey.all();
    const int items = static_cast<int>(survey.wishes.size());
    for (const auto& ballot : ballots) ASSERT_TRUE(check(rules, items, ballot));
    const auto result = tally(rules, items, ballots);
    EXPECT_EQ(items, expected.at("options"));
    EXPECT_EQ(result.ballots, expected.at("voters"));
    std::map<int, int> times;
    int approvals = 0;
    for (const auto& row : result.rows) {
        ++times[row.approvals];
        approvals += row.approvals;
    }
    EXPECT_EQ(approvals, expected.at("approvals"));
    std::map<std::string, int> ties;
    for (const auto& [count, wishes] : times)
        if (wishes > 1) ties[std::to_string(count)] = wishes;
    EXPECT_EQ(ties, (expected.at("ties").get<std::map<std::string, int>>()));
    EXPECT_EQ(ties.size(), 20u);
}

TEST(Approval, EachWishOfWikimediaHasItsApprovals) {
    const survey survey;
    const auto result = tally(rules, static_cast<int>(survey.wishes.size()), survey.all());
    std::multiset<std::pair<int, std::string>> counted, expected;
    for (std::size_t wish = 0; wish < survey.wishes.size(); ++wish) {
        const auto& title = survey.wishes[wish];
        counted.insert({result.rows[wish].approvals, title.substr(title.find_first_not_of('"'), 5)});
    }
    auto file = real_ballots("wikimedia-wishlist-2020/expected-approvals.csv");
    std::string line;
    for (std::getline(file, line); std::getline(file, line);) {
        const auto comma = line.find(','), title = line.find_first_not_of("\",", line.find(',', comma + 1));
        expected.insert({std::stoi(line.substr(comma + 1)), line.substr(title, 5)});
    }
    EXPECT_EQ(expected.size(), 72u);
    EXPECT_EQ(counted, expected);
}

}  // namespace
}  // namespace klartext::domain
