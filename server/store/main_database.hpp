#pragma once
#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace klartext::store {

/// Opens data/klartext.db (accounts, links, logins, list of sessions, settings; no content of any session) and brings
/// it to the newest format. Throws as open_database and migrate do.
[[nodiscard]] SQLite::Database open_main_database(const std::filesystem::path& file);

}  // namespace klartext::store
