#pragma once
#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "store/database.hpp"

/// `<id>.db`: all that is kept of one session, and the whole list of its columns.
namespace klartext::store {

/// Opened as every database, in the newest format, with no checkpoint of its own: whoever writes decides when.
[[nodiscard]] SQLite::Database open_session_database(const std::filesystem::path&, when_missing);

/// Lowers or lifts how far this connection lets the file grow; 0: as far as the disk goes.
void limit_pages(SQLite::Database&, int pages);

}  // namespace klartext::store
