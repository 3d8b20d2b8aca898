#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <set>

#include "store/database.hpp"
#include "store/mail_store.hpp"
#include "temporary_folder.hpp"

/// What the bytes of the mail file tell somebody who takes the disk.
namespace klartext::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using mail::mail_address;
using testing::temporary_folder;

constexpr mail::moment noon{std::chrono::hours(24 * 20000 + 12)};
const domain::session_id session{.bytes = {7}};

std::string all_bytes(const fs::path& folder) {
    std::string bytes;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
}

bool occurs(const temporary_folder& folder, std::string_view text) {
    return all_bytes(folder.path()).find(text) != std::string::npos;
}

mail_address numbered_address(int number) {
    return *mail_address::read("person" + std::to_string(100 + number) + "@example.org");
}

domain::stamp_hash random_stamp() {
    std::random_device random;
    domain::stamp_hash stamp;
    for (auto& byte : stamp.bytes) byte = static_cast<std::uint8_t>(random());
    return stamp;
}

TEST(MailTraces, ADeliveredAddressIsInNoFile) {
    temporary_folder folder;
    mail_store store(folder / "mail.db");
    store.leave_address(session, random_stamp(), numbered_address(1), noon);
    store.leave_address(session, random_stamp(), numbered_address(2), noon);
    store.close_session(session, {}, noon + 60min, noon);
    const auto mail = store.lease_next(noon, noon + 5min);
    ASSERT_TRUE(mail);
    ASSERT_TRUE(occurs(folder, mail->address));
    store.mark_sent(mail->id);
    EXPECT_FALSE(occurs(folder, mail->address));
}

TEST(MailTraces, ARefusedAddressIsInNoFile) {
    temporary_folder folder;
    mail_store store(folder / "mail.db");
    store.leave_address(session, random_stamp(), numbered_address(1), noon);
    store.close_session(session, {}, noon + 60min, noon);
    store.mark_failed(store.lease_next(noon, noon + 5min)->id, 550);
    EXPECT_FALSE(occurs(folder, "person101"));
}

TEST(MailTraces, ACorrectedAddressIsInNoFile) {
    temporary_folder folder;
    mail_store store(folder / "mail.db");
    const auto stamp = random_stamp();
    store.leave_address(session, stamp, numbered_address(1), noon);
    ASSERT_TRUE(occurs(folder, "person101"));
    store.leave_address(session, stamp, numbered_address(2), noon);
    EXPECT_FALSE(occurs(folder, "person101"));
    EXPECT_TRUE(occurs(folder, "person102"));
}

TEST(MailTraces, AnExpiredAddressAndItsKeyAreInNoFile) {
    temporary_folder folder;
    mail_store store(folder / "mail.db");
    const std::string key = "a key of thirty-two bytes, secret";
    store.leave_address(session, random_stamp(), numbered_address(1), noon);
    store.close_session(session, {reinterpret_cast<const std::uint8_t*>(key.data()), key.size()}, noon + 60min, noon);
    ASSERT_TRUE(occurs(folder, key));
    store.expire(noon + 72h);
    EXPECT_FALSE(occurs(folder, "person101"));
    EXPECT_FALSE(occurs(folder, key));
}

TEST(MailTraces, AForgottenAddressIsInNoFile) {
    temporary_folder folder;
    mail_store store(folder / "mail.db");
    store.leave_address(session, random_stamp(), numbered_address(1), noon);
    store.forget(session);
    EXPECT_FALSE(occurs(folder, "person101"));
}

/// Spearman's rank correlation between the order of arrival and the order of the addresses in the bytes of the folder.
double order_told_by(const temporary_folder& folder, int count) {
    const auto bytes = all_bytes(folder.path());
    std::vector<std::size_t> places;
    for (int i = 0; i < count; ++i) places.push_back(bytes.find(numbered_address(i).text()));
    double squares = 0;
    for (int i = 0; i < count; ++i) {
        const auto place = places[static_cast<std::size_t>(i)];
        EXPECT_NE(place, std::string::npos);
        const auto rank = std::ranges::count_if(places, [&](auto other) { return other < place; });
        squares += std::pow(static_cast<double>(rank) - i, 2);
    }
    const double n = count;
    return 1 - 6 * squares / (n * (n * n - 1));
}

TEST(MailTraces, TheFilesTellNothingAboutTheOrderOfArrival) {
    constexpr int runs = 15;
    constexpr int count = 10;
    double sum = 0;
    for (int run = 0; run < runs; ++run) {
        temporary_folder folder;
        mail_store store(folder / "mail.db");
        for (int i = 0; i < count; ++i) store.leave_address(session, random_stamp(), numbered_address(i), noon);
        sum += order_told_by(folder, count);
    }
    // By chance the mean of 15 is 0 with a deviation of 0.09; without the shuffling it is about -1.
    EXPECT_LT(std::abs(sum / runs), 0.45);
}

TEST(MailTraces, NoTableHasAColumnBeyondThese) {
    temporary_folder folder;
    { mail_store store(folder / "mail.db"); }
    auto database = open_database(folder / "mail.db");
    SQLite::Statement columns(database,
                              "SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c"
                              " WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'");
    std::set<std::string> found;
    while (columns.executeStep()) found.insert(columns.getColumn(0).getString());
    const std::set<std::string> allowed{
        "address.session",        "address.stamp",       "address.id",           "address.address",
        "address.state",          "address.attempts",    "address.next_attempt", "address.lease_until",
        "address.last_code",      "spent_stamp.session", "spent_stamp.stamp",    "address_key.session",
        "address_key.key",        "address_key.until",   "mail_session.id",      "mail_session.created",
        "mail_session.closed_at", "mail_session.sent",   "mail_session.failed",  "mail_session.last_code"};
    EXPECT_EQ(found, allowed);
}

TEST(MailTraces, WhileTheSessionRunsNoNumberOfARowTellsATime) {
    temporary_folder folder;
    {
        mail_store store(folder / "mail.db");
        store.leave_address(session, random_stamp(), numbered_address(1), noon);
        store.leave_address(session, random_stamp(), numbered_address(2), noon + 3h);
    }
    auto database = open_database(folder / "mail.db");
    EXPECT_EQ(database
                  .execAndGet(
                      "SELECT count(DISTINCT attempts || ifnull(next_attempt, 'none') || ifnull(lease_until, 'none') ||"
                      " last_code || state) FROM address")
                  .getInt(),
              1);
    EXPECT_EQ(database.execAndGet("SELECT created FROM mail_session").getInt(), 20000);
}

}  // namespace
}  // namespace klartext::store
