#include "wire/sign_up_messages.hpp"

#include "wire/bridge.hpp"
#include "wire/forms.hpp"

namespace klartext::wire {

result<sign_ups> read_sign_ups(std::string_view json) { return bridge::read_message<sign_ups>(json, no_limit); }
result<sign_up_removal> read_sign_up_removal(std::string_view json) {
    return bridge::read_message<sign_up_removal>(json, desk_bytes);
}

std::string write(const sign_ups& message) { return bridge::write_message(message); }
std::string write(const sign_up_removal& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
