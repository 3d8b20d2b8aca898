#pragma once
#include <atomic>
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
    std::chrono::milliseconds lease = std::chrono::minutes(5);  ///< how long the mail in hand rests after a crash
    /// After this long a held queue tries one mail: login services have their bad hours, too.
    std::chrono::milliseconds hold = std::chrono::minutes(60);
    std::chrono::milliseconds expiry = std::chrono::minutes(60);  ///< how often old addresses are erased
};

/// Renders the minutes of a session as a mail; called on the mailer's thread. Nothing, or an exception: not possible
/// now, asked again after a pause.
using renderer = std::function<std::optional<outgoing>(const domain::session_id&)>;

/// Whether rendering would still give this mail. Called on the mailer's thread, before each further mail.
using currency = std::function<bool(const domain::session_id&, const outgoing&)>;

/// Sends what the outbox holds, one mail after the other, on a thread of its own. The outbox must outlive it.
/// The minutes of the session in hand are kept in memory until the queue pauses, and nowhere else.
///
/// A mail that was taken is marked before the next one goes out: where the mark fails, nothing is sent until it holds.
/// What would meet every mail alike (nobody there, no TLS) makes the whole queue wait instead of trying all of them.
/// Attachments that the server does not want are left away; the text has the link.
class mailer {
public:
    mailer(
        outbox&, renderer, std::unique_ptr<transport>, sender, mailer_pace = {},
        currency = [](const auto&, const auto&) { return true; });
    mailer(const mailer&) = delete;
    mailer& operator=(const mailer&) = delete;
    /// Gives up the mail in hand, which stays in the outbox, and waits for the thread.
    ~mailer();

    /// Something was queued: look now. Any thread.
    void wake();

    /// Somebody has mended something: ends holds and pauses, and tries everything now. Any thread that may wait for the
    /// disk; throws as the outbox does.
    void take_up();

    /// What stood in the way of all mails when the last one was tried; `none` once one got through. Any thread.
    [[nodiscard]] obstacle trouble() const { return trouble_; }

private:
    void run(const std::stop_token&);
    void send_due(const std::stop_token&);
    void send(const leased_mail&, const std::stop_token&);
    [[nodiscard]] delivery carry(const leased_mail&, const outgoing&, const std::stop_token&);
    [[nodiscard]] bool rests();
    void note(const delivery&);
    void settle(const leased_mail&, const delivery&);
    void settle_ended();
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
    currency is_current_;
    std::unique_ptr<transport> transport_;
    sender from_;
    mailer_pace pace_;
    struct ended_mail {
        leased_mail mail;
        delivery ended;
    };
    std::optional<rendered> rendered_;
    std::optional<ended_mail> ended_;  ///< not marked yet
    moment quiet_until_{};
    int quiet_times_ = 0;  ///< in a row
    std::atomic<obstacle> trouble_ = obstacle::none;
    moment next_expiry_{};
    std::minstd_rand random_{std::random_device{}()};

    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool wanted_ = false;    ///< under mutex_
    bool taken_up_ = false;  ///< under mutex_
    std::jthread thread_;    ///< last: everything above is there when it starts and until it has ended
};

}  // namespace klartext::mail
