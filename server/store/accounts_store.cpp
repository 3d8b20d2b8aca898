#include "store/accounts_store.hpp"

#include "store/database.hpp"
#include "store/main_database.hpp"
#include "store/query.hpp"

namespace klartext::store {
namespace {

using std::chrono::sys_seconds;

account_state state_from(const std::string& text) {
    if (text == "active") return account_state::active;
    return text == "invited" ? account_state::invited : account_state::disabled;
}

// Expects the columns id, name, state, administrator, in this order.
account read_account(SQLite::Statement& row) {
    return {.id = {blob<16>(row.getColumn(0))},
            .name = row.getColumn(1).getString(),
            .state = state_from(row.getColumn(2).getString()),
            .administrator = row.getColumn(3).getInt() != 0};
}

bool no_account(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM account").getInt() == 0;
}

bool name_taken(SQLite::Database& database, const std::string& name) {
    return query(database, "SELECT 1 FROM account WHERE name = ?", name).executeStep();
}

void insert_account(SQLite::Database& database, const account& added) {
    run(database, "INSERT INTO account(id, name, state, administrator) VALUES (?, ?, 'invited', ?)", added.id,
        added.name, std::int64_t{added.administrator});
    run(database, "DELETE FROM one_time_link WHERE purpose = 'first_account'");
}

void insert_link(SQLite::Database& database, const account_id& account, const link& added, sys_seconds now) {
    run(database, "DELETE FROM one_time_link WHERE expires <= ?", now);
    run(database, "INSERT INTO one_time_link(hash, purpose, account, expires) VALUES (?, 'set_password', ?, ?)",
        added.hash, account, added.expires);
}

void end_logins_and_links(SQLite::Database& database, const account_id& account) {
    run(database, "DELETE FROM login WHERE account = ?", account);
    run(database, "DELETE FROM one_time_link WHERE account = ?", account);
}

void write_password(SQLite::Database& database, const account_id& account, std::string_view password) {
    run(database,
        "UPDATE account SET password = ?, state = CASE state WHEN 'disabled' THEN state ELSE 'active' END WHERE id = ?",
        password, account);
    end_logins_and_links(database, account);
}

}  // namespace

accounts_store::accounts_store(const std::filesystem::path& file)
    : database_(std::make_unique<SQLite::Database>(open_main_database(file))) {}

accounts_store::~accounts_store() = default;

bool accounts_store::empty() {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&] { return no_account(*database_); });
}

std::vector<account> accounts_store::list() {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&] {
        std::vector<account> accounts;
        auto rows = query(*database_, "SELECT id, name, state, administrator FROM account ORDER BY name");
        while (rows.executeStep()) accounts.push_back(read_account(rows));
        return accounts;
    });
}

std::optional<account_with_password> accounts_store::by_name(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&]() -> std::optional<account_with_password> {
        auto row =
            query(*database_, "SELECT id, name, state, administrator, password FROM account WHERE name = ?", name);
        if (!row.executeStep()) return std::nullopt;
        account_with_password found{.account = read_account(row), .password = std::nullopt};
        if (!row.getColumn(4).isNull()) found.password = row.getColumn(4).getString();
        return found;
    });
}

bool accounts_store::add_invited(const account& added, const link& invitation, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        if (name_taken(*database_, added.name)) return false;
        insert_account(*database_, added);
        insert_link(*database_, added.id, invitation, now);
        return true;
    });
}

bool accounts_store::add_active(const account& added, std::string_view password) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        if (name_taken(*database_, added.name)) return false;
        insert_account(*database_, added);
        write_password(*database_, added.id, password);
        return true;
    });
}

void accounts_store::set_password(const account_id& account, std::string_view password) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] { write_password(*database_, account, password); });
}

void accounts_store::reset(const account_id& account, const link& way_in, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] {
        run(*database_, "UPDATE account SET password = NULL, state = 'invited' WHERE id = ?", account);
        end_logins_and_links(*database_, account);
        insert_link(*database_, account, way_in, now);
    });
}

void accounts_store::disable(const account_id& account) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] {
        run(*database_, "UPDATE account SET state = 'disabled' WHERE id = ?", account);
        end_logins_and_links(*database_, account);
    });
}

void accounts_store::enable(const account_id& account) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] {
        run(*database_, "UPDATE account SET state = iif(password IS NULL, 'invited', 'active') WHERE id = ?", account);
    });
}

bool accounts_store::offer_first_account(const link& offered, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        run(*database_, "DELETE FROM one_time_link WHERE purpose = 'first_account' OR expires <= ?", now);
        if (!no_account(*database_)) return false;
        run(*database_, "INSERT INTO one_time_link(hash, purpose, expires) VALUES (?, 'first_account', ?)",
            offered.hash, offered.expires);
        return true;
    });
}

std::optional<found_link> accounts_store::find_link(const token_hash& hash, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&]() -> std::optional<found_link> {
        auto row = query(*database_,
                         "SELECT a.id, a.name, a.state, a.administrator FROM one_time_link l "
                         "LEFT JOIN account a ON a.id = l.account WHERE l.hash = ? AND l.expires > ?",
                         hash, now);
        if (!row.executeStep()) return std::nullopt;
        if (row.getColumn(0).isNull()) return found_link{};
        return found_link{read_account(row)};
    });
}

bool accounts_store::redeem(const token_hash& hash, std::string_view password, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        auto row = query(*database_,
                         "SELECT account FROM one_time_link "
                         "WHERE hash = ? AND expires > ? AND purpose = 'set_password'",
                         hash, now);
        if (!row.executeStep()) return false;
        // Its links end with the new password, this one included.
        write_password(*database_, {blob<16>(row.getColumn(0))}, password);
        return true;
    });
}

bool accounts_store::redeem_first(const token_hash& hash, const account& first, std::string_view password,
                                  sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        const int used =
            run(*database_, "DELETE FROM one_time_link WHERE hash = ? AND expires > ? AND purpose = 'first_account'",
                hash, now);
        if (used == 0 || !no_account(*database_)) return false;
        insert_account(*database_, first);
        write_password(*database_, first.id, password);
        return true;
    });
}

bool accounts_store::add_login(const link& login, const account_id& account, std::string_view password,
                               sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        run(*database_, "DELETE FROM login WHERE expires <= ?", now);
        return run(*database_,
                   "INSERT INTO login(hash, account, expires) "
                   "SELECT ?, id, ? FROM account WHERE id = ? AND password = ? AND state = 'active'",
                   login.hash, login.expires, account, password) == 1;
    });
}

std::optional<account> accounts_store::find_login(const token_hash& hash, sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&]() -> std::optional<account> {
        auto row =
            query(*database_,
                  "SELECT a.id, a.name, a.state, a.administrator FROM login l JOIN account a ON a.id = l.account "
                  "WHERE l.hash = ? AND l.expires > ? AND a.state = 'active'",
                  hash, now);
        if (!row.executeStep()) return std::nullopt;
        return read_account(row);
    });
}

void accounts_store::remove_login(const token_hash& hash) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] { run(*database_, "DELETE FROM login WHERE hash = ?", hash); });
}

}  // namespace klartext::store
