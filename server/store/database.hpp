#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <span>
#include <stdexcept>
#include <string_view>
#include <type_traits>

/// How every SQLite file of Klartext is opened, migrated and written. For use inside store/ only.
namespace klartext::store {

/// The storage did not take a write now but may take it later: disk full, input/output error, read-only or locked
/// file. Nothing of the transaction is kept. Every other fault of SQLite stays a SQLite::Exception.
class write_failed : public std::runtime_error {
public:
    explicit write_failed(int sqlite_code);
    [[nodiscard]] int code() const noexcept { return code_; }  ///< extended SQLite result code

private:
    int code_;
};

/// The file was written by a newer program. what() says so in a sentence for the operator.
class file_too_new : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

enum class when_missing { create, refuse };

/// A connection with the pragmas that all of Klartext relies on: WAL, synchronous=FULL, foreign keys, secure_delete,
/// 5 s busy timeout, no trusted schema, temporary tables in memory. A new file is readable by its owner alone.
/// One connection belongs to one thread at a time. Throws write_failed; SQLite::Exception for a file that is no
/// database; std::filesystem::filesystem_error when the file is missing and not to be created, or its folder is.
[[nodiscard]] SQLite::Database open_database(const std::filesystem::path&, when_missing = when_missing::create);

/// Brings the file to version steps.size(): step i leads from user_version i to i + 1, each in one immediate
/// transaction of its own. Steps may be appended, never changed. Throws file_too_new, write_failed.
void migrate(SQLite::Database&, std::span<const std::string_view> steps);

/// Moves the log into the file and empties it, so that deleted content is in neither. False when a reader was in the
/// way.
[[nodiscard]] bool truncate_log(SQLite::Database&);

/// Throws write_failed where that is what happened, otherwise the exception itself.
[[noreturn]] void rethrow(const SQLite::Exception&);

/// Runs work, with SQLite's faults told apart as described above.
template <class Work>
auto telling_faults_apart(Work&& work) -> std::invoke_result_t<Work> {
    try {
        return work();
    } catch (const SQLite::Exception& fault) {
        rethrow(fault);
    }
}

/// Runs work between BEGIN IMMEDIATE and COMMIT and returns what it returns, after the commit. Any exception rolls
/// back.
template <class Work>
auto in_transaction(SQLite::Database& database, Work&& work) -> std::invoke_result_t<Work> {
    return telling_faults_apart([&]() -> std::invoke_result_t<Work> {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            transaction.commit();
        } else {
            auto outcome = work();
            transaction.commit();
            return outcome;
        }
    });
}

}  // namespace klartext::store
