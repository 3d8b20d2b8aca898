#include "wire/mail_messages.hpp"

#include "wire/bridge.hpp"
#include "wire/forms.hpp"

namespace klartext::wire {

result<test_mail> read_test_mail(std::string_view json) { return bridge::read_message<test_mail>(json, desk_bytes); }
result<tried_mail> read_tried_mail(std::string_view json) { return bridge::read_message<tried_mail>(json, no_limit); }
result<mail_state> read_mail_state(std::string_view json) { return bridge::read_message<mail_state>(json, no_limit); }

std::string write(const test_mail& message) { return bridge::write_message(message); }
std::string write(const tried_mail& message) { return bridge::write_message(message); }
std::string write(const mail_state& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
