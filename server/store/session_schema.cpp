#include "store/session_schema.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace klartext::store {
namespace {

// WITHOUT ROWID, random keys and no further index: nothing here counts rows in the order in which they came.
// Deferred foreign keys: the rows of a batch are written in random order.
constexpr std::array<std::string_view, 2> steps{R"(
CREATE TABLE session(
    one           INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    phase         INTEGER NOT NULL CHECK (phase IN (0, 1, 2)),
    day           INTEGER,                                        -- days since 1970-01-01
    door_open     INTEGER NOT NULL CHECK (door_open IN (0, 1)),
    slots         INTEGER NOT NULL,
    participants  INTEGER NOT NULL,
    minutes_token TEXT NOT NULL,
    content       BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activity(
    id            TEXT NOT NULL PRIMARY KEY,
    position      INTEGER NOT NULL,
    phase         INTEGER NOT NULL CHECK (phase IN (0, 1, 2)),
    opened_minute INTEGER,                                        -- minutes since 1970-01-01
    closed_minute INTEGER,
    slot          INTEGER,
    uncovered     INTEGER NOT NULL CHECK (uncovered IN (0, 1)),
    content       BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry(
    activity  TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id        BLOB NOT NULL CHECK (length(id) = 16),
    on_entry  BLOB,
    cluster   BLOB CHECK (length(cluster) = 16),
    shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),
    standing  INTEGER NOT NULL CHECK (standing IN (0, 1, 2)),
    edit_hash BLOB NOT NULL CHECK (length(edit_hash) = 32),
    counter   INTEGER NOT NULL,
    content   BLOB NOT NULL,
    PRIMARY KEY (activity, id),
    FOREIGN KEY (activity, on_entry) REFERENCES entry(activity, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot(
    activity   TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    stamp_hash BLOB NOT NULL CHECK (length(stamp_hash) = 32),
    counter    INTEGER NOT NULL,
    content    BLOB NOT NULL,
    PRIMARY KEY (activity, stamp_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE spent_stamp(
    activity TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (activity, hash)
) STRICT, WITHOUT ROWID;
)",
                                                R"(
CREATE TABLE up_vote(
    activity   TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    stamp_hash BLOB NOT NULL CHECK (length(stamp_hash) = 32),
    counter    INTEGER NOT NULL,
    content    BLOB NOT NULL,
    PRIMARY KEY (activity, stamp_hash)
) STRICT, WITHOUT ROWID;
)"};

}  // namespace

SQLite::Database open_session_database(const std::filesystem::path& file, when_missing missing) {
    auto database = open_database(file, missing);
    migrate(database, steps);
    telling_faults_apart([&] { database.exec("PRAGMA wal_autocheckpoint = 0"); });
    return database;
}

void limit_pages(SQLite::Database& database, int pages) {
    constexpr int as_many_as_sqlite_can = 1073741823;
    telling_faults_apart(
        [&] { database.exec(fmt::format("PRAGMA max_page_count = {}", pages > 0 ? pages : as_many_as_sqlite_can)); });
}

}  // namespace klartext::store
