#pragma once
#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <type_traits>

#include "store/database.hpp"

namespace klartext::store {

/// A connection to an existing file that shares it with nobody, and so needs no room on the disk for the index that
/// SQLite shares between connections. Whoever else has the file open, or opens it meanwhile, is in the way.
[[nodiscard]] SQLite::Database open_alone(const std::filesystem::path&);

/// Runs `read` on the connection that `open` gives; on a full disk, where that can fail, on one that is alone.
template <class Open, class Read>
auto read_even_if_full(const std::filesystem::path& file, Open&& open, Read&& read)
    -> std::invoke_result_t<Read, SQLite::Database&> {
    try {
        auto database = open(file);
        return read(database);
    } catch (const write_failed&) {
        auto database = open_alone(file);
        return telling_faults_apart([&] { return read(database); });
    }
}

}  // namespace klartext::store
