#pragma once
#include "wire/refusals.hpp"

#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>

namespace klartext::wire {

/// Why a text is not the message that was expected.
struct wire_error {
    wire::problem problem = problem::malformed;  ///< `malformed` or `too_large`
    std::string where;  ///< JSON pointer of names that the format knows ("/entry/text"); never anything that was sent
};

template <class T>
using result = boost::system::result<T, wire_error>;

[[noreturn]] inline void throw_exception_from_error(const wire_error&, const boost::source_location&) {
    throw std::logic_error("a wire error was not looked at");
}

}  // namespace klartext::wire
