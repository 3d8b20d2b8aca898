#pragma once
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/ids.hpp"

/// Prepared statements with their values bound in order, and blobs of a fixed size read back. For use inside store/.
namespace klartext::store {

inline void bind_value(SQLite::Statement& statement, int at, std::int64_t value) { statement.bind(at, value); }
inline void bind_value(SQLite::Statement& statement, int at, std::string_view value) {
    statement.bind(at, std::string(value));
}
inline void bind_value(SQLite::Statement& statement, int at, std::chrono::sys_seconds value) {
    statement.bind(at, static_cast<std::int64_t>(value.time_since_epoch().count()));
}
template <std::size_t N>
void bind_value(SQLite::Statement& statement, int at, const std::array<std::uint8_t, N>& value) {
    statement.bind(at, value.data(), static_cast<int>(N));
}
template <class Kind>
void bind_value(SQLite::Statement& statement, int at, const domain::id<Kind>& value) {
    bind_value(statement, at, value.bytes);
}

/// SQLite numbers the values from 1.
template <class... Values>
[[nodiscard]] SQLite::Statement query(SQLite::Database& database, const char* sql, const Values&... values) {
    SQLite::Statement statement(database, sql);
    [[maybe_unused]] int at = 0;
    (bind_value(statement, ++at, values), ...);
    return statement;
}

/// Runs a statement that returns no rows; the number of rows changed.
template <class... Values>
int run(SQLite::Database& database, const char* sql, const Values&... values) {
    return query(database, sql, values...).exec();
}

/// Throws std::runtime_error when the column holds another number of bytes.
template <std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> blob(const SQLite::Column& column) {
    if (column.getBytes() != static_cast<int>(N)) throw std::runtime_error("a stored id or hash has a wrong length");
    std::array<std::uint8_t, N> bytes;
    std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), N, bytes.begin());
    return bytes;
}

}  // namespace klartext::store
