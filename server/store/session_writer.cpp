#include "store/session_writer.hpp"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include "store/content.hpp"
#include "store/database.hpp"
#include "store/query.hpp"
#include "store/seats_file.hpp"
#include "store/session_schema.hpp"

namespace klartext::store {
namespace {

/// Binds values in order, absent ones as NULL, and runs the statement.
class filled {
public:
    explicit filled(SQLite::Statement& statement) : statement_(statement) {}

    filled& number(std::int64_t value) {
        statement_.bind(++at_, value);
        return *this;
    }
    template <class Value>
    filled& count(const std::optional<Value>& value) {
        return value ? number(*value) : nothing();
    }
    filled& text(const std::string& value) {
        statement_.bind(++at_, value);
        return *this;
    }
    template <class Id>
    filled& id(const Id& value) {
        bind_value(statement_, ++at_, value.bytes);
        return *this;
    }
    template <class Id>
    filled& id(const std::optional<Id>& value) {
        return value ? id(*value) : nothing();
    }
    filled& sealed(const std::string& value) {
        statement_.bind(++at_, value.data(), static_cast<int>(value.size()));
        return *this;
    }
    void run() {
        statement_.exec();
        statement_.reset();
    }

private:
    filled& nothing() {
        statement_.bind(++at_);
        return *this;
    }

