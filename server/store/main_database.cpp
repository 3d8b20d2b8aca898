#include "store/main_database.hpp"

#include <array>
#include <string_view>

#include "store/database.hpp"

namespace klartext::store {
namespace {

// WITHOUT ROWID: no table keeps the order in which its rows came.
constexpr std::array<std::string_view, 1> steps{R"(
CREATE TABLE account(
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password TEXT,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    administrator INTEGER NOT NULL CHECK (administrator IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_link(
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('set_password', 'first_account')),
    account BLOB REFERENCES account(id) ON DELETE CASCADE,
    expires INTEGER NOT NULL,
    CHECK ((purpose = 'first_account') = (account IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE login(
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    account BLOB NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session_list(
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 8),
    owner BLOB NOT NULL REFERENCES account(id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
)"};

}  // namespace

SQLite::Database open_main_database(const std::filesystem::path& file) {
    auto database = open_database(file);
    migrate(database, steps);
    return database;
}

}  // namespace klartext::store
