#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include "crypto/codes.hpp"
#include "live/rows.hpp"
#include "store/content.hpp"
#include "store/dump.hpp"
#include "store/query.hpp"
#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

namespace fs = std::filesystem;
using namespace domain;

constexpr std::uint8_t mark = 0xd7;

stamp_hash stamp_of(std::uint8_t seat) {
    stamp_hash made;
    made.bytes.fill(mark);
    made.bytes.back() = seat;
    return made;
}

/// A session with questions in a file, played by commands. The hashes of the stamps that support something are marked.
class UpVotesInAFile : public SessionStoreTest {
protected:
    UpVotesInAFile() {
        state.head.phase = session_phase::running;
        auto& asking = state.agenda.emplace_back();
        collect_plan plan;
        plan.release = release::live;
        plan.up_votes = true;
        asking.planned = {{"fragen"}, "Fragen", "", std::nullopt, plan};
        asking.phase = phase::open;
        for (std::uint8_t n = 1; n <= 3; ++n) asking.entries[{.bytes = {n}}] = shown("Wann?");
        session = made({state, {}, live::session_keys{}});
        writer.emplace(files.place(session), codec);
    }
    static entry shown(const std::string& text) {
        auto made = card(text);
        made.shown = true;
        return made;
    }
    static cast_up_votes support(std::uint8_t seat, std::uint8_t card, std::uint32_t counter = 1) {
        return {{"fragen"}, stamp_of(seat), counter, {{.bytes = {card}}}};
    }
    final_rows rows_of_command(const command& wanted) {
        const circumstances at{minute{std::chrono::minutes{29'000'000}}, std::chrono::seconds{1000}, 12};
        const auto decided = decide(state, wanted, at).value();
        for (const auto& each : decided) apply(state, each);
        final_rows rows;
        rows.absorb(live::rows_for(state, decided));
        return rows;
    }
    void give(const command& wanted) { writer->write(rows_of_command(wanted)); }
    void support_first(std::uint8_t seats) {
        for (std::uint8_t seat = 1; seat <= seats; ++seat) give(support(seat, 1));
    }
    activity stored_in(const session_files& where) const { return where.load_now(session)->state.agenda.front(); }
    int rows_in_file() const {
        SQLite::Database database(files.place(session).content.string());
        return database.execAndGet("SELECT count(*) FROM up_vote").getInt();
    }
    /// Whether any file of the folder holds a stamp that supported something.
    static bool marked(const fs::path& where) {
        const std::string wanted(31, static_cast<char>(mark));
        for (const auto& file : fs::recursive_directory_iterator(where))
            if (file.is_regular_file() && bytes_of(file.path()).find(wanted) != std::string::npos) return true;
        return false;
    }

    session_state state;
    session_id session;
    std::optional<session_writer> writer;
};

using AnonymityRule13 = UpVotesInAFile;

TEST_F(UpVotesInAFile, ComeBackAsTheyWere) {
    support_first(6);
    give(support(2, 3, 7));
    give(mark_answered{{"fragen"}, {.bytes = {2}}, true});
    EXPECT_EQ(stored_in(files), [&] {
        auto expected = state.agenda.front();
        expected.last_count.reset();
        expected.last_release.reset();
        return expected;
    }());
    EXPECT_EQ(rows_in_file(), 6);
    EXPECT_EQ(stored_in(files).up_voters, 5);
}

TEST_F(AnonymityRule13, OnceTheSessionIsClosedNoFileHoldsWhoSupportsWhatAndTheNumbersStay) {
    support_first(6);
    give(support(7, 2));
    EXPECT_TRUE(marked(folder.path())) << "the test sees them where they are";
    give(close_session{});
    EXPECT_EQ(rows_in_file(), 0);
    EXPECT_TRUE(writer->empty_log());
    EXPECT_FALSE(marked(folder.path()));
    EXPECT_EQ(stored_in(files).up_voters, 7);
    EXPECT_EQ(stored_in(files).entries.at({.bytes = {1}}).up_votes, 6);
    EXPECT_TRUE(stored_in(files).up_votes.empty());
}

