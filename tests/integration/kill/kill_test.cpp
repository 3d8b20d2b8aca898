#include <gmock/gmock.h>

#include <cstdlib>

#include "integration/kill/killed_session.hpp"

using namespace klartext::killing;
using testing::IsEmpty;
using testing::PrintToString;

namespace {

constexpr std::size_t acts = 1000;

/// KLARTEXT_KILLS asks for a longer loop.
int kills_wanted() {
    const char* given = std::getenv("KLARTEXT_KILLS");
    return given ? std::atoi(given) : 50;
}

}  // namespace

TEST(Kill, EverythingConfirmedIsThereOnceAfterFiftyKills) {
    std::random_device seed_source;
    const auto seed = seed_source();
    std::mt19937 chance(seed);
    int kills = 0, rounds = 0;
    while (kills < kills_wanted()) {
        const auto recorded = busy_recording(chance, acts);
        const auto result = play_under_fire(KLARTEXT_PROGRAM, recorded, chance);
        kills += result.kills;
        ++rounds;
        ASSERT_EQ(result.played.failure, "") << "seed " << seed;
        EXPECT_TRUE(result.difference.clean()) << "seed " << seed << ": " << PrintToString(result.difference.remarks);
        EXPECT_THAT(result.amiss, IsEmpty()) << "seed " << seed;
        EXPECT_THAT(result.played.faults, IsEmpty()) << "seed " << seed;
        EXPECT_GT(result.played.confirmed, acts / 2) << PrintToString(result.played.refused);
        ASSERT_LT(rounds, kills_wanted()) << "the server is hardly ever killed";
    }
    std::cout << kills << " kills in " << rounds << " sessions\n";
    RecordProperty("kills", kills);
}

#ifdef KLARTEXT_MUTANT
TEST(Kill, AStoreThatAnswersBeforeTheCommitIsCaught) {
    std::mt19937 chance(std::random_device{}());
    for (int kills = 0; kills < 100;) {
        const auto recorded = busy_recording(chance, acts);
        const auto result = play_under_fire(KLARTEXT_MUTANT, recorded, chance);
        if (result.difference.lost > 0) return;
        // What was confirmed may be missing so early that the session cannot even go on.
        if (!result.played.failure.empty()) return;
        kills += result.kills;
    }
    FAIL() << "100 kills, and nothing confirmed was lost";
}
#endif
