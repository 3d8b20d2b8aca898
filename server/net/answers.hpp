#pragma once
#include "net/http_message.hpp"
#include "wire/answers.hpp"

#include <string>
#include <utility>

namespace klartext::net {

/// A no, as the contract words it. `too_many_tries` and the 503s bring a Retry-After.
[[nodiscard]] http_response no(domain::refusal);
[[nodiscard]] http_response no(wire::problem);
[[nodiscard]] http_response no(const wire::wire_error&);

/// `wrong_method` with the methods that the path does take: "GET, HEAD".
[[nodiscard]] http_response wrong_method(const std::string& allowed);

/// A yes with one of the messages of wire/.
template <class Message>
[[nodiscard]] http_response yes(const Message& message, int status = 200) {
    return json_response(status, write(message));  // found beside the message, in wire/
}

}  // namespace klartext::net
