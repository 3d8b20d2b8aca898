#include "store/settings_store.hpp"

#include "store/database.hpp"
#include "store/main_database.hpp"
#include "store/query.hpp"

namespace klartext::store {

settings_store::settings_store(const std::filesystem::path& file)
    : database_(std::make_unique<SQLite::Database>(open_main_database(file))) {}

settings_store::~settings_store() = default;

std::optional<std::string> settings_store::value(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&]() -> std::optional<std::string> {
        auto row = query(*database_, "SELECT value FROM setting WHERE name = ?", name);
        if (!row.executeStep()) return std::nullopt;
        return row.getColumn(0).getString();
    });
}

void settings_store::set(std::string_view name, std::string_view value) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] {
        run(*database_,
            "INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            name, value);
    });
}

}  // namespace klartext::store
