#include "store/seats_file.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <string_view>

#include "store/database.hpp"
#include "store/files.hpp"
#include "store/query.hpp"
#include "store/reading.hpp"

namespace klartext::store {
namespace {

constexpr std::array<std::string_view, 1> steps{R"(
CREATE TABLE seat(
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_key(
    purpose TEXT NOT NULL PRIMARY KEY CHECK (purpose IN ('stamps', 'addresses')),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;
)"};

std::array<std::uint8_t, 32> key_for(SQLite::Database& database, std::string_view purpose) {
    auto found = query(database, "SELECT key FROM session_key WHERE purpose = ?", purpose);
    if (!found.executeStep()) throw std::runtime_error("a seats file lacks a key");
    return blob<32>(found.getColumn(0));
}

/// Killed between emptying and unlinking: what is left is a file without keys, which says nothing any more.
bool emptied(SQLite::Database& database) { return !query(database, "SELECT 1 FROM session_key").executeStep(); }

std::optional<stored_seats> seats_in(SQLite::Database& database) {
    if (emptied(database)) return std::nullopt;
    stored_seats found{{}, {key_for(database, "stamps"), key_for(database, "addresses")}};
    auto seats = query(database, "SELECT hash FROM seat");
    while (seats.executeStep()) found.seats.insert({blob<32>(seats.getColumn(0))});
    return found;
}

void empty(const std::filesystem::path& file) {
    auto database = open_database(file, when_missing::refuse);
    in_transaction(database, [&] { database.exec("DELETE FROM seat; DELETE FROM session_key;"); });
    if (!truncate_log(database)) spdlog::warn("the log of a seats file was in use when it was destroyed");
}

}  // namespace

void create_seats(const std::filesystem::path& file, const live::session_keys& keys) {
    auto database = open_database(file);
    migrate(database, steps);
    constexpr auto insert = "INSERT INTO session_key(purpose, key) VALUES (?, ?)";
    in_transaction(database, [&] {
        run(database, insert, std::string_view("stamps"), keys.stamps);
        run(database, insert, std::string_view("addresses"), keys.addresses);
    });
}

SQLite::Database open_seats(const std::filesystem::path& file) {
    auto database = open_database(file, when_missing::refuse);
    migrate(database, steps);
    return database;
}

void add_seats(SQLite::Database& database, std::span<const domain::seat_hash> seats) {
    in_transaction(database, [&] {
        SQLite::Statement insert(database, "INSERT INTO seat(hash) VALUES (?) ON CONFLICT DO NOTHING");
        for (const auto& seat : seats) {
            bind_value(insert, 1, seat.bytes);
            insert.exec();
            insert.reset();
        }
    });
}

std::optional<stored_seats> read_seats(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return std::nullopt;
    try {
        return read_even_if_full(file, open_seats, seats_in);
    } catch (const std::exception&) {
        // Destroyed while it was read: then there are no seats, which is no fault.
        if (!std::filesystem::exists(file)) return std::nullopt;
        throw;
    }
}

void destroy_seats(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return;
    try {
        empty(file);
    } catch (const std::exception& failure) {
        spdlog::warn("a seats file could not be emptied before it was unlinked: {}", failure.what());
    }
    unlink_database(file);
}

}  // namespace klartext::store
