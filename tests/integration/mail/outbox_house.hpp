#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include <spdlog/logger.h>

#include "mail/mailer.hpp"
#include "mail/smtp_transport.hpp"
#include "store/mail_store.hpp"
#include "temporary_folder.hpp"

namespace klartext::testing {

/// A real outbox with the addresses of one session, and a mailer as the application puts it together, but quick.
class outbox_house {
public:
    /// As patient as tests can afford; curl looks at the clock once a second.
    static constexpr mail::smtp_limits limits{.connect = std::chrono::seconds(2),
                                              .answer = std::chrono::milliseconds(700),
                                              .after_message = std::chrono::milliseconds(700),
                                              .whole = std::chrono::seconds(20),
                                              .farewell = std::chrono::seconds(1)};

    outbox_house();
    ~outbox_house();

    /// "p0@example.org", "p1@example.org", ...
    void leave(int people);
    void close();
    /// A mailer that sends by way of this URL; `pause` after what failed.
    std::unique_ptr<mail::mailer> mailer(const std::string& url, std::chrono::milliseconds pause);

    [[nodiscard]] store::mail_counts counts() { return box->counts(session); }
    /// Waits until it is so, ten seconds at most; says whether it came to that.
    static bool comes_to(const std::function<bool()>&);
    [[nodiscard]] static mail::moment now();
    /// All that was logged since the house was made, at every level.
    [[nodiscard]] std::string log() const;

    temporary_folder folder;
    std::optional<store::mail_store> box;
    const domain::session_id session{.bytes = {5}};
    mail::sender from;
    mail::outgoing minutes;

private:
    std::ostringstream log_;
    std::shared_ptr<spdlog::logger> logger_before_;
};

}  // namespace klartext::testing
