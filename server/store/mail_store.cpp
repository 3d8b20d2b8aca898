#include "store/mail_store.hpp"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include "crypto/crypto.hpp"
#include "store/database.hpp"

namespace klartext::store {
namespace {

using mail::moment;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr auto kept_after_close = hours(72);
constexpr auto kept_without_close = days(14);

// Primary keys are random and there are no further indexes: nothing here grows in the order of arrival.
constexpr std::array<std::string_view, 1> format{R"(
CREATE TABLE mail_session(
    id        BLOB PRIMARY KEY,
    created   INTEGER NOT NULL,            -- day of the first address, as days since 1970-01-01
    closed_at INTEGER,                     -- minutes since 1970-01-01
    sent      INTEGER NOT NULL DEFAULT 0,
    failed    INTEGER NOT NULL DEFAULT 0,
    last_code INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE address_key(
    session BLOB PRIMARY KEY REFERENCES mail_session(id) ON DELETE CASCADE,
    key     BLOB NOT NULL,
    until   INTEGER NOT NULL               -- minutes since 1970-01-01
) STRICT, WITHOUT ROWID;
CREATE TABLE address(
    session      BLOB NOT NULL REFERENCES mail_session(id) ON DELETE CASCADE,
    stamp        BLOB NOT NULL,
    id           BLOB NOT NULL,
    address      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'queued')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER,                  -- milliseconds since 1970-01-01; 0 until the first attempt, null while waiting
    lease_until  INTEGER,                  -- milliseconds since 1970-01-01
    last_code    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (session, stamp)
) STRICT, WITHOUT ROWID;
CREATE TABLE spent_stamp(
    session BLOB NOT NULL REFERENCES mail_session(id) ON DELETE CASCADE,
    stamp   BLOB NOT NULL,
    PRIMARY KEY (session, stamp)
) STRICT, WITHOUT ROWID;
)"};

template <std::size_t Size>
void bind(SQLite::Statement& statement, int place, const std::array<std::uint8_t, Size>& bytes) {
    statement.bind(place, bytes.data(), static_cast<int>(Size));
}
void bind(SQLite::Statement& statement, int place, std::int64_t number) { statement.bind(place, number); }
void bind(SQLite::Statement& statement, int place, const std::string& text) { statement.bind(place, text); }
void bind(SQLite::Statement& statement, int place, std::span<const std::uint8_t> bytes) {
    // SQLite takes an empty span's null pointer for NULL.
    statement.bind(place, bytes.empty() ? static_cast<const void*>("") : bytes.data(), static_cast<int>(bytes.size()));
}

template <class... Values>
SQLite::Statement prepared(SQLite::Database& database, const char* sql, const Values&... values) {
    SQLite::Statement statement(database, sql);
    int place = 0;
    (bind(statement, ++place, values), ...);
    return statement;
}

template <class... Values>
int execute(SQLite::Database& database, const char* sql, const Values&... values) {
    return prepared(database, sql, values...).exec();
}

std::int64_t milliseconds_of(moment at) { return at.time_since_epoch().count(); }
std::int64_t minute_of(moment at) { return std::chrono::floor<minutes>(at).time_since_epoch().count(); }
std::int64_t minute_after(moment at) { return std::chrono::ceil<minutes>(at).time_since_epoch().count(); }
std::int64_t day_of(moment at) { return std::chrono::floor<days>(at).time_since_epoch().count(); }

mail::mail_id random_id() { return {.bytes = crypto::random_bytes<16>()}; }

template <class Id>
Id id_in(const SQLite::Column& column) {
    Id id;
    if (column.getBytes() != static_cast<int>(id.bytes.size()))
        throw std::runtime_error("malformed id in the mail file");
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy(bytes, bytes + id.bytes.size(), id.bytes.begin());
    return id;
}

/// What is erased must leave the log as well. Nobody else has the file open, so nothing is in the way.
void empty_log(SQLite::Database& database) { static_cast<void>(truncate_log(database)); }

bool is_closed(SQLite::Database& database, const domain::session_id& session) {
    return prepared(database, "SELECT 1 FROM mail_session WHERE id = ? AND closed_at IS NOT NULL", session.bytes)
        .executeStep();
}

bool takes_late_addresses(SQLite::Database& database, const domain::session_id& session, moment now) {
    return prepared(database, "SELECT 1 FROM address_key WHERE session = ? AND until > ?", session.bytes,
                    minute_of(now))
        .executeStep();
}

bool is_spent(SQLite::Database& database, const domain::session_id& session, const domain::stamp_hash& stamp) {
    return prepared(database, "SELECT 1 FROM spent_stamp WHERE session = ? AND stamp = ?", session.bytes, stamp.bytes)
        .executeStep();
}

bool is_there(SQLite::Database& database, const domain::session_id& session, const domain::stamp_hash& stamp,
              const std::string& address) {
    return prepared(database, "SELECT 1 FROM address WHERE session = ? AND stamp = ? AND address = ?", session.bytes,
                    stamp.bytes, address)
        .executeStep();
}

void know_session(SQLite::Database& database, const domain::session_id& session, moment now) {
    execute(database, "INSERT INTO mail_session(id, created) VALUES (?, ?) ON CONFLICT DO NOTHING", session.bytes,
            day_of(now));
}

/// Rows of a page lie in the order of writing, whatever their keys: so all of them are written again, in random order.
/// By way of a table in memory, because a row that is replaced on its own falls back into its old place.
void shuffle_rows(SQLite::Database& database, const domain::session_id& session) {
    execute(database, "INSERT INTO temp.shuffled SELECT * FROM address WHERE session = ?", session.bytes);
    execute(database, "DELETE FROM address WHERE session = ?", session.bytes);
    database.exec("INSERT INTO address SELECT * FROM temp.shuffled ORDER BY random(); DELETE FROM temp.shuffled");
}

/// Counts a mail in its session, then erases it.
void erase_mail(SQLite::Database& database, const mail::mail_id& id, const char* count_sql) {
    execute(database, count_sql, id.bytes);
    execute(database, "DELETE FROM address WHERE id = ?", id.bytes);
}

void note_code(SQLite::Database& database, const mail::mail_id& id, int smtp_code) {
    execute(database, "UPDATE mail_session SET last_code = ? WHERE id = (SELECT session FROM address WHERE id = ?)",
            std::int64_t{smtp_code}, id.bytes);
}

int number(SQLite::Database& database, const char* sql, const domain::session_id& session) {
    auto statement = prepared(database, sql, session.bytes);
    return statement.executeStep() ? statement.getColumn(0).getInt() : 0;
}

std::optional<moment> end_of_keeping(SQLite::Database& database, const domain::session_id& session) {
    auto closed =
        prepared(database, "SELECT closed_at FROM mail_session WHERE id = ? AND closed_at IS NOT NULL", session.bytes);
    if (!closed.executeStep()) return std::nullopt;
    return moment(minutes(closed.getColumn(0).getInt64())) + kept_after_close;
}

void erase_old_keys(SQLite::Database& database, moment now) {
    execute(database, "DELETE FROM address_key WHERE until <= ?", minute_of(now));
    database.exec(
        "DELETE FROM spent_stamp WHERE session NOT IN (SELECT session FROM address_key)"
        " AND session IN (SELECT id FROM mail_session WHERE closed_at IS NOT NULL)");
}

void give_up_old_mails(SQLite::Database& database, moment now) {
    const auto closed_before = minute_of(now - kept_after_close);
    execute(database,
            "UPDATE mail_session SET failed = failed + (SELECT count(*) FROM address WHERE session = mail_session.id)"
            " WHERE closed_at <= ?",
            closed_before);
    execute(database, "DELETE FROM address WHERE session IN (SELECT id FROM mail_session WHERE closed_at <= ?)",
            closed_before);
}

void forget_unclosed(SQLite::Database& database, moment now) {
    execute(database, "DELETE FROM mail_session WHERE closed_at IS NULL AND created <= ?",
            day_of(now - kept_without_close));
}

}  // namespace

mail_store::mail_store(const std::filesystem::path& path) : database_(open_database(path)) {
    migrate(database_, format);
    telling_faults_apart([&] { database_.exec("CREATE TEMP TABLE shuffled AS SELECT * FROM address WHERE false"); });
    empty_log(database_);  // of what a stopped program left there
}

leaving mail_store::leave_address(const domain::session_id& session, const domain::stamp_hash& stamp,
                                  const mail::mail_address& address, moment now) {
    const std::lock_guard lock(mutex_);
    const auto outcome = in_transaction(database_, [&] {
        const bool closed = is_closed(database_, session);
        if (closed && !takes_late_addresses(database_, session, now)) return leaving::too_late;
        if (is_spent(database_, session, stamp)) return leaving::already_sent;
        if (is_there(database_, session, stamp, address.text())) return leaving::accepted;
        know_session(database_, session, now);
        execute(database_,
                closed ? "REPLACE INTO address(session, stamp, id, address, state, next_attempt)"
                         " VALUES (?, ?, ?, ?, 'queued', 0)"
                       : "REPLACE INTO address(session, stamp, id, address, state) VALUES (?, ?, ?, ?, 'waiting')",
                session.bytes, stamp.bytes, random_id().bytes, address.text());
        shuffle_rows(database_, session);
        return leaving::accepted;
    });
    empty_log(database_);
    return outcome;
}

void mail_store::close_session(const domain::session_id& session, std::span<const std::uint8_t> key, moment until,
                               moment now) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        know_session(database_, session, now);
        if (execute(database_, "UPDATE mail_session SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
                    minute_of(now), session.bytes) == 0)
            return;
        execute(database_, "UPDATE address SET state = 'queued', next_attempt = 0 WHERE session = ?", session.bytes);
        execute(database_, "INSERT INTO address_key(session, key, until) VALUES (?, ?, ?)", session.bytes, key,
                minute_after(until));
    });
}

