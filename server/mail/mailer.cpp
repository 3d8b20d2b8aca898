#include "mail/mailer.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace klartext::mail {
namespace {

moment now() { return std::chrono::time_point_cast<moment::duration>(std::chrono::system_clock::now()); }

std::string log_name(const domain::session_id& session) { return fmt::format("{:02x}", fmt::join(session.bytes, "")); }

mailer_pace with_pauses(mailer_pace pace) {
    if (pace.pauses.empty()) throw std::invalid_argument("a mailer needs a pause between two attempts");
    return pace;
}

/// What the address was checked for when it was left; a file that says otherwise was tampered with.
mail_address stored_address(const std::string& text) {
    auto address = mail_address::read(text);
    if (!address) throw std::runtime_error("the outbox holds something that is no address");
    return *address;
}

}  // namespace

mailer::mailer(outbox& box, renderer render, std::unique_ptr<transport> way, sender from, mailer_pace pace,
               currency is_current)
    : outbox_(box),
      render_(std::move(render)),
      is_current_(std::move(is_current)),
      transport_(std::move(way)),
      from_(std::move(from)),
      pace_(with_pauses(std::move(pace))),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

mailer::~mailer() = default;

void mailer::wake() {
    {
        const std::lock_guard lock(mutex_);
        wanted_ = true;
    }
    woken_.notify_all();
}

void mailer::take_up() {
    outbox_.release();
    {
        const std::lock_guard lock(mutex_);
        taken_up_ = true;
    }
    wake();
}

void mailer::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            erase_expired();
            send_due(stop);
        } catch (const std::exception& fault) {
            spdlog::error("mail: the outbox does not work: {}", fault.what());
        }
        rendered_.reset();
        rest(stop);
    }
}

void mailer::send_due(const std::stop_token& stop) {
    settle_ended();
    while (!stop.stop_requested() && !rests()) {
        const auto mail = outbox_.lease_next(now(), now() + pace_.lease);
        if (!mail) return;
        send(*mail, stop);
    }
}

bool mailer::rests() {
    const std::lock_guard lock(mutex_);
    if (std::exchange(taken_up_, false)) {
        quiet_until_ = {};
        quiet_times_ = 0;
        trouble_ = obstacle::none;
    }
    return now() < quiet_until_;
}

void mailer::send(const leased_mail& mail, const std::stop_token& stop) {
    const auto* minutes = minutes_of(mail.session);
    if (minutes == nullptr) return settle(mail, {.verdict = verdict::later});
    auto ended = carry(mail, *minutes, stop);
    const bool unwelcome = ended.obstacle == obstacle::size || ended.of_content;
    if (unwelcome && !minutes->attachments.empty() && minutes->alone)
        ended = carry(mail, {minutes->subject, minutes->alone->text, minutes->alone->html, {}}, stop);
    if (!stop.stop_requested() || ended.verdict == verdict::sent) note(ended);
    ended_ = {mail, ended};
    settle_ended();
}

delivery mailer::carry(const leased_mail& mail, const outgoing& minutes, const std::stop_token& stop) {
    const auto to = stored_address(mail.address);
    const parcel parcel{.id = mail.id,
                        .from = from_.address.text(),
                        .to = to.text(),
                        .message = compose(mail.id, from_, to, minutes, now())};
    return transport_->carry(parcel, stop);
}

void mailer::note(const delivery& ended) {
    const auto met = ended.obstacle;
    const bool all = is_about_server(met) || met == obstacle::folder || met == obstacle::silence;
    trouble_ = all ? met : obstacle::none;
    if (!all) {
        quiet_times_ = 0;
    } else if (ended.verdict == verdict::later) {
        quiet_until_ = after_pause(quiet_times_++);
    }
}

void mailer::settle_ended() {
    if (!ended_) return;
    settle(ended_->mail, ended_->ended);
    ended_.reset();
}

void mailer::settle(const leased_mail& mail, const delivery& ended) {
    switch (ended.verdict) {
        case verdict::sent: return outbox_.mark_sent(mail.id);
        case verdict::later: return outbox_.mark_retry(mail.id, after_pause(mail.attempts), ended.smtp_code);
        case verdict::refused:
            spdlog::warn("mail: an address of session {} was refused for good, SMTP code {}", log_name(mail.session),
                         ended.smtp_code);
            return outbox_.mark_failed(mail.id, ended.smtp_code);
        case verdict::held:
            spdlog::error(
                "mail: the mail server refuses this server (SMTP code {}): check login and sender address. "
                "Nothing is sent for an hour, or until an administrator has it tried again.",
                ended.smtp_code);
            return outbox_.hold_all(now() + pace_.hold);
    }
}

const outgoing* mailer::minutes_of(const domain::session_id& session) {
    try {
        if (rendered_ && rendered_->session == session && is_current_(session, rendered_->mail))
            return &rendered_->mail;
        rendered_.reset();
        if (auto mail = render_(session)) return &rendered_.emplace(rendered{session, std::move(*mail)}).mail;
        spdlog::warn("mail: no minutes yet for session {}", log_name(session));
    } catch (const std::exception&) {
        // Without its words: they might quote the content.
        spdlog::error("mail: the minutes of session {} could not be rendered", log_name(session));
    }
    return nullptr;
}

void mailer::erase_expired() {
    if (now() < next_expiry_) return;
    outbox_.expire(now());
    next_expiry_ = now() + pace_.expiry;
}

moment mailer::after_pause(int attempts) {
    const auto step = std::min(static_cast<std::size_t>(std::max(attempts, 0)), pace_.pauses.size() - 1);
    const auto pause = pace_.pauses[step];
    std::uniform_int_distribution<moment::rep> extra(0, pause.count() / 5);
    return now() + pause + moment::duration(extra(random_));
}

void mailer::rest(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, pace_.look, [this] { return wanted_; });
    wanted_ = false;
}

}  // namespace klartext::mail
