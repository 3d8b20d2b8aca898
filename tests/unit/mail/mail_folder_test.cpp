#include "mail/mail_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "mail/message.hpp"
#include "temporary_folder.hpp"

namespace klartext::mail {
namespace {

namespace fs = std::filesystem;

parcel parcel_saying(std::string message) {
    return {.id = {}, .from = "k@example.org", .to = "anna@example.org", .message = std::move(message)};
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(MailFolder, WritesOneWholeFilePerMailForItsOwnerAlone) {
    testing::temporary_folder place;
    mail_folder folder(place / "data/mail");
    EXPECT_EQ(folder.carry(parcel_saying("Hello\r\n"), {}).verdict, verdict::sent);
    const auto file = place / "data/mail" / (name_of({}) + ".eml");
    EXPECT_EQ(content_of(file), "Hello\r\n");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator(place / "data/mail"), fs::directory_iterator()), 1);
}

TEST(MailFolder, AMailWrittenAgainReplacesItself) {
    testing::temporary_folder place;
    mail_folder folder(place.path());
    folder.carry(parcel_saying("a longer first attempt"), {});
    folder.carry(parcel_saying("second"), {});
    EXPECT_EQ(content_of(place / (name_of({}) + ".eml")), "second");
}

TEST(MailFolder, AFolderThatIsGoneIsWorthAnotherTry) {
    testing::temporary_folder place;
    mail_folder folder(place / "mail");
    fs::remove_all(place / "mail");
    EXPECT_EQ(folder.carry(parcel_saying("x"), {}).verdict, verdict::later);
}

}  // namespace
}  // namespace klartext::mail
