#include "signing_key_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "temporary_folder.hpp"

namespace klartext {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

std::string complaint(const fs::path& folder) {
    try {
        static_cast<void>(signing_key_of(folder));
    } catch (const std::runtime_error& cause) {
        return cause.what();
    }
    return "no complaint";
}

TEST(SigningKeyFile, IsMadeOnceForItsOwnerAlone) {
    testing::temporary_folder data;
    const auto first = signing_key_of(data.path()).public_half();
    const auto file = data / "minutes.key";
    EXPECT_EQ(fs::file_size(file), 32U);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator(data.path()), fs::directory_iterator()), 1);
    EXPECT_EQ(signing_key_of(data.path()).public_half(), first);
}

TEST(SigningKeyFile, DiffersFromFolderToFolder) {
    testing::temporary_folder one;
    testing::temporary_folder other;
    EXPECT_NE(signing_key_of(one.path()).public_half(), signing_key_of(other.path()).public_half());
}

TEST(SigningKeyFile, HoldsTheSeed) {
    testing::temporary_folder data;
    put(data / "minutes.key", std::string(32, '\x05'));
    crypto::signing_seed seed;
    seed.fill(5);
    EXPECT_EQ(signing_key_of(data.path()).public_half(), crypto::signing_key(seed).public_half());
}

TEST(SigningKeyFile, ComesToBeWhereACrashHasLeftHalfAFile) {
    testing::temporary_folder data;
    put(data / "minutes.key.part", "half");
    EXPECT_EQ(complaint(data.path()), "no complaint");
    EXPECT_EQ(fs::file_size(data / "minutes.key"), 32U);
    EXPECT_FALSE(fs::exists(data / "minutes.key.part"));
}

TEST(SigningKeyFile, OfAnotherSizeIsRefusedAndKept) {
    for (const std::size_t size : {0U, 31U, 33U}) {
        testing::temporary_folder data;
        put(data / "minutes.key", std::string(size, 'k'));
        EXPECT_NE(complaint(data.path()).find("must be a file of 32 bytes"), std::string::npos) << size;
        EXPECT_EQ(fs::file_size(data / "minutes.key"), size);
    }
}

TEST(SigningKeyFile, IsNoFolder) {
    testing::temporary_folder data;
    fs::create_directory(data / "minutes.key");
    EXPECT_NE(complaint(data.path()).find("must be a file of 32 bytes"), std::string::npos);
}

TEST(SigningKeyFile, ThatOthersCanOpenIsRefusedWithTheCommandThatMendsIt) {
    for (const auto open : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
        testing::temporary_folder data;
        const auto file = data / "minutes.key";
        put(file, std::string(32, 'k'));
        fs::permissions(file, open, fs::perm_options::add);
        EXPECT_NE(complaint(data.path()).find("chmod 600 " + file.string()), std::string::npos);
    }
}

TEST(SigningKeyFile, NamesTheReasonWhereNoneCanBeMade) {
    testing::temporary_folder data;
    EXPECT_NE(complaint(data / "nowhere").find("No such file or directory"), std::string::npos);
}

}  // namespace
}  // namespace klartext