TEST_F(AnonymityRule13, TheThreadsEmptyTheLogWithTheClose) {
    support_first(4);
    writer.reset();
    commit_threads store(files);
    const auto commit = [&](const command& wanted) {
        const circumstances at{minute{std::chrono::minutes{29'000'000}}, std::chrono::seconds{1000}, 12};
        const auto decided = decide(state, wanted, at).value();
        for (const auto& each : decided) apply(state, each);
        EXPECT_TRUE(stored(store, session, live::rows_for(state, decided)));
    };
    commit(support(5, 1));
    EXPECT_TRUE(marked(folder.path()));
    commit(close_session{});
    store.stop();
    EXPECT_FALSE(marked(folder.path()));
}

TEST_F(AnonymityRule13, WhatIsHandedOverWithTheCloseIsNotWritten) {
    support_first(6);
    auto rows = rows_of_command(close_session{});
    live::session_rows late;
    late.up_votes.push_back({{"fragen"}, stamp_of(9), {1, {{.bytes = {1}}}, {}}});
    rows.absorb(late);
    writer->write(rows);
    EXPECT_EQ(rows_in_file(), 0);
}

TEST_F(AnonymityRule13, KilledRightAfterTheCloseTheNextStartEmptiesTheLog) {
    support_first(6);
    give(close_session{});
    const auto place = files.place(session).content;
    ASSERT_TRUE(marked(folder.path())) << "the log still holds them";
    // What a killed server leaves: its files as they lie there, and nobody who closes them.
    const auto left = folder / "left";
    fs::create_directories(left);
    for (const auto* part : {"", "-wal"})
        fs::copy_file(place.string() + part, left / (place.filename().string() + part));
    ASSERT_TRUE(marked(left));
    session_files next(left, codec);
    next.repair();
    EXPECT_FALSE(marked(left));
    EXPECT_EQ(stored_in(next).entries.at({.bytes = {1}}).up_votes, 6);
    EXPECT_TRUE(stored_in(next).up_votes.empty());
}

TEST_F(AnonymityRule13, KilledRightBeforeTheCloseTheNextOneCountsAndForgets) {
    support_first(6);
    writer.reset();
    files.repair();
    state = files.load_now(session)->state;
    EXPECT_EQ(state.agenda.front().up_votes.size(), 6u);
    writer.emplace(files.place(session), codec);
    give(close_session{});
    EXPECT_TRUE(writer->empty_log());
    EXPECT_FALSE(marked(folder.path()));
    EXPECT_EQ(stored_in(files).up_voters, 6);
}

TEST_F(AnonymityRule13, NeitherDoesTheDumpOfAClosedSessionShowThem) {
    support_first(6);
    const auto first = crypto::hex_encode(stamp_of(1).bytes);
    EXPECT_NE(dump(*files.load_now(session)).find(first), std::string::npos) << "of a running one it does";
    give(close_session{});
    EXPECT_EQ(dump(*files.load_now(session)).find(first), std::string::npos);
}

/// A file as the program before wrote it.
void take_back_to_the_first_format(const fs::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE up_vote; PRAGMA user_version = 1");
    const auto old = crypto::hex_decode("0a03c3966c01730202036e6575016b010200000000000000000000000000000002").value();
    const plain_codec codec;
    SQLite::Statement entry(database, "UPDATE entry SET content = ?");
    const auto content = codec.seal(std::string(old.begin(), old.end()));
    entry.bind(1, content.data(), static_cast<int>(content.size()));
    entry.exec();
}

TEST_F(UpVotesInAFile, AFileOfTheFirstFormatIsReadAndWrittenOn) {
    writer.reset();
    const auto file = files.place(session).content;
    take_back_to_the_first_format(file);
    const auto before = stored_in(files);
    EXPECT_EQ(before.entries.at({.bytes = {1}}).text, "Öl");
    EXPECT_EQ(before.entries.at({.bytes = {1}}).up_votes, 0);
    EXPECT_FALSE(before.entries.at({.bytes = {1}}).answered);
    EXPECT_TRUE(before.up_votes.empty());
    writer.emplace(files.place(session), codec);
    support_first(5);
    EXPECT_EQ(stored_in(files).up_voters, 5);
    EXPECT_EQ(SQLite::Database(file.string()).execAndGet("PRAGMA user_version").getInt(), 2);
}

}  // namespace
}  // namespace klartext::store::testing
