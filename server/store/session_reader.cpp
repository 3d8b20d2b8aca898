#include "store/session_reader.hpp"

#include <SQLiteCpp/Transaction.h>

#include "store/content.hpp"
#include "store/query.hpp"

namespace klartext::store {
namespace {

/// The columns of one row in their order.
class row {
public:
    row(const SQLite::Statement& statement, const codec& codec) : statement_(statement), codec_(codec) {}

    std::int64_t number() { return next().getInt64(); }
    int small() { return next().getInt(); }
    bool flag() { return number() != 0; }
    std::string text() { return next().getString(); }
    template <class Enum>
    Enum named() {
        // The schema's CHECK lets no other number in.
        return static_cast<Enum>(small());
    }
    std::optional<std::int64_t> count() {
        const auto column = next();
        if (column.isNull()) return std::nullopt;
        return column.getInt64();
    }
    template <class Id>
    Id id() {
        return Id{blob<sizeof(Id::bytes)>(next())};
    }
    template <class Id>
    std::optional<Id> maybe_id() {
        const auto column = next();
        if (column.isNull()) return std::nullopt;
        return Id{blob<sizeof(Id::bytes)>(column)};
    }
    std::string opened() {
        const auto column = next();
        return codec_.open({static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
    }

private:
    SQLite::Column next() { return statement_.getColumn(at_++); }

    const SQLite::Statement& statement_;
    const codec& codec_;
    int at_ = 0;
};

std::optional<domain::minute> minute_of(std::optional<std::int64_t> minutes) {
    if (!minutes) return std::nullopt;
    return domain::minute(std::chrono::minutes(*minutes));
}

void read_head(SQLite::Database& database, const codec& codec, live::stored_session& session) {
    auto found =
        query(database, "SELECT phase, day, door_open, slots, participants, minutes_token, content FROM session");
    if (!found.executeStep()) throw std::runtime_error("a session's file lacks the session");
    row columns(found, codec);
    auto& head = session.state.head;
    head.phase = columns.named<domain::session_phase>();
    if (const auto day = columns.count()) head.day = std::chrono::sys_days(std::chrono::days(*day));
    head.door_open = columns.flag();
    head.slots = columns.small();
    head.participants = columns.small();
    head.minutes_token = columns.text();
    read_content(columns.opened(), head);
}

void read_entries(SQLite::Database& database, const codec& codec, domain::activity& activity) {
    auto found = query(database,
                       "SELECT id, on_entry, cluster, shown, standing, edit_hash, counter, content FROM entry"
                       " WHERE activity = ?",
                       activity.planned.id.text);
    while (found.executeStep()) {
        row columns(found, codec);
        auto& entry = activity.entries[columns.id<domain::entry_id>()];
        entry.on = columns.maybe_id<domain::entry_id>();
        entry.cluster = columns.maybe_id<domain::cluster_id>();
        entry.shown = columns.flag();
        entry.standing = columns.named<domain::standing>();
        entry.edit_hash = columns.id<domain::edit_hash>();
        entry.counter = static_cast<std::uint32_t>(columns.number());
        read_content(columns.opened(), entry);
    }
}

void read_ballots(SQLite::Database& database, const codec& codec, domain::activity& activity) {
    auto found =
        query(database, "SELECT stamp_hash, counter, content FROM ballot WHERE activity = ?", activity.planned.id.text);
    while (found.executeStep()) {
        row columns(found, codec);
        auto& counted = activity.ballots[columns.id<domain::stamp_hash>()];
        counted.counter = static_cast<std::uint32_t>(columns.number());
        read_content(columns.opened(), counted.ballot);
    }
}

void read_up_votes(SQLite::Database& database, const codec& codec, domain::activity& activity) {
    auto found = query(database, "SELECT stamp_hash, counter, content FROM up_vote WHERE activity = ?",
                       activity.planned.id.text);
    while (found.executeStep()) {
        row columns(found, codec);
        auto& kept = activity.up_votes[columns.id<domain::stamp_hash>()];
        kept.counter = static_cast<std::uint32_t>(columns.number());
        read_content(columns.opened(), kept);
    }
}

void read_spent(SQLite::Database& database, const codec& codec, domain::activity& activity) {
    auto found = query(database, "SELECT hash FROM spent_stamp WHERE activity = ?", activity.planned.id.text);
    while (found.executeStep()) activity.spent.insert(row(found, codec).id<domain::stamp_hash>());
}

void read_agenda(SQLite::Database& database, const codec& codec, std::vector<domain::activity>& agenda) {
    auto found = query(database,
                       "SELECT id, phase, opened_minute, closed_minute, slot, uncovered, content FROM activity"
                       " ORDER BY position, id");
    while (found.executeStep()) {
        row columns(found, codec);
        auto& activity = agenda.emplace_back();
        activity.planned.id.text = columns.text();
        activity.phase = columns.named<domain::phase>();
        activity.opened = minute_of(columns.count());
        activity.closed = minute_of(columns.count());
        if (const auto slot = columns.count()) activity.slot = static_cast<int>(*slot);
        activity.uncovered = columns.flag();
        read_content(columns.opened(), activity);
        read_entries(database, codec, activity);
        read_ballots(database, codec, activity);
        read_up_votes(database, codec, activity);
        read_spent(database, codec, activity);
    }
}

}  // namespace

live::stored_session read_session(SQLite::Database& database, const codec& codec) {
    live::stored_session session;
    SQLite::Transaction one_moment(database);
    read_head(database, codec, session);
    read_agenda(database, codec, session.state.agenda);
    one_moment.commit();
    return session;
}

}  // namespace klartext::store
