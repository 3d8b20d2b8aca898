#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include "mail/message.hpp"
#include "mail/outbox.hpp"
#include "mail/transport.hpp"

namespace klartext::mail {

/// How patient the mailer is. Tests make it milliseconds.
struct mailer_pace {
    /// Pause after the first, second, ... failed attempt; the last one repeats. Each is made longer at random, by up to
    /// a fifth, so that mails refused together do not come back together.
    std::vector<std::chrono::milliseconds> pauses{std::chrono::minutes(1),  std::chrono::minutes(2),
                                                  std::chrono::minutes(5),  std::chrono::minutes(15),
                                                  std::chrono::minutes(30), std::chrono::minutes(60)};
    std::chrono::milliseconds look = std::chrono::seconds(15);  ///< how often it looks by itself whether a mail is due
    std::chrono::milliseconds lease = std::chrono::minutes(5);  ///< longer than any transport takes
    std::chrono::milliseconds expiry = std::chrono::minutes(60);  ///< how often old addresses are erased
};

/// Renders the minutes of a session as a mail; called on the mailer's thread. Nothing, or an exception: not possible
/// now, asked again after a pause.
using renderer = std::function<std::optional<outgoing>(const domain::session_id&)>;

/// Sends what the outbox holds, one mail after the other, on a thread of its own. The outbox must outlive it.
/// The minutes of the session in hand are kept in memory until the queue pauses, and nowhere else.
class mailer {
public:
    mailer(outbox&, renderer, std::unique_ptr<transport>, sender, mailer_pace = {});
    mailer(const mailer&) = delete;
    mailer& operator=(const mailer&) = delete;
    /// Gives up the mail in hand, which stays in the outbox, and waits for the thread.
    ~mailer();

    /// Something was queued: look now. Any thread.
    void wake();

private:
    void run(const std::stop_token&);
    void send_due(const std::stop_token&);
    void send(const leased_mail&, const std::stop_token&);
    void settle(const leased_mail&, const delivery&);
    const outgoing* minutes_of(const domain::session_id&);
    void erase_expired();
    [[nodiscard]] moment after_pause(int attempts);
    void rest(const std::stop_token&);

    struct rendered {
        domain::session_id session;
        outgoing mail;
    };

    outbox& outbox_;
    renderer render_;
    std::unique_ptr<transport> transport_;
    sender from_;
    mailer_pace pace_;
    std::optional<rendered> rendered_;
    moment next_expiry_{};
    std::minstd_rand random_{std::random_device{}()};

    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool wanted_ = false;  ///< under mutex_
    std::jthread thread_;  ///< last: everything above is there when it starts and until it has ended
};

}  // namespace klartext::mail
