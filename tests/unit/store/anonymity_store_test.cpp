#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "store/database.hpp"
#include "store/mail_store.hpp"
#include "store/main_database.hpp"
#include "store/open_writers.hpp"
#include "store/sign_up_store.hpp"
#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

namespace fs = std::filesystem;

/// Table -> columns, written "name type".
using schema = std::map<std::string, std::vector<std::string>>;

// The allow-lists of rule 1. A column that is not here has no right to exist; one that is added here needs a reason in
// the data protection guide. Forbidden in all files of a session: author, user, seat beside content, connection,
// address, sequence number, wave, time finer than the minute in which an activity was opened or closed.

const schema session_file{
    {"session",
     {"one INTEGER", "phase INTEGER", "day INTEGER", "door_open INTEGER", "slots INTEGER", "participants INTEGER",
      "minutes_token TEXT", "content BLOB"}},
    {"activity",
     {"id TEXT", "position INTEGER", "phase INTEGER", "opened_minute INTEGER", "closed_minute INTEGER", "slot INTEGER",
      "uncovered INTEGER", "content BLOB"}},
    {"entry",
     {"activity TEXT", "id BLOB", "on_entry BLOB", "cluster BLOB", "shown INTEGER", "standing INTEGER",
      "edit_hash BLOB", "counter INTEGER", "content BLOB"}},
    {"ballot", {"activity TEXT", "stamp_hash BLOB", "counter INTEGER", "content BLOB"}},
    {"spent_stamp", {"activity TEXT", "hash BLOB"}},
    // What one seat supports, until the session closes.
    {"up_vote", {"activity TEXT", "stamp_hash BLOB", "counter INTEGER", "content BLOB"}},
};

const schema seats_file{{"seat", {"hash BLOB"}}, {"session_key", {"purpose TEXT", "key BLOB"}}};

// Accounts are facilitators; nothing of a session but its id, its day and its state.
const schema main_file{
    {"account", {"id BLOB", "name TEXT", "password TEXT", "state TEXT", "administrator INTEGER"}},
    {"one_time_link", {"hash BLOB", "purpose TEXT", "account BLOB", "expires INTEGER"}},
    {"login", {"hash BLOB", "account BLOB", "expires INTEGER"}},
    {"session_list", {"id BLOB", "code TEXT", "owner BLOB", "state TEXT", "day TEXT"}},
};

// Times are those of sending, after the close; none says when an address was left.
const schema mail_file{
    {"mail_session",
     {"id BLOB", "created INTEGER", "closed_at INTEGER", "sent INTEGER", "failed INTEGER", "last_code INTEGER"}},
    {"address_key", {"session BLOB", "key BLOB", "until INTEGER"}},
    {"address",
     {"session BLOB", "stamp BLOB", "id BLOB", "address TEXT", "state TEXT", "attempts INTEGER", "next_attempt INTEGER",
      "lease_until INTEGER", "last_code INTEGER"}},
    {"spent_stamp", {"session BLOB", "stamp BLOB"}},
};

// The one place with names of participants, who put them there; no time, no seat, and a stamp that is good for it
// alone.
const schema sign_up_file{
    {"sign_up", {"session BLOB", "activity TEXT", "stamp_hash BLOB", "counter INTEGER", "content BLOB"}},
};

schema schema_of(const fs::path& file) {
    SQLite::Database database(file.string());
    schema found;
    SQLite::Statement columns(
        database,
        "SELECT m.name, c.name || ' ' || c.type FROM sqlite_master m, pragma_table_xinfo(m.name) c"
        " WHERE m.type = 'table' ORDER BY m.name, c.cid");
    while (columns.executeStep()) found[columns.getColumn(0).getString()].push_back(columns.getColumn(1).getString());
    return found;
}

/// Tables that count their rows, or take values of any type; and whatever else could keep something.
std::vector<std::string> oddities_of(const fs::path& file) {
    SQLite::Database database(file.string());
    SQLite::Statement found(database,
                            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
                            " AND (type <> 'table' OR NOT wr OR NOT strict)"
                            " UNION ALL SELECT name FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL");
    std::vector<std::string> names;
    while (found.executeStep()) names.push_back(found.getColumn(0).getString());
    return names;
}

