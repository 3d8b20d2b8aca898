#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include "live/rows.hpp"
#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

using namespace domain;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const std::string written = "<marker: ein Brunnen>";

/// A session with one open vote in a file, played by commands.
class TextsInAFile : public SessionStoreTest {
protected:
    TextsInAFile() {
        state.head.phase = session_phase::running;
        auto& vote = state.agenda.emplace_back();
        vote.planned = {
            {"wahl"},
            "Wahl",
            "",
            std::nullopt,
            vote_plan{multiple_choice_rules{.least = 0, .most = 0, .other = true}, std::vector<std::string>{"A", "B"}}};
        vote.phase = phase::open;
        vote.items = {"A", "B"};
        session = made({state, {}, live::session_keys{}});
        writer.emplace(files.place(session), codec);
        for (std::uint8_t n = 1; n <= 5; ++n) give(ballot_of(n));
    }

    static cast_ballot ballot_of(std::uint8_t n) {
        return {{"wahl"}, {.bytes = {n}}, 1, multiple_choice_ballot{{0}, n == 1 ? written : "Linden"}};
    }
    void give(const command& wanted) {
        const auto decided = decide(state, wanted, {minute{std::chrono::minutes{29'000'000}}, std::chrono::seconds{1}});
        ASSERT_TRUE(decided);
        for (const auto& each : *decided) apply(state, each);
        final_rows rows;
        rows.absorb(live::rows_for(state, *decided));
        writer->write(rows);
    }
    /// What each row of a table holds, through the codec.
    std::vector<std::string> contents(const std::string& table) {
        SQLite::Database database(files.place(session).content.string());
        SQLite::Statement rows(database, "SELECT content FROM " + table);
        std::vector<std::string> found;
        while (rows.executeStep()) found.push_back(codec.open(rows.getColumn(0).getString()));
        return found;
    }
    std::optional<tally_result> stored_result() const {
        const auto loaded = files.load_now(session).value();
        return published_result(loaded.state, loaded.state.agenda.front());
    }
    bool in_the_files() {
        writer->checkpoint();
        EXPECT_TRUE(writer->empty_log());
        return bytes_of(files.place(session).content).find(written) != std::string::npos;
    }

    session_state state;
    session_id session;
    std::optional<session_writer> writer;
};

using AnonymityRule9TextsInAFile = TextsInAFile;

TEST_F(AnonymityRule9TextsInAFile, NoRowOfABallotHoldsATextOnceTheRoundIsClosed) {
    EXPECT_THAT(contents("ballot"), ::testing::Contains(HasSubstr(written))) << "the test sees it where it is";
    give(close_activity{{"wahl"}});
    EXPECT_THAT(contents("ballot"), SizeIs(5));
    EXPECT_THAT(contents("ballot"), Each(Not(HasSubstr(written))));
    EXPECT_THAT(contents("ballot"), Each(contents("ballot").front())) << "nor whether there was one";
    EXPECT_THAT(contents("activity"), Each(HasSubstr(written)));
}

TEST_F(TextsInAFile, TheResultIsTheSameAfterARestart) {
    give(close_activity{{"wahl"}});
    const auto before = published_result(state, state.agenda.front());
    ASSERT_TRUE(before);
    EXPECT_EQ(stored_result(), before);
    EXPECT_EQ(files.load_now(session)->state.agenda, state.agenda);
}

TEST_F(TextsInAFile, ARemovedTextIsInNoFile) {
    give(close_activity{{"wahl"}});
    ASSERT_TRUE(in_the_files());
    give(remove_text{{"wahl"}, {std::nullopt, written}});
    EXPECT_FALSE(in_the_files());
    EXPECT_EQ(files.load_now(session)->state.agenda.front().texts.removed, 1);
    EXPECT_EQ(stored_result(), published_result(state, state.agenda.front()));
}

}  // namespace
}  // namespace klartext::store::testing
