#include "account_command.hpp"

#include <fmt/format.h>

#include <iostream>

#include "access/accounts.hpp"
#include "folder_lock.hpp"
#include "net/routes/account_routes.hpp"
#include "wire/refusals.hpp"

namespace klartext {
namespace {

std::string read_password() {
    std::string line;
    std::getline(std::cin, line);
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string_view name_of(access::account_state state) {
    switch (state) {
        case access::account_state::invited: return "invited";
        case access::account_state::active: return "active";
        case access::account_state::disabled: return "disabled";
    }
    return "";
}

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

/// Prints `show(value)`, or why not.
template <class T, class Show>
int finish(const access::result<T>& result, Show show) {
    if (!result) {
        const auto text = wire::text_of_code(access::code(result.error())).value();
        fmt::print(stderr, "klartext: {} {}\n", text.message.en, text.advice.en);
        return 1;
    }
    fmt::print("{}\n", show(*result));
    return 0;
}

int list(access::accounts& accounts) {
    for (const auto& each : accounts.list())
        fmt::print("{}\t{}{}\n", each.name, name_of(each.state), each.administrator ? "\tadministrator" : "");
    return 0;
}

}  // namespace

int manage_accounts(const account_options& options) {
    make_data_folder(options.data);
    store::accounts_store store(options.data / "klartext.db");
    access::accounts accounts(store);
    const auto link = [&](const std::string& token) { return options.public_url + net::password_link(token); };
    const auto said = [&](const char* what) {
        return [&, what](const access::account& each) { return fmt::format("{} {}", each.name, what); };
    };
    switch (options.what) {
        case account_options::act::list: return list(accounts);
        case account_options::act::add:
            if (options.password_from_stdin)
                return finish(accounts.add(options.name, read_password(), options.administrator), said("was added"));
            return finish(accounts.invite(options.name, options.administrator, now()), link);
        case account_options::act::password:
            return finish(accounts.set_password(options.name, read_password()), said("has a new password"));
        case account_options::act::reset: return finish(accounts.reset(options.name, now()), link);
        case account_options::act::disable: return finish(accounts.disable(options.name), said("is disabled"));
        case account_options::act::enable: return finish(accounts.enable(options.name), said("is enabled"));
    }
    return 1;
}

}  // namespace klartext
