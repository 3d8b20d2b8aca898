#pragma once
#include <chrono>
#include <stop_token>
#include <string_view>

#include "mail/smtp_verdict.hpp"

namespace klartext::mail {

/// How long a mail server may take. The defaults are what RFC 5321, 4.5.3.2, asks of a client at least; a client that
/// goes away earlier after the end of a message makes the server deliver it twice.
struct smtp_limits {
    std::chrono::milliseconds connect = std::chrono::seconds(30);        ///< until the network has a connection
    std::chrono::milliseconds answer = std::chrono::minutes(5);          ///< to the greeting and each command
    std::chrono::milliseconds after_message = std::chrono::minutes(10);  ///< to the end of the message
    std::chrono::milliseconds whole = std::chrono::minutes(25);          ///< for all of it, however slowly it talks on
    std::chrono::milliseconds farewell =
        std::chrono::seconds(3);  ///< after stop, where only the last answer is missing
};

/// One mail's way through SMTP as it can be seen from outside: which commands went out, when something was last said.
/// Decides when to give up. No socket; every time is an argument.
class smtp_conversation {
public:
    using instant = std::chrono::steady_clock::time_point;

    smtp_conversation() = default;
    /// `message` must live as long as this.
    smtp_conversation(std::string_view message, std::stop_token, const smtp_limits&, instant now);

    /// The next bytes of the message, at most `most` of them; none at its end.
    std::string_view take(std::size_t most, instant now);
    void command_sent(std::string_view line, instant now);
    void heard(instant now);
    /// The network has a connection.
    void connected() { connected_ = true; }

    /// Once true, it stays so.
    [[nodiscard]] bool gives_up(instant now);

    [[nodiscard]] smtp_stage stage() const { return stage_; }
    /// Given up, or failed, before anybody was there.
    [[nodiscard]] bool nobody_there() const { return !connected_; }
    /// All of the message is handed over: only the server knows what becomes of it.
    [[nodiscard]] bool handed_over() const { return handed_over_; }

private:
    [[nodiscard]] std::chrono::milliseconds patience() const;
    [[nodiscard]] bool stopped(instant now);

    std::string_view unsent_;
    std::stop_token stop_;
    smtp_limits limits_;
    instant begun_, last_sign_, stop_seen_;
    smtp_stage stage_ = smtp_stage::greeting;
    bool connected_ = false, handed_over_ = false, stop_noticed_ = false, given_up_ = false;
};

}  // namespace klartext::mail