const schema& allowed_for(const std::string& name) {
    static const schema nothing;
    if (name == "klartext.db") return main_file;
    if (name == "mail.db") return mail_file;
    if (name == "sign-ups.db") return sign_up_file;
    if (name.ends_with(".seats.db")) return seats_file;
    return name.ends_with(".db") ? session_file : nothing;
}

/// Spearman's rank correlation (C. Spearman, 1904) between two orders of the same things.
double likeness(const std::vector<std::size_t>& order) {
    const auto n = static_cast<double>(order.size());
    double squares = 0;
    for (std::size_t at = 0; at < order.size(); ++at)
        squares += std::pow(static_cast<double>(order[at]) - static_cast<double>(at), 2);
    return 1 - 6 * squares / (n * (n * n - 1));
}

std::string marker(std::size_t number) { return "<marker " + std::to_string(100 + number) + ">"; }

/// In which order the markers were written, as the file shows it: SQLite fills a page from its end.
std::vector<std::size_t> order_on_disk(const fs::path& file, std::size_t count) {
    const auto bytes = bytes_of(file);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, std::greater(), [&](std::size_t number) { return bytes.rfind(marker(number)); });
    return order;
}

constexpr std::size_t cards = 20;  // as many as fit into one page

class AnonymityRule1 : public SessionStoreTest {
protected:
    live::session_rows batch_of_cards() {
        live::session_rows rows;
        for (std::size_t number = 0; number < cards; ++number)
            rows.entries.push_back(one_entry(marker(number)).entries.front());
        return rows;
    }

    std::vector<std::size_t> order_after(const std::vector<live::session_rows>& batches) {
        const auto id = running();
        commit_threads store(files);
        for (const auto& batch : batches) EXPECT_TRUE(stored(store, id, batch));
        store.stop();
        return order_on_disk(files.place(id).content, cards);
    }

    /// Whether any file of the data folder holds the text.
    bool on_disk(const std::string& text) {
        for (const auto& file : fs::recursive_directory_iterator(folder.path()))
            if (file.is_regular_file() && bytes_of(file.path()).find(text) != std::string::npos) return true;
        return false;
    }
};

TEST_F(AnonymityRule1, EveryColumnIsOnTheAllowList) {
    running();
    (void)open_main_database(folder / "klartext.db");
    const mail_store mails(folder / "mail.db");
    const plain_codec codec;
    const sign_up_store names(folder / "sign-ups.db", codec);
    std::size_t looked_at = 0;
    for (const auto& file : fs::recursive_directory_iterator(folder.path())) {
        const auto name = file.path().filename().string();
        if (!file.is_regular_file() || name.ends_with("-wal") || name.ends_with("-shm")) continue;
        EXPECT_EQ(schema_of(file.path()), allowed_for(name)) << name;
        ++looked_at;
    }
    EXPECT_EQ(looked_at, 5U);
}

TEST_F(AnonymityRule1, AnUnknownColumnIsNoticed) {
    const auto place = files.place(running());
    SQLite::Database(place.content.string(), SQLite::OPEN_READWRITE).exec("ALTER TABLE entry ADD COLUMN at INTEGER");
    EXPECT_NE(schema_of(place.content), session_file);
}

TEST_F(AnonymityRule1, NoTableCountsItsRows) {
    const auto place = files.place(running());
    EXPECT_THAT(oddities_of(place.content), ::testing::IsEmpty());
    EXPECT_THAT(oddities_of(place.seats), ::testing::IsEmpty());
    const plain_codec codec;
    const sign_up_store names(folder / "sign-ups.db", codec);
    EXPECT_THAT(oddities_of(folder / "sign-ups.db"), ::testing::IsEmpty());
}

