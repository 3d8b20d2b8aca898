#include "protocol/archive_reader.hpp"

#include <gmock/gmock.h>

namespace klartext::protocol {
namespace {

using testing::HasSubstr;

const std::vector<archived_file> two{{"a.txt", "Protokoll"}, {"csv/b.csv", std::string(100'000, 'x')}};

std::string complaint(const std::string& bytes, const archive_bounds& bounds = {}) {
    try {
        static_cast<void>(unzipped(bytes, bounds));
    } catch (const std::runtime_error& cause) {
        return cause.what();
    }
    return "no complaint";
}

/// Both places in which an archive names a file.
std::string renamed(std::string bytes, const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
        bytes.replace(at, from.size(), to);
    return bytes;
}

TEST(ArchiveReader, ReadsWhatWasPacked) {
    const auto files = unzipped(zipped(two));
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].name, "a.txt");
    EXPECT_EQ(files[0].content, "Protokoll");
    EXPECT_EQ(files[1].name, "csv/b.csv");
    EXPECT_EQ(files[1].content, two[1].content);
}

TEST(ArchiveReader, KnowsWhichFilesAreInItAndThatSomethingIsNoArchive) {
    EXPECT_TRUE(archive_holds(zipped(two), "a.txt"));
    EXPECT_FALSE(archive_holds(zipped(two), "b.csv"));
    EXPECT_FALSE(archive_holds("PK", "a.txt"));
    EXPECT_FALSE(archive_holds("", "a.txt"));
    EXPECT_THAT(complaint("PK"), HasSubstr("is damaged, or is none"));
}

TEST(ArchiveReader, SeesEveryFileThatIsDamaged) {
    auto bytes = zipped(std::vector<archived_file>{{"a.txt", "Protokoll", true}});
    bytes.at(bytes.find("Protokoll")) ^= 1;
    EXPECT_THAT(complaint(bytes), HasSubstr("a.txt, which is damaged"));
}

TEST(ArchiveReader, UnpacksNoMoreThanItsBounds) {
    EXPECT_EQ(complaint(zipped(two), {2, 100'009}), "no complaint");
    EXPECT_THAT(complaint(zipped(two), {2, 100'008}), HasSubstr("unpacks to more"));
    EXPECT_THAT(complaint(zipped(two), {1, 100'009}), HasSubstr("more files"));
}

TEST(ArchiveReader, BelievesNoSizeThatAnArchiveNames) {
    const std::vector<archived_file> bomb{{"bomb", std::string(50'000'000, '0')}};
    auto bytes = zipped(bomb);
    ASSERT_LT(bytes.size(), 100'000u);
    const std::string size("\x80\xf0\xfa\x02", 4), lie("\x01\x00\x00\x00", 4);
    ASSERT_NE(bytes.find(size), std::string::npos);
    EXPECT_NE(complaint(renamed(bytes, size, lie), {10, 1'000'000}), "no complaint");
    EXPECT_THAT(complaint(bytes, {10, 1'000'000}), HasSubstr("unpacks to more"));
}

TEST(ArchiveReader, RefusesANameThatComesTwice) {
    const std::vector<archived_file> alike{{"a.txt", "x"}, {"b.txt", "y"}};
    EXPECT_THAT(complaint(renamed(zipped(alike), "b.txt", "a.txt")), HasSubstr("is damaged"));
}

}  // namespace
}  // namespace klartext::protocol
