#pragma once
#include "access/rate_limit.hpp"
#include "mail/message.hpp"
#include "mail/transport.hpp"
#include "session_lifecycle.hpp"
#include "wire/mail_messages.hpp"
#include "wire/refusals.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace klartext {

/// How the wire calls what stood in the way of a mail; nothing for `none`.
[[nodiscard]] std::optional<wire::mail_trouble> trouble_of(mail::obstacle);

/// Sends test mails beside the outbox: at once, on a connection of its own, and nothing of the address is kept or
/// logged. Five an hour for each account.
class test_mails {
public:
    struct surroundings {
        /// A new way for one mail; called on a worker.
        std::function<std::unique_ptr<mail::transport>()> new_transport;
        mail::sender from;
        wire::mail_way way = wire::mail_way::server;
        std::function<std::string()> public_url;  ///< what the mail names as the place that it comes from
        /// Called on a worker when a test mail was taken: what held other mails may be mended.
        std::function<void()> worked;
        std::function<std::chrono::sys_seconds()> now;
    };
    using tried = std::variant<wire::tried_mail, wire::problem>;

    test_mails(places_to_run, surroundings);

    /// `who` is counted: any text. Answers by way of `post`, with `mail_invalid`, `too_many_tries`, or `unavailable`
    /// where too many wait.
    void send(const std::string& who, const wire::test_mail&, std::function<void(tried)> then);

    /// Gives up what is under way; for the end of the program. Any thread.
    void stop() { stop_.request_stop(); }

private:
    void take_up();
    [[nodiscard]] tried send_now(const mail::mail_address&, domain::language);

    places_to_run run_;
    surroundings around_;
    access::rate_limit limit_{{.failures = 5, .within = std::chrono::hours(1), .most_addresses = 1'000}};
    std::stop_source stop_;
};

}  // namespace klartext
