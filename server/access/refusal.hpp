#pragma once
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string_view>

namespace klartext::access {

/// Why somebody was not let in, or an account not changed.
enum class access_refusal {
    wrong_name_or_password,   ///< never says which of the two
    too_many_tries,           ///< for this name; wait up to 15 minutes
    link_unknown_or_expired,  ///< never existed, used already, replaced or past its time
    password_too_short,       ///< fewer than 10 code points
    password_too_long,        ///< more than 200 code points
    password_is_name,         ///< the password is the name of the account
    name_taken,
    name_invalid,  ///< empty, longer than 100 code points, control characters or no UTF-8
    account_disabled,
    unknown_account,
};

/// Stable name on the wire and on the command line: the enumerator itself.
[[nodiscard]] std::string_view code(access_refusal);

template <class T>
using result = boost::system::result<T, access_refusal>;

[[noreturn]] inline void throw_exception_from_error(access_refusal, const boost::source_location&) {
    throw std::logic_error("a refusal was not looked at");
}

}  // namespace klartext::access
