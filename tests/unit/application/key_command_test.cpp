#include "key_command.hpp"

#include <gtest/gtest.h>

#include "signing_key_file.hpp"
#include "temporary_folder.hpp"

namespace klartext {
namespace {

TEST(KeyCommand, PrintsTheKeyThatTheServerMade) {
    const testing::temporary_folder data;
    const auto made = signing_key_of(data / ".").public_half();
    EXPECT_EQ(public_key_of(data / "."), made);
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(print_key({data / "."}), 0);
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), told_key(made) + "\n");
}

TEST(KeyCommand, MakesNoKeyAndSaysWhereOneComesFrom) {
    const testing::temporary_folder data;
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(print_key({data / "."}), 1);
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("when it starts for the first time"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(data / "minutes.key"));
}

TEST(KeyCommand, TellsKeyAndFingerprintInOneLine) {
    crypto::public_key key;
    key.fill(7);
    EXPECT_EQ(told_key(key), "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc (fingerprint 4bb0 6f8e 4e3a 7715)");
}

}  // namespace
}  // namespace klartext
