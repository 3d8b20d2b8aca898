#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "access/accounts.hpp"
#include "access/login_delay.hpp"
#include "access/refusal.hpp"
#include "store/accounts_store.hpp"

namespace klartext::access {

/// Who is logged in. A login lasts 12 hours from its beginning, used or not; it ends earlier by logging out, by a new
/// password, a reset, or when the account is disabled. Any thread may call; log_in takes tens of milliseconds of CPU
/// and 64 MiB: call it from the worker pool, which also bounds how many are checked at once. The store must outlive
/// this.
class logins {
public:
    static constexpr std::chrono::hours lasts{12};

    explicit logins(store::accounts_store& store) : store_(store) {}

    /// The token for the cookie. An unknown name takes as long as a wrong password and gets the same answer.
    /// Refusals: wrong_name_or_password, too_many_tries; account_disabled only to who knows the password.
    [[nodiscard]] result<std::string> log_in(std::string_view name, std::string_view password,
                                             std::chrono::sys_seconds now);

    /// Nobody for a token that is unknown, past its time or of an account that is not active (any more).
    [[nodiscard]] std::optional<account> who(std::string_view token, std::chrono::sys_seconds now);

    /// No token is too strange to be logged out.
    void log_out(std::string_view token);

private:
    store::accounts_store& store_;
    login_delay delay_;
};

}  // namespace klartext::access