TEST_F(AnonymityRule1, ATableThatCountsItsRowsAndAnIndexAreNoticed) {
    const auto place = files.place(running());
    SQLite::Database(place.content.string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TABLE counting(id BLOB PRIMARY KEY) STRICT; CREATE INDEX by_cluster ON entry(cluster);");
    EXPECT_THAT(oddities_of(place.content), ::testing::UnorderedElementsAre("counting", "by_cluster"));
}

TEST_F(AnonymityRule1, ABatchIsWrittenInRandomOrder) {
    constexpr int runs = 20;
    const auto batch = batch_of_cards();
    std::vector<std::size_t> by_id(cards);
    std::iota(by_id.begin(), by_id.end(), 0U);
    std::ranges::sort(by_id, {}, [&](std::size_t number) { return batch.entries[number].id; });
    std::vector<std::size_t> place_by_id(cards);
    for (std::size_t place = 0; place < cards; ++place) place_by_id[by_id[place]] = place;

    double like_handed_over = 0;
    double like_ids = 0;
    std::set<std::vector<std::size_t>> orders;
    for (int run = 0; run < runs; ++run) {
        auto order = order_after({batch});
        orders.insert(order);
        like_handed_over += likeness(order) / runs;
        for (auto& number : order) number = place_by_id[number];
        like_ids += likeness(order) / runs;
    }
    EXPECT_EQ(orders.size(), static_cast<std::size_t>(runs));
    // The mean of 20 random orders of 20 has a standard deviation of 0.05.
    EXPECT_NEAR(like_handed_over, 0, 0.3);
    EXPECT_NEAR(like_ids, 0, 0.3);
}

TEST_F(AnonymityRule1, TheTestOfTheOrderSeesAnOrderWhereThereIsOne) {
    std::vector<live::session_rows> one_by_one(cards);
    for (std::size_t number = 0; number < cards; ++number) one_by_one[number] = one_entry(marker(number));
    EXPECT_GT(likeness(order_after(one_by_one)), 0.9);
}

TEST_F(AnonymityRule1, AnEarlierWordingIsInNoFileOnceTheSessionRests) {
    const auto id = running();
    auto card = one_entry("Der erste Wortlaut war unbedacht.");
    open_writers writers(files, 1);
    const open_writers::moment now{};
    const auto write = [&](const std::string& text) {
        card.entries.front().entry.text = text;
        final_rows rows;
        rows.absorb(card);
        writers.at(id, now).write(rows);
    };
    write("Der erste Wortlaut war unbedacht.");
    write("Der zweite Wortlaut bleibt.");
    EXPECT_TRUE(on_disk("unbedacht")) << "until then the log still holds it";
    writers.tidy(now + std::chrono::seconds(1));
    EXPECT_FALSE(on_disk("unbedacht"));
    EXPECT_TRUE(on_disk("Der zweite Wortlaut bleibt."));
}

TEST_F(AnonymityRule1, AnEntryIsTheSameRowWhoeverWroteIt) {
    // Two seats, swapped: the session's own file cannot depend on them, for no row of it names one.
    auto session = running_session(some);
    const auto rows = one_entry("Karte");
    const auto store_as = [&](const domain::seat_hash& writer) {
        const auto id = made(session);
        commit_threads store(files);
        auto batch = rows;
        batch.seats = {writer};
        EXPECT_TRUE(stored(store, id, batch));
        store.stop();
        return bytes_of(files.place(id).content);
    };
    EXPECT_EQ(store_as(some.id<domain::seat_hash>()), store_as(some.id<domain::seat_hash>()));
}

class AnonymityRule3 : public AnonymityRule1 {};

TEST_F(AnonymityRule3, KeysOfStampsAreInNoFileOnceTheSessionIsClosed) {
    auto session = running_session(some);
    session.keys->stamps.fill(0xa7);
    session.keys->addresses.fill(0xb8);
    const auto id = made(session);
    const std::string stamps(32, '\xa7');
    const std::string addresses(32, '\xb8');
    EXPECT_TRUE(on_disk(stamps) && on_disk(addresses));
    live::session_rows closing;
    closing.head = session.state.head;
    closing.head->phase = domain::session_phase::closed;
    closing.forget_seats = true;
    commit_threads store(files);
    ASSERT_TRUE(stored(store, id, closing));
    EXPECT_FALSE(on_disk(stamps) || on_disk(addresses));
}

}  // namespace
}  // namespace klartext::store::testing
