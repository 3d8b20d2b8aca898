#include "mail/smtp_conversation.hpp"

#include <algorithm>
#include <utility>

namespace klartext::mail {

smtp_conversation::smtp_conversation(std::string_view message, std::stop_token stop, const smtp_limits& limits,
                                     instant now)
    : unsent_(message), stop_(std::move(stop)), limits_(limits), begun_(now), last_sign_(now) {}

std::string_view smtp_conversation::take(std::size_t most, instant now) {
    const auto bytes = unsent_.substr(0, most);
    unsent_.remove_prefix(bytes.size());
    if (bytes.empty()) handed_over_ = true;
    last_sign_ = now;
    return bytes;
}

void smtp_conversation::command_sent(std::string_view line, instant now) {
    connected_ = true;
    last_sign_ = now;
    // Whole words: the base64 of a login is sent in lines of its own, and may begin with anything.
    if (line.starts_with("AUTH ")) stage_ = smtp_stage::login;
    if (line.starts_with("MAIL ")) stage_ = smtp_stage::sender;
    if (line.starts_with("RCPT ")) stage_ = smtp_stage::recipient;
    if (line == "DATA\r\n") stage_ = smtp_stage::message;
}

void smtp_conversation::heard(instant now) {
    connected_ = true;
    last_sign_ = now;
}

bool smtp_conversation::gives_up(instant now) {
    given_up_ = given_up_ || stopped(now) || now - last_sign_ > patience() || now - begun_ > limits_.whole;
    return given_up_;
}

std::chrono::milliseconds smtp_conversation::patience() const {
    if (!connected_) return limits_.connect;
    return handed_over_ ? limits_.after_message : limits_.answer;
}

// Whoever leaves between the end of the message and the answer to it causes a second mail.
bool smtp_conversation::stopped(instant now) {
    if (!stop_.stop_requested()) return false;
    if (!std::exchange(stop_noticed_, true)) stop_seen_ = now;
    return !handed_over_ || now - stop_seen_ > limits_.farewell;
}

}  // namespace klartext::mail