std::optional<std::vector<std::uint8_t>> mail_store::address_key(const domain::session_id& session, moment now) {
    const std::lock_guard lock(mutex_);
    return telling_faults_apart([&]() -> std::optional<std::vector<std::uint8_t>> {
        auto found = prepared(database_, "SELECT key FROM address_key WHERE session = ? AND until > ?", session.bytes,
                              minute_of(now));
        if (!found.executeStep()) return std::nullopt;
        const auto key = found.getColumn(0);
        const auto* bytes = static_cast<const std::uint8_t*>(key.getBlob());
        return std::vector<std::uint8_t>(bytes, bytes + key.getBytes());
    });
}

mail_counts mail_store::counts(const domain::session_id& session) {
    const std::lock_guard lock(mutex_);
    return telling_faults_apart([&] {
        const int on_their_way =
            number(database_, "SELECT count(*) FROM address WHERE session = ? AND state = 'queued'", session);
        return mail_counts{
            .waiting =
                number(database_, "SELECT count(*) FROM address WHERE session = ? AND state = 'waiting'", session),
            .queued = held_until_ ? 0 : on_their_way,
            .held = held_until_ ? on_their_way : 0,
            .sent = number(database_, "SELECT sent FROM mail_session WHERE id = ?", session),
            .failed = number(database_, "SELECT failed FROM mail_session WHERE id = ?", session),
            .last_code = number(database_, "SELECT last_code FROM mail_session WHERE id = ?", session),
            .kept_until = on_their_way > 0 ? end_of_keeping(database_, session) : std::nullopt};
    });
}

