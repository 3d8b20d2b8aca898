#include "access/refusal.hpp"

namespace klartext::access {

std::string_view code(access_refusal refusal) {
    switch (refusal) {
        case access_refusal::wrong_name_or_password: return "wrong_name_or_password";
        case access_refusal::too_many_tries: return "too_many_tries";
        case access_refusal::link_unknown_or_expired: return "link_unknown_or_expired";
        case access_refusal::password_too_short: return "password_too_short";
        case access_refusal::password_too_long: return "password_too_long";
        case access_refusal::password_is_name: return "password_is_name";
        case access_refusal::name_taken: return "name_taken";
        case access_refusal::name_invalid: return "name_invalid";
        case access_refusal::account_disabled: return "account_disabled";
        case access_refusal::unknown_account: return "unknown_account";
    }
    throw std::logic_error("no such refusal");
}

}  // namespace klartext::access
