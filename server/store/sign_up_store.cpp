#include "store/sign_up_store.hpp"

#include <SQLiteCpp/Statement.h>

#include <array>
#include <string_view>

#include "store/content_bytes.hpp"
#include "store/database.hpp"
#include "store/query.hpp"

namespace klartext::store {
namespace {

// The primary key is random after its session and activity, and there are no further indexes.
constexpr std::array<std::string_view, 1> format{R"(
CREATE TABLE sign_up(
    session    BLOB NOT NULL,
    activity   TEXT NOT NULL,
    stamp_hash BLOB NOT NULL,
    counter    INTEGER NOT NULL,
    content    BLOB NOT NULL,              -- name, contact and themes; nothing once they were taken back
    PRIMARY KEY (session, activity, stamp_hash)
) STRICT, WITHOUT ROWID;
)"};

constexpr std::int64_t newest_version = 1;

std::string content_of(const domain::sign_up& wanted) {
    content_writer bytes;
    bytes.number(newest_version);
    bytes.text(wanted.name);
    bytes.text(wanted.contact);
    bytes.count(wanted.themes.size());
    for (const auto theme : wanted.themes) bytes.number(theme);
    return bytes.take();
}

void read_content(std::string_view stored, domain::sign_up& into) {
    content_reader bytes(stored);
    if (bytes.number() != newest_version) throw unreadable_content("a sign-up of a newer format");
    into.name = bytes.text();
    into.contact = bytes.text();
    for (auto left = bytes.count(); left > 0; --left)
        into.themes.push_back(static_cast<domain::item_number>(bytes.number()));
    bytes.end();
}

std::string_view bytes_of(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

bool is_outdated(SQLite::Database& database, const domain::session_id& session, const domain::activity_id& activity,
                 const domain::stamp_hash& stamp, std::uint32_t counter) {
    return query(database,
                 "SELECT 1 FROM sign_up WHERE session = ? AND activity = ? AND stamp_hash = ? AND counter >= ?",
                 session, std::string_view(activity.text), stamp.bytes, std::int64_t{counter})
        .executeStep();
}

void write_row(SQLite::Database& database, const domain::session_id& session, const domain::activity_id& activity,
               const domain::stamp_hash& stamp, std::uint32_t counter, std::string_view content) {
    auto row = query(database,
                     "REPLACE INTO sign_up(session, activity, stamp_hash, counter, content)"
                     " VALUES (?, ?, ?, ?, ?)",
                     session, std::string_view(activity.text), stamp.bytes, std::int64_t{counter});
    row.bind(5, content.empty() ? "" : content.data(), static_cast<int>(content.size()));  // a null pointer is NULL
    row.exec();
}

/// Rows of a page lie in the order of writing, whatever their keys: so all of them are written again, in random order.
/// By way of a table in memory, because a row that is replaced on its own falls back into its old place.
void shuffle_rows(SQLite::Database& database, const domain::session_id& session) {
    run(database, "INSERT INTO temp.shuffled SELECT * FROM sign_up WHERE session = ?", session);
    run(database, "DELETE FROM sign_up WHERE session = ?", session);
    database.exec("INSERT INTO sign_up SELECT * FROM temp.shuffled ORDER BY random(); DELETE FROM temp.shuffled");
}

/// What is erased must leave the log as well. Nobody else has the file open, so nothing is in the way.
void empty_log(SQLite::Database& database) { static_cast<void>(truncate_log(database)); }

struct kept_row {
    std::array<std::uint8_t, 32> stamp{};
    domain::sign_up content;
};

std::vector<kept_row> rows_of(SQLite::Database& database, const codec& codec, const domain::session_id& session) {
    auto rows =
        query(database, "SELECT activity, stamp_hash, content FROM sign_up WHERE session = ? AND length(content) > 0",
              session);
    std::vector<kept_row> found;
    while (rows.executeStep()) {
        kept_row row{blob<32>(rows.getColumn(1)), {}};
        row.content.activity.text = rows.getColumn(0).getString();
        read_content(codec.open(bytes_of(rows.getColumn(2))), row.content);
        found.push_back(std::move(row));
    }
    return found;
}

}  // namespace

sign_up_store::sign_up_store(const std::filesystem::path& path, const codec& codec)
    : codec_(codec), database_(open_database(path)) {
    migrate(database_, format);
    telling_faults_apart([&] { database_.exec("CREATE TEMP TABLE shuffled AS SELECT * FROM sign_up WHERE false"); });
    empty_log(database_);
}

void sign_up_store::put(const domain::session_id& session, const domain::stamp_hash& stamp, std::uint32_t counter,
                        const domain::sign_up& wanted) {
    const auto content = wanted.themes.empty() ? std::string() : codec_.seal(content_of(wanted));
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        if (is_outdated(database_, session, wanted.activity, stamp, counter)) return;
        write_row(database_, session, wanted.activity, stamp, counter, content);
        shuffle_rows(database_, session);
    });
    empty_log(database_);
}

bool sign_up_store::holds(const domain::session_id& session, const domain::activity_id& activity,
                          const domain::stamp_hash& stamp, std::uint32_t counter) {
    const std::lock_guard lock(mutex_);
    return telling_faults_apart([&] { return is_outdated(database_, session, activity, stamp, counter); });
}

std::vector<domain::sign_up> sign_up_store::list(const domain::session_id& session) {
    const std::lock_guard lock(mutex_);
    return telling_faults_apart([&] {
        std::vector<domain::sign_up> all;
        for (auto& row : rows_of(database_, codec_, session)) all.push_back(std::move(row.content));
        return all;
    });
}

bool sign_up_store::remove(const domain::session_id& session, const domain::activity_id& activity,
                           const std::string& name, const std::string& contact) {
    const std::lock_guard lock(mutex_);
    const bool removed = in_transaction(database_, [&] {
        bool found = false;
        for (const auto& row : rows_of(database_, codec_, session)) {
            const auto& who = row.content;
            if (who.activity != activity || who.name != name || who.contact != contact) continue;
            run(database_, "UPDATE sign_up SET content = x'' WHERE session = ? AND activity = ? AND stamp_hash = ?",
                session, std::string_view(activity.text), row.stamp);
            found = true;
        }
        if (found) shuffle_rows(database_, session);
        return found;
    });
    empty_log(database_);
    return removed;
}

void sign_up_store::forget(const domain::session_id& session) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] { run(database_, "DELETE FROM sign_up WHERE session = ?", session); });
    empty_log(database_);
}

}  // namespace klartext::store
