#include "store/session_list_store.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"

namespace klartext::store {
namespace {

using namespace std::chrono_literals;
using domain::session_phase;

constexpr account_id anna{{1}};
constexpr account_id berta{{2}};

listed_session session_number(std::uint8_t number, std::string code, account_id owner = anna) {
    return {.id = {{number}},
            .code = std::move(code),
            .owner = owner,
            .state = session_phase::draft,
            .day = 2026y / 11 / 21};
}

struct SessionListStore : ::testing::Test {
    SessionListStore() {
        accounts_store accounts(folder / "klartext.db");
        for (const auto& [id, name] : {std::pair{anna, "anna"}, std::pair{berta, "berta"}})
            if (!accounts.add_active({.id = id, .name = name}, "hash")) throw std::logic_error("no account");
    }

    klartext::testing::temporary_folder folder;
    session_list_store store{folder / "klartext.db"};
};

TEST_F(SessionListStore, FindsASessionByCodeAndById) {
    ASSERT_TRUE(store.add(session_number(7, "K7QM24XZ")));
    const auto found = store.by_code("K7QM24XZ");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, (domain::session_id{{7}}));
    EXPECT_EQ(found->owner, anna);
    EXPECT_EQ(found->state, session_phase::draft);
    EXPECT_EQ(found->day, 2026y / 11 / 21);
    EXPECT_EQ(store.by_id({{7}})->code, "K7QM24XZ");
    EXPECT_FALSE(store.by_code("K7QM24XY"));
    EXPECT_FALSE(store.by_id({{8}}));
}

TEST_F(SessionListStore, ACodeIsGivenOnce) {
    ASSERT_TRUE(store.add(session_number(7, "K7QM24XZ")));
    EXPECT_FALSE(store.add(session_number(8, "K7QM24XZ")));
    EXPECT_FALSE(store.by_id({{8}}));
}

TEST_F(SessionListStore, ListsTheSessionsOfTheirOwnerNewestDayFirst) {
    auto older = session_number(1, "AAAAAAA1");
    older.day = 2025y / 1 / 2;
    ASSERT_TRUE(store.add(older));
    ASSERT_TRUE(store.add(session_number(2, "AAAAAAA2")));
    ASSERT_TRUE(store.add(session_number(3, "AAAAAAA3", berta)));
    const auto listed = store.list(anna);
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].code, "AAAAAAA2");
    EXPECT_EQ(listed[1].code, "AAAAAAA1");
    EXPECT_EQ(listed[1].day, 2025y / 1 / 2);
}

TEST_F(SessionListStore, KnowsWhichSessionsRun) {
    ASSERT_TRUE(store.add(session_number(1, "AAAAAAA1")));
    ASSERT_TRUE(store.add(session_number(2, "AAAAAAA2")));
    store.set_state({{2}}, session_phase::running);
    const auto running = store.in_state(session_phase::running);
    ASSERT_EQ(running.size(), 1U);
    EXPECT_EQ(running[0].code, "AAAAAAA2");
    store.set_state({{2}}, session_phase::closed);
    EXPECT_TRUE(store.in_state(session_phase::running).empty());
    EXPECT_EQ(store.by_id({{2}})->state, session_phase::closed);
}

TEST_F(SessionListStore, ARemovedSessionLeavesItsCode) {
    ASSERT_TRUE(store.add(session_number(1, "AAAAAAA1")));
    store.remove({{1}});
    EXPECT_FALSE(store.by_id({{1}}));
    EXPECT_TRUE(store.add(session_number(2, "AAAAAAA1")));
}

}  // namespace
}  // namespace klartext::store
