#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace klartext::store {

/// What the operator has set for the whole server, as text by name, in data/klartext.db. Threads, cost and errors as
/// for session_list_store.
class settings_store {
public:
    explicit settings_store(const std::filesystem::path& file);
    ~settings_store();

    [[nodiscard]] std::optional<std::string> value(std::string_view name);
    void set(std::string_view name, std::string_view value);

private:
    std::mutex mutex_;
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace klartext::store