    SQLite::Statement& statement_;
    int at_ = 0;
};

std::optional<std::int64_t> days_of(const std::optional<std::chrono::year_month_day>& day) {
    if (!day) return std::nullopt;
    return std::chrono::sys_days(*day).time_since_epoch().count();
}

std::optional<std::int64_t> minutes_of(const std::optional<domain::minute>& minute) {
    if (!minute) return std::nullopt;
    return minute->time_since_epoch().count();
}

constexpr auto update_head =
    "UPDATE session SET phase = ?, day = ?, door_open = ?, slots = ?, participants = ?, minutes_token = ?,"
    " content = ?";
constexpr auto upsert_activity =
    "INSERT INTO activity(id, position, phase, opened_minute, closed_minute, slot, uncovered, content)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position, phase = excluded.phase,"
    " opened_minute = excluded.opened_minute, closed_minute = excluded.closed_minute, slot = excluded.slot,"
    " uncovered = excluded.uncovered, content = excluded.content";
constexpr auto upsert_entry =
    "INSERT INTO entry(activity, id, on_entry, cluster, shown, standing, edit_hash, counter, content)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET on_entry = excluded.on_entry,"
    " cluster = excluded.cluster, shown = excluded.shown, standing = excluded.standing,"
    " edit_hash = excluded.edit_hash, counter = excluded.counter, content = excluded.content";
constexpr auto upsert_ballot =
    "INSERT INTO ballot(activity, stamp_hash, counter, content) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET counter = excluded.counter, content = excluded.content";
constexpr auto upsert_up_votes =
    "INSERT INTO up_vote(activity, stamp_hash, counter, content) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET counter = excluded.counter, content = excluded.content";
constexpr auto insert_spent = "INSERT INTO spent_stamp(activity, hash) VALUES (?, ?) ON CONFLICT DO NOTHING";
constexpr auto delete_activity = "DELETE FROM activity WHERE id = ?";

/// In the order of their keys the pages depend on what is stored alone: a shortened row left no gap, and none tells in
/// which order they came.
constexpr auto write_ballots_anew =
    "CREATE TEMP TABLE kept_ballot AS SELECT * FROM ballot;"
    "DELETE FROM ballot;"
    "INSERT INTO ballot SELECT * FROM temp.kept_ballot ORDER BY activity, stamp_hash;"
    "DROP TABLE temp.kept_ballot";

constexpr int busy_timeout_ms = 5000;

int note_log_pages(void* noted, sqlite3*, const char*, int pages) {
    *static_cast<int*>(noted) = pages;
    return SQLITE_OK;
}

}  // namespace

void insert_session(SQLite::Database& database, const codec& codec, const domain::session_head& head) {
    SQLite::Statement insert(database,
                             "INSERT INTO session(one, phase, day, door_open, slots, participants, minutes_token,"
                             " content) VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
    filled(insert)
        .number(static_cast<int>(head.phase))
        .count(days_of(head.day))
        .number(head.door_open)
        .number(head.slots)
        .number(head.participants)
        .text(head.minutes_token)
        .sealed(codec.seal(content_of(head)))
        .run();
}

session_writer::session_writer(session_place place, const codec& codec)
    : place_(std::move(place)),
      codec_(codec),
      content_(open_session_database(place_.content, when_missing::refuse)),
      head_(content_, update_head),
      activity_(content_, upsert_activity),
      entry_(content_, upsert_entry),
      ballot_(content_, upsert_ballot),
      up_votes_(content_, upsert_up_votes),
      spent_(content_, insert_spent),
      remove_(content_, delete_activity) {
    limit_pages(content_, place_.max_pages);
    sqlite3_wal_hook(content_.getHandle(), note_log_pages, log_pages_.get());
}

void session_writer::write(const final_rows& rows) {
    // An unlinked file would take every commit and lose it at the next restart.
    if (!std::filesystem::exists(place_.content)) throw std::runtime_error("the session's file has vanished");
    if (!rows.forget_seats) add_seats(rows);
    in_transaction(content_, [&] {
        for (const auto& activity : rows.removed) filled(remove_).text(activity.text).run();
        if (rows.forget_seats) content_.exec("DELETE FROM spent_stamp; DELETE FROM up_vote");
        for (const auto& row : in_random_order(rows)) std::visit([&](const auto* each) { put(*each); }, row);
        if (rows.rewrite_ballots) content_.exec(write_ballots_anew);
    });
    if (!rows.forget_seats) return;
    seats_.reset();
    try {
        destroy_seats(place_.seats);
    } catch (const std::exception& failure) {
        // The session is stored as closed: the next load or start destroys them.
        spdlog::error("the seats file of a closed session could not be destroyed yet: {}", failure.what());
    }
}

void session_writer::checkpoint() {
    telling_faults_apart([&] { content_.exec("PRAGMA wal_checkpoint(PASSIVE)"); });
    *log_pages_ = 0;
}

bool session_writer::empty_log() {
    // Who reads now is in the way at most until the next try; waiting would hold up other sessions.
    content_.setBusyTimeout(0);
    const bool emptied = truncate_log(content_);
    content_.setBusyTimeout(busy_timeout_ms);
    if (emptied) *log_pages_ = 0;
    return emptied;
}

void session_writer::add_seats(const final_rows& rows) {
    if (rows.seats.empty()) return;
    if (!seats_) seats_.emplace(open_seats(place_.seats));
    store::add_seats(*seats_, seats_in_random_order(rows));
}

void session_writer::put(const domain::session_head& head) {
    filled(head_)
        .number(static_cast<int>(head.phase))
        .count(days_of(head.day))
        .number(head.door_open)
        .number(head.slots)
        .number(head.participants)
        .text(head.minutes_token)
        .sealed(codec_.seal(content_of(head)))
        .run();
}

void session_writer::put(const live::session_rows::activity_row& row) {
    const auto& activity = row.activity;
    filled(activity_)
        .text(activity.planned.id.text)
        .number(row.position)
        .number(static_cast<int>(activity.phase))
        .count(minutes_of(activity.opened))
        .count(minutes_of(activity.closed))
        .count(activity.slot)
        .number(activity.uncovered)
        .sealed(codec_.seal(content_of(activity)))
        .run();
}

void session_writer::put(const live::session_rows::entry_row& row) {
    const auto& entry = row.entry;
    filled(entry_)
        .text(row.activity.text)
        .id(row.id)
        .id(entry.on)
        .id(entry.cluster)
        .number(entry.shown)
        .number(static_cast<int>(entry.standing))
        .id(entry.edit_hash)
        .number(entry.counter)
        .sealed(codec_.seal(content_of(entry)))
        .run();
}

void session_writer::put(const live::session_rows::ballot_row& row) {
    filled(ballot_)
        .text(row.activity.text)
        .id(row.stamp)
        .number(row.ballot.counter)
        .sealed(codec_.seal(content_of(row.ballot.ballot)))
        .run();
}

void session_writer::put(const live::session_rows::up_votes_row& row) {
    filled(up_votes_)
        .text(row.activity.text)
        .id(row.stamp)
        .number(row.kept.counter)
        .sealed(codec_.seal(content_of(row.kept)))
        .run();
}

void session_writer::put(const final_rows::spent_key& key) { filled(spent_).text(key.first.text).id(key.second).run(); }

}  // namespace klartext::store
