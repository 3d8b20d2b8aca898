#include "store/database.hpp"

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace klartext::store {
namespace {

namespace fs = std::filesystem;

// Never opens a file that exists: closing it again would drop the locks of this process's other connections to it.
void create_private(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
        ::close(descriptor);
        return;
    }
    const int cause = errno;
    if (cause == EEXIST) return;
    if (cause == ENOSPC || cause == EDQUOT) throw write_failed(SQLITE_FULL);
    throw fs::filesystem_error("cannot create database", path, std::error_code(cause, std::generic_category()));
}

void set_pragmas(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
        throw std::runtime_error("this file system does not support SQLite's write-ahead log");
    database.exec(
        "PRAGMA synchronous = FULL;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA trusted_schema = OFF;"
        "PRAGMA temp_store = MEMORY;");
}

std::size_t version_of(SQLite::Database& database) {
    return static_cast<std::size_t>(database.execAndGet("PRAGMA user_version").getInt64());
}

void refuse_newer(SQLite::Database& database, std::size_t known) {
    const auto version = version_of(database);
    if (version <= known) return;
    throw file_too_new(
        fmt::format("{} was written by a newer Klartext (format {}, this program knows formats up to {}). Start "
                    "the newer program, or restore a backup made by this one.",
                    fs::path(database.getFilename()).filename().string(), version, known));
}

}  // namespace

write_failed::write_failed(int sqlite_code)
    : std::runtime_error(fmt::format("the storage did not take a write (SQLite code {})", sqlite_code)),
      code_(sqlite_code) {}

void rethrow(const SQLite::Exception& fault) {
    switch (fault.getErrorCode()) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_BUSY: throw write_failed(fault.getExtendedErrorCode());
        default: throw fault;
    }
}

SQLite::Database open_database(const fs::path& path, when_missing missing) {
    if (missing == when_missing::create)
        create_private(path);
    else if (!fs::exists(path))
        throw fs::filesystem_error("no such database", path,
                                   std::make_error_code(std::errc::no_such_file_or_directory));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    return telling_faults_apart([&] {
        constexpr int busy_timeout_ms = 5000;
        SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
        set_pragmas(database);
        return database;
    });
}

void migrate(SQLite::Database& database, std::span<const std::string_view> steps) {
    telling_faults_apart([&] { refuse_newer(database, steps.size()); });
    for (std::size_t step = 0; step < steps.size(); ++step)
        in_transaction(database, [&] {
            // Read again inside the transaction: another program may have migrated meanwhile.
            if (version_of(database) != step) return;
            database.exec(std::string(steps[step]));
            database.exec(fmt::format("PRAGMA user_version = {}", step + 1));
        });
}

bool truncate_log(SQLite::Database& database) {
    return telling_faults_apart([&] { return database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0; });
}

}  // namespace klartext::store