bool mail_store::held() {
    const std::lock_guard lock(mutex_);
    return held_until_.has_value();
}

void mail_store::forget(const domain::session_id& session) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] { execute(database_, "DELETE FROM mail_session WHERE id = ?", session.bytes); });
    empty_log(database_);
}

std::optional<mail::leased_mail> mail_store::lease_next(moment now, moment lease_until) {
    const std::lock_guard lock(mutex_);
    if (held_until_ && now < *held_until_) return std::nullopt;
    held_until_.reset();
    return in_transaction(database_, [&]() -> std::optional<mail::leased_mail> {
        auto due = prepared(database_,
                            "SELECT id, session, address, attempts FROM address WHERE state = 'queued'"
                            " AND next_attempt <= ? AND (lease_until IS NULL OR lease_until <= ?)"
                            " ORDER BY random() LIMIT 1",
                            milliseconds_of(now), milliseconds_of(now));
        if (!due.executeStep()) return std::nullopt;
        mail::leased_mail mail{.id = id_in<mail::mail_id>(due.getColumn(0)),
                               .session = id_in<domain::session_id>(due.getColumn(1)),
                               .address = due.getColumn(2).getString(),
                               .attempts = due.getColumn(3).getInt()};
        due.reset();
        execute(database_, "UPDATE address SET lease_until = ? WHERE id = ?", milliseconds_of(lease_until),
                mail.id.bytes);
        return mail;
    });
}

void mail_store::mark_sent(const mail::mail_id& id) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        execute(database_,
                "INSERT INTO spent_stamp SELECT session, stamp FROM address WHERE id = ? AND session IN"
                " (SELECT session FROM address_key)",
                id.bytes);
        erase_mail(database_, id,
                   "UPDATE mail_session SET sent = sent + 1 WHERE id = (SELECT session FROM address WHERE id = ?)");
    });
    empty_log(database_);
}

void mail_store::mark_retry(const mail::mail_id& id, moment next_attempt, int smtp_code) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        execute(database_,
                "UPDATE address SET attempts = attempts + 1, next_attempt = ?, last_code = ?, lease_until = NULL"
                " WHERE id = ?",
                milliseconds_of(next_attempt), std::int64_t{smtp_code}, id.bytes);
        note_code(database_, id, smtp_code);
    });
}

void mail_store::mark_failed(const mail::mail_id& id, int smtp_code) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        note_code(database_, id, smtp_code);
        erase_mail(database_, id,
                   "UPDATE mail_session SET failed = failed + 1 WHERE id = (SELECT session FROM address WHERE id = ?)");
    });
    empty_log(database_);
}

void mail_store::hold_all(moment until) {
    const std::lock_guard lock(mutex_);
    held_until_ = until;
    in_transaction(database_, [&] { database_.exec("UPDATE address SET lease_until = NULL"); });
}

void mail_store::release() {
    const std::lock_guard lock(mutex_);
    held_until_.reset();
    in_transaction(database_, [&] { database_.exec("UPDATE address SET next_attempt = 0 WHERE state = 'queued'"); });
}

void mail_store::expire(moment now) {
    const std::lock_guard lock(mutex_);
    in_transaction(database_, [&] {
        erase_old_keys(database_, now);
        give_up_old_mails(database_, now);
        forget_unclosed(database_, now);
    });
    empty_log(database_);
}

}  // namespace klartext::store
