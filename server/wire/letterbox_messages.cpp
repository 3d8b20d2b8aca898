#include "wire/letterbox_messages.hpp"

#include "wire/bridge.hpp"
#include "wire/forms.hpp"

namespace klartext::wire {

result<envelope> read_envelope(std::string_view json) { return bridge::read_message<envelope>(json, letterbox_bytes); }
result<domain::ballot> read_ballot(std::string_view json) {
    return bridge::read_message<domain::ballot>(json, letterbox_bytes);
}

result<new_entry> read_new_entry(std::string_view json) {
    return bridge::read_message<new_entry>(json, letterbox_bytes);
}

result<sheet_given> read_sheet_given(std::string_view json) {
    return bridge::read_message<sheet_given>(json, letterbox_bytes);
}

std::string write(const envelope& message) { return bridge::write_message(message); }
std::string write(const sheet_given& message) { return bridge::write_message(message); }
std::string write(const new_entry& message) { return bridge::write_message(message); }
std::string write(const domain::ballot& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
