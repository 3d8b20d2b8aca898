#include "store/session_files.hpp"

#include <gmock/gmock.h>

#include "store/files.hpp"
#include "store/seats_file.hpp"
#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class SessionFiles : public SessionStoreTest {};

TEST_F(SessionFiles, ASessionThatWasCreatedIsThere) {
    const auto session = running_session(some);
    const auto id = made(session);
    EXPECT_EQ(files.load_now(id), session);
    EXPECT_THAT(files.list(), UnorderedElementsAre(id));
    EXPECT_TRUE(files.holds(id));
    files.remove(id);
    EXPECT_FALSE(files.holds(id));
}

TEST_F(SessionFiles, ASessionMayBeCreatedWithAllThatASessionCanHold) {
    for (int round = 0; round < 5; ++round) {
        auto session = some.session();
        session.seats.clear();
        EXPECT_EQ(files.load_now(made(session)), session);
    }
}

TEST_F(SessionFiles, AnUnknownSessionIsNothing) {
    EXPECT_FALSE(files.load_now(some.id<domain::session_id>()));
    EXPECT_THAT(files.list(), IsEmpty());
}

TEST_F(SessionFiles, ASecondSessionOfTheSameIdIsRefusedAndTheFirstStays) {
    const auto session = running_session(some);
    const auto id = made(session);
    EXPECT_THROW(files.create(id, {}, {}), std::logic_error);
    EXPECT_EQ(files.load_now(id), session);
}

TEST_F(SessionFiles, ARemovedSessionLeavesNoFile) {
    const auto id = running();
    files.remove(id);
    EXPECT_FALSE(files.load_now(id));
    EXPECT_TRUE(fs::is_empty(folder / "sessions"));
    files.remove(id);
}

TEST_F(SessionFiles, FolderAndFilesAreTheirOwnersAlone) {
    running();
    const auto owner = fs::perms::owner_read | fs::perms::owner_write;
    EXPECT_EQ(fs::status(folder / "sessions").permissions(), fs::perms::owner_all);
    for (const auto& file : fs::directory_iterator(folder / "sessions")) EXPECT_EQ(file.status().permissions(), owner);
}

TEST_F(SessionFiles, WhatACrashLeavesHalfMadeIsNoSessionAndIsRemoved) {
    const auto id = running();
    fs::rename(files.place(id).content, files.place(id).content.string() + ".new");
    EXPECT_FALSE(files.load_now(id));
    EXPECT_THAT(files.list(), IsEmpty());
    files.repair();
    EXPECT_TRUE(fs::is_empty(folder / "sessions"));
}

TEST_F(SessionFiles, SeatsOfAClosedSessionAreNotReadAndAreDestroyedByRepairing) {
    auto session = running_session(some);
    session.state.head.phase = domain::session_phase::closed;
    session.keys.reset();
    const auto id = made(session);
    ASSERT_TRUE(fs::exists(files.place(id).seats));
    EXPECT_EQ(files.load_now(id), session);
    files.repair();
    EXPECT_FALSE(fs::exists(files.place(id).seats));
    EXPECT_EQ(files.load_now(id), session);
}

TEST_F(SessionFiles, RepairingLeavesRunningSessionsAlone) {
    const auto session = running_session(some);
    const auto id = made(session);
    files.repair();
    EXPECT_EQ(files.load_now(id), session);
}

TEST_F(SessionFiles, RepairingPassesOverASessionThatCannotBeRead) {
    const auto broken = running();
    auto closed = running_session(some);
    closed.state.head.phase = domain::session_phase::closed;
    const auto id = made(closed);
    std::ofstream(files.place(broken).content) << std::string(10'000, 'x');
    files.repair();
    EXPECT_TRUE(fs::exists(files.place(broken).seats));
    EXPECT_FALSE(fs::exists(files.place(id).seats));
    EXPECT_ANY_THROW((void)files.load_now(broken));
}

TEST_F(SessionFiles, NamesReadBackTheirSession) {
    const auto id = some.id<domain::session_id>();
    EXPECT_EQ(name_of(id).size(), 32U);
    EXPECT_EQ(session_named(name_of(id)), id);
    EXPECT_FALSE(session_named("../../etc/passwd"));
    EXPECT_FALSE(session_named(name_of(id) + "0"));
}

TEST_F(SessionFiles, DestroyedSeatsAreInNoFile) {
    const auto id = running();
    const auto place = files.place(id);
    const auto seat = some.id<domain::seat_hash>();
    {
        auto database = open_seats(place.seats);
        add_seats(database, std::vector{seat});
    }
    const auto keys = read_seats(place.seats)->keys;
    // A second name for the same bytes shows what unlinking alone would have left on the disk.
    fs::create_hard_link(place.seats, folder / "kept");
    destroy_seats(place.seats);
    EXPECT_FALSE(fs::exists(place.seats));
    const auto left = bytes_of(folder / "kept");
    const auto found = [&](const auto& bytes) {
        return left.find(std::string(bytes.begin(), bytes.end())) != std::string::npos;
    };
    EXPECT_FALSE(found(seat.bytes));
    EXPECT_FALSE(found(keys.stamps));
    EXPECT_FALSE(read_seats(place.seats));
}

TEST_F(SessionFiles, AKillBetweenEmptyingAndUnlinkingTheSeatsIsRepaired) {
    auto session = running_session(some);
    session.state.head.phase = domain::session_phase::closed;
    const auto id = made(session);
    const auto seats = files.place(id).seats;
    open_seats(seats).exec("DELETE FROM seat; DELETE FROM session_key;");
    ASSERT_TRUE(fs::exists(seats));
    EXPECT_FALSE(read_seats(seats));
    EXPECT_TRUE(files.load_now(id));
    files.repair();
    EXPECT_FALSE(fs::exists(seats));
}

TEST_F(SessionFiles, SeatsThatCannotBeEmptiedAreUnlinkedAllTheSame) {
    const auto place = files.place(running());
    std::ofstream(place.seats) << std::string(10'000, 'x');
    destroy_seats(place.seats);
    EXPECT_FALSE(fs::exists(place.seats));
}

}  // namespace
}  // namespace klartext::store::testing
