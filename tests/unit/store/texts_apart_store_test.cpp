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
        start();
        for (std::uint8_t n = 1; n <= 5; ++n) give(ballot_of(n));
    }

    void start() {
        state = {};
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

constexpr std::size_t page_bytes = 4096;

unsigned two_bytes(const std::string& page, std::size_t at) {
    return static_cast<unsigned char>(page.at(at)) * 256U + static_cast<unsigned char>(page.at(at + 1));
}

/// The pages that hold the rows of a table without row numbers, in the order of its keys.
struct leaves {
    const std::string file;
    std::vector<std::string> all = {};

    void add(std::size_t number) {
        const auto page = file.substr((number - 1) * page_bytes, page_bytes);
        constexpr char interior = 2;
        if (page.at(0) != interior) return all.push_back(page);
        for (unsigned cell = 0; cell < two_bytes(page, 3); ++cell) add(child(page, two_bytes(page, 12 + 2 * cell)));
        add(child(page, 8));
    }
    static std::size_t child(const std::string& page, std::size_t at) {
        return two_bytes(page, at) * std::size_t{65'536} + two_bytes(page, at + 2);
    }
};

/// A session in which two rounds are open and one is closed.
struct AnonymityRule9Pages : TextsInAFile {
    static std::string text_of(int n) { return std::string(static_cast<std::size_t>(n % 5 * 40), 'x'); }

    std::vector<std::string> after_a_round(bool with_texts) {
        start();
        state.agenda.push_back(state.agenda.front());
        state.agenda.back().planned.id = {"andere"};
        session = made({state, {}, live::session_keys{}});
        writer.emplace(files.place(session), codec);
        for (int n = 1; n <= 100; ++n) {
            const stamp_hash stamp{.bytes = {static_cast<std::uint8_t>(n * 37 % 101)}};
            give(cast_ballot{{"andere"}, stamp, 1, multiple_choice_ballot{{0}, text_of(n)}});
            give(cast_ballot{{"wahl"}, stamp, 1, multiple_choice_ballot{{0}, with_texts ? text_of(n + 2) : ""}});
        }
        give(close_activity{{"wahl"}});
        writer->checkpoint();
        EXPECT_TRUE(writer->empty_log());
        leaves found{bytes_of(files.place(session).content)};
        SQLite::Database database(files.place(session).content.string());
        found.add(static_cast<std::size_t>(
            database.execAndGet("SELECT rootpage FROM sqlite_master WHERE name = 'ballot'").getInt()));
        return found.all;
    }
};

TEST_F(AnonymityRule9Pages, NoGapTellsWhichBallotsHadATextOnceTheRoundIsClosed) {
    const auto pages = after_a_round(true);
    EXPECT_GT(pages.size(), 3u);
    EXPECT_TRUE(pages == after_a_round(false)) << "the pages of ballots are those of a round without a single text";
}

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
