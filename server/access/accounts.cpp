#include "access/accounts.hpp"

#include "access/password_rules.hpp"
#include "access/token.hpp"
#include "crypto/password_hash.hpp"

namespace klartext::access {
namespace {

using std::chrono::sys_seconds;

constexpr std::chrono::days link_holds{7};
constexpr std::chrono::hours first_account_link_holds{24};

struct fresh_link {
    std::string token;
    store::link stored;
};

fresh_link make_link(sys_seconds expires) {
    auto token = new_token();
    const auto hash = hash_of_token(token).value();
    return {.token = std::move(token), .stored = {.hash = hash, .expires = expires}};
}

account new_account(std::string name, account_state state, bool administrator) {
    return {
        .id = {crypto::random_bytes<16>()}, .name = std::move(name), .state = state, .administrator = administrator};
}

/// The hash of a password that is good enough for this name, or why it is not.
result<std::string> hashed(std::string_view typed, std::string_view name) {
    const auto password = as_password(typed);
    if (const auto fault = fault_of_password(password, name)) return *fault;
    return crypto::hash_password(password);
}

}  // namespace

std::optional<std::string> accounts::first_account_link(sys_seconds now) {
    auto link = make_link(now + first_account_link_holds);
    if (!store_.offer_first_account(link.stored, now)) return std::nullopt;
    return std::move(link.token);
}

result<std::string> accounts::invite(std::string_view name, bool administrator, sys_seconds now) {
    auto spelled = as_account_name(name);
    if (!spelled) return spelled.error();
    auto link = make_link(now + link_holds);
    const auto invited = new_account(std::move(*spelled), account_state::invited, administrator || store_.empty());
    if (!store_.add_invited(invited, link.stored, now)) return access_refusal::name_taken;
    return std::move(link.token);
}

result<account> accounts::add(std::string_view name, std::string_view password, bool administrator) {
    auto spelled = as_account_name(name);
    if (!spelled) return spelled.error();
    const auto hash = hashed(password, *spelled);
    if (!hash) return hash.error();
    auto added = new_account(std::move(*spelled), account_state::active, administrator || store_.empty());
    if (!store_.add_active(added, *hash)) return access_refusal::name_taken;
    return added;
}

result<account> accounts::found(std::string_view name) {
    const auto spelled = as_account_name(name);
    if (!spelled) return access_refusal::unknown_account;
    auto known = store_.by_name(*spelled);
    if (!known) return access_refusal::unknown_account;
    return std::move(known->account);
}

result<std::string> accounts::reset(std::string_view name, sys_seconds now) {
    const auto account = found(name);
    if (!account) return account.error();
    if (account->state == account_state::disabled) return access_refusal::account_disabled;
    auto link = make_link(now + link_holds);
    store_.reset(account->id, link.stored, now);
    return std::move(link.token);
}

result<account> accounts::set_password(std::string_view name, std::string_view password) {
    const auto account = found(name);
    if (!account) return account.error();
    const auto hash = hashed(password, account->name);
    if (!hash) return hash.error();
    store_.set_password(account->id, *hash);
    return found(account->name);
}

result<account> accounts::disable(std::string_view name) {
    const auto account = found(name);
    if (!account) return account.error();
    store_.disable(account->id);
    return found(account->name);
}

result<account> accounts::enable(std::string_view name) {
    const auto account = found(name);
    if (!account) return account.error();
    store_.enable(account->id);
    return found(account->name);
}

result<opened_link> accounts::open_link(std::string_view token, sys_seconds now) {
    const auto hash = hash_of_token(token);
    if (!hash) return access_refusal::link_unknown_or_expired;
    const auto link = store_.find_link(*hash, now);
    if (!link) return access_refusal::link_unknown_or_expired;
    if (!link->account) return opened_link{};
    return opened_link{link->account->name};
}

result<account> accounts::redeem(std::string_view token, std::string_view password, std::string_view name,
                                 sys_seconds now) {
    const auto hash = hash_of_token(token);
    const auto link = hash ? store_.find_link(*hash, now) : std::nullopt;
    if (!link) return access_refusal::link_unknown_or_expired;
    if (!link->account) return make_first(*hash, password, name, now);
    const auto password_hash = hashed(password, link->account->name);
    if (!password_hash) return password_hash.error();
    if (!store_.redeem(*hash, *password_hash, now)) return access_refusal::link_unknown_or_expired;
    return found(link->account->name);
}

result<account> accounts::make_first(const store::token_hash& link, std::string_view password, std::string_view name,
                                     sys_seconds now) {
    auto spelled = as_account_name(name);
    if (!spelled) return spelled.error();
    const auto password_hash = hashed(password, *spelled);
    if (!password_hash) return password_hash.error();
    auto first = new_account(std::move(*spelled), account_state::active, true);
    if (!store_.redeem_first(link, first, *password_hash, now)) return access_refusal::link_unknown_or_expired;
    return first;
}

}  // namespace klartext::access
