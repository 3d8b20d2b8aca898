#include "access/logins.hpp"

#include "access/password_rules.hpp"
#include "access/token.hpp"
#include "crypto/password_hash.hpp"

namespace klartext::access {
namespace {

// The store takes ASCII letters of both cases for the same, so tries are counted that way.
std::string counted_name(std::string name) {
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return name;
}

bool matches(const std::optional<store::account_with_password>& known, std::string_view password) {
    if (known && known->password) return crypto::password_matches(*known->password, password);
    crypto::verify_nothing(password);
    return false;
}

}  // namespace

result<std::string> logins::log_in(std::string_view name, std::string_view typed, std::chrono::sys_seconds now) {
    const auto spelled = as_account_name(name);
    if (!spelled) return access_refusal::wrong_name_or_password;
    const auto counted = counted_name(*spelled);
    if (!delay_.may_try(counted, now)) return access_refusal::too_many_tries;

    const auto known = store_.by_name(*spelled);
    const auto password = as_password(typed);
    if (!matches(known, password)) return access_refusal::wrong_name_or_password;
    delay_.succeeded(counted);
    if (known->account.state == account_state::disabled) return access_refusal::account_disabled;

    auto token = new_token();
    const store::link login{.hash = hash_of_token(token).value(), .expires = now + lasts};
    if (!store_.add_login(login, known->account.id, *known->password, now))
        return access_refusal::wrong_name_or_password;
    return token;
}

std::optional<account> logins::who(std::string_view token, std::chrono::sys_seconds now) {
    const auto hash = hash_of_token(token);
    if (!hash) return std::nullopt;
    return store_.find_login(*hash, now);
}

void logins::log_out(std::string_view token) {
    if (const auto hash = hash_of_token(token)) store_.remove_login(*hash);
}

}  // namespace klartext::access
