#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/refusal.hpp"
#include "store/accounts_store.hpp"

namespace klartext::access {

using store::account;
using store::account_id;
using store::account_state;

/// What a one-time link leads to, for the page that it opens.
struct opened_link {
    std::optional<std::string> name;  ///< none: this link makes the first account, whose name is chosen on the page
};

/// Accounts and the one-time links by which people set their passwords themselves. A link holds for 7 days, the one to
/// the first account for 24 hours, each for one use.
/// Any thread may call, but a worker thread should: every change waits for the disk, and what takes a password hashes
/// it for tens of milliseconds. The store must outlive this. Throws store::write_failed and then nothing has changed.
class accounts {
public:
    explicit accounts(store::accounts_store& store) : store_(store) {}

    /// The token of a new link to the first account, all earlier ones being void; nothing when there is an account.
    /// For the server to print at each start.
    [[nodiscard]] std::optional<std::string> first_account_link(std::chrono::sys_seconds now);

    /// A new account and the token of the link for its password; the first one is an administrator in any case.
    /// Refusals: name_invalid, name_taken.
    [[nodiscard]] result<std::string> invite(std::string_view name, bool administrator, std::chrono::sys_seconds now);

    /// A new account with its password, for the command line; the first one is an administrator in any case.
    /// Refusals: name_invalid, name_taken, password_*.
    [[nodiscard]] result<account> add(std::string_view name, std::string_view password, bool administrator);

    /// Ends the account's password, logins and links; the token of the link for a new password.
    /// Refusals: unknown_account, account_disabled.
    [[nodiscard]] result<std::string> reset(std::string_view name, std::chrono::sys_seconds now);

    /// A new password, for the command line; ends logins and links; a disabled account stays disabled.
    /// Refusals: unknown_account, password_*.
    [[nodiscard]] result<account> set_password(std::string_view name, std::string_view password);

    /// Ends the account's logins and links at once. Refusal: unknown_account.
    [[nodiscard]] result<account> disable(std::string_view name);
    [[nodiscard]] result<account> enable(std::string_view name);

    [[nodiscard]] std::vector<account> list() { return store_.list(); }  ///< by name

    /// Looks without using it up. Refusal: link_unknown_or_expired.
    [[nodiscard]] result<opened_link> open_link(std::string_view token, std::chrono::sys_seconds now);

    /// Uses the link up and sets the password; `name` is read for the first account only, which is an administrator.
    /// Refusals (the link can be used again, but for the first): link_unknown_or_expired, password_*, name_invalid.
    [[nodiscard]] result<account> redeem(std::string_view token, std::string_view password, std::string_view name,
                                         std::chrono::sys_seconds now);

private:
    [[nodiscard]] result<account> found(std::string_view name);
    [[nodiscard]] result<account> make_first(const store::token_hash&, std::string_view password, std::string_view name,
                                             std::chrono::sys_seconds now);

    store::accounts_store& store_;
};

}  // namespace klartext::access
