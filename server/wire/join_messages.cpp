#include "wire/join_messages.hpp"

#include "protocol/markdown.hpp"
#include "wire/bridge.hpp"
#include "wire/views.hpp"

namespace klartext::wire {

namespace {

/// Each audience brings its own proof and nobody else's.
const char* fault_of(const hello& hello) {
    if (hello.seat.has_value() != (hello.audience == listener::participant)) return "/seat";
    if (hello.ticket.has_value() != (hello.audience == listener::desk)) return "/ticket";
    if (hello.code.has_value() != (hello.audience == listener::presenter)) return "/code";
    return hello.epoch.has_value() == hello.revision.has_value() ? nullptr : "/revision";
}

}  // namespace

open_door door_of(const domain::session_id& id, const domain::session_head& head) {
    const auto notice = notice_of(head);
    return {id,
            head.settings.title,
            head.settings.language,
            head.phase,
            notice,
            protocol::markdown_to_safe_html(notice),
            head.settings.open_small_group,
            head.door_open};
}

result<hello> read_hello(std::string_view json) {
    auto read = bridge::read_message<hello>(json, hello_bytes);
    const auto* fault = read ? fault_of(*read) : nullptr;
    if (fault) return wire_error{problem::malformed, fault};
    return read;
}

result<open_door> read_open_door(std::string_view json) { return bridge::read_message<open_door>(json, no_limit); }
result<join> read_join(std::string_view json) { return bridge::read_message<join>(json, letterbox_bytes); }
result<stamps_request> read_stamps_request(std::string_view json) {
    return bridge::read_message<stamps_request>(json, letterbox_bytes);
}
result<drawn_stamps> read_drawn_stamps(std::string_view json) {
    return bridge::read_message<drawn_stamps>(json, no_limit);
}
result<joined> read_joined(std::string_view json) { return bridge::read_message<joined>(json, no_limit); }

std::string write(const open_door& message) { return bridge::write_message(message); }
std::string write(const join& message) { return bridge::write_message(message); }
std::string write(const stamps_request& message) { return bridge::write_message(message); }
std::string write(const drawn_stamps& message) { return bridge::write_message(message); }
std::string write(const joined& message) { return bridge::write_message(message); }
std::string write(const hello& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
