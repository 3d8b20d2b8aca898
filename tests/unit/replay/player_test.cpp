#include "replay/player.hpp"

#include <gmock/gmock.h>

using namespace klartext::replay;
using testing::HasSubstr;

namespace {

recording empty_workshop() {
    recording made;
    made.session = R"({"title":"T","language":"de","agenda":[]})";
    return made;
}

}  // namespace

TEST(Player, GivesUpWithoutAServerWhenItsPatienceEnds) {
    play_options options;
    options.server = {"127.0.0.1", "1"};
    options.patience = std::chrono::seconds(1);
    const auto begun = std::chrono::steady_clock::now();
    const auto result = play(empty_workshop(), options);
    EXPECT_THAT(result.failure, HasSubstr("has not answered for 1 seconds"));
    EXPECT_GE(std::chrono::steady_clock::now() - begun, options.patience);
    EXPECT_GT(result.sent_again, 0u);
    EXPECT_TRUE(result.files.empty());
}
