#include "store/reading.hpp"

namespace klartext::store {

SQLite::Database open_alone(const std::filesystem::path& file) {
    constexpr int busy_timeout_ms = 1000;
    return telling_faults_apart([&] {
        SQLite::Database database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
        // Before the first access: from then on the index of the log is kept in memory.
        database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF;");
        return database;
    });
}

}  // namespace klartext::store
