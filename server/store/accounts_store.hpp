#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.hpp"

namespace SQLite {
class Database;
}

namespace klartext::store {

using account_id = domain::account_id;
using token_hash = std::array<std::uint8_t, 32>;  ///< SHA-256 of a token; tokens themselves are never stored

enum class account_state {
    invited,   ///< has no password yet, or lost it by a reset
    active,    ///< has a password
    disabled,  ///< cannot log in; its password waits for it
};

struct account {
    account_id id;
    std::string name;  ///< NFC; unique, upper and lower case of ASCII letters being the same
    account_state state = account_state::invited;
    bool administrator = false;
};

struct account_with_password {
    store::account account;
    std::optional<std::string> password;  ///< argon2id string
};

struct link {
    token_hash hash;
    std::chrono::sys_seconds expires;
};

struct found_link {
    std::optional<store::account> account;  ///< none: this link makes the first account
};

/// Accounts, one-time links and logins in data/klartext.db, over one connection of its own.
/// Any thread may call; calls wait for one another. Each changing call is one transaction and returns after its commit,
/// which takes milliseconds on a disk: call from a worker thread. Throws write_failed (database.hpp) and then nothing
/// has changed. Links and logins past their time are never found, and deleted whenever a new one is added.
class accounts_store {
public:
    explicit accounts_store(const std::filesystem::path& file);
    ~accounts_store();

    [[nodiscard]] bool empty();
    [[nodiscard]] std::vector<account> list();  ///< by name
    [[nodiscard]] std::optional<account_with_password> by_name(std::string_view name);

    /// False when the name is taken. The first-account links are void from then on.
    [[nodiscard]] bool add_invited(const account&, const link&, std::chrono::sys_seconds now);
    [[nodiscard]] bool add_active(const account&, std::string_view password);

    /// Sets the password, which makes the account active unless it is disabled; ends its logins and links.
    void set_password(const account_id&, std::string_view password);
    /// Takes the password away; ends logins and earlier links; the new link is the only way in.
    void reset(const account_id&, const link&, std::chrono::sys_seconds now);
    /// Ends logins and links at once.
    void disable(const account_id&);
    /// Back to active, or to invited where there is no password.
    void enable(const account_id&);

    /// Replaces every earlier first-account link. False when an account exists.
    [[nodiscard]] bool offer_first_account(const link&, std::chrono::sys_seconds now);
    [[nodiscard]] std::optional<found_link> find_link(const token_hash&, std::chrono::sys_seconds now);
    /// Uses the link up and sets the password of its account. False when the link is not there (any more).
    [[nodiscard]] bool redeem(const token_hash&, std::string_view password, std::chrono::sys_seconds now);
    /// Uses the link up and adds this account. False when the link is not there, or an account is.
    [[nodiscard]] bool redeem_first(const token_hash&, const account&, std::string_view password,
                                    std::chrono::sys_seconds now);

    /// False when the account's password is no longer the one given (disabled, reset or changed meanwhile).
    [[nodiscard]] bool add_login(const link& login, const account_id&, std::string_view password,
                                 std::chrono::sys_seconds now);
    /// The active account that is logged in with this token.
    [[nodiscard]] std::optional<account> find_login(const token_hash&, std::chrono::sys_seconds now);
    void remove_login(const token_hash&);

private:
    std::mutex mutex_;
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace klartext::store
