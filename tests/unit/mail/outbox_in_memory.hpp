#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "mail/outbox.hpp"

namespace klartext::mail {

using namespace std::chrono_literals;

/// What happened on the mailer's thread, waited for on the test's.
class journal {
public:
    void note(std::string line) {
        const std::lock_guard lock(mutex_);
        lines_.push_back(std::move(line));
        changed_.notify_all();
    }
    bool reaches(std::size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 10s, [&] { return lines_.size() >= count; });
    }
    std::vector<std::string> lines() {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> lines_;
};

inline mail_id id_number(std::uint8_t number) {
    mail_id id;
    id.bytes[0] = number;
    return id;
}

/// Mails in memory; each is due until it is settled. Notes how each ends.
class outbox_in_memory final : public outbox {
public:
    explicit outbox_in_memory(journal& notes) : notes_(notes) {}

    void put(std::uint8_t number) {
        const std::lock_guard lock(mutex_);
        due_.push_back({.id = id_number(number), .session = {}, .address = "p@example.org", .attempts = 0});
    }
    std::optional<leased_mail> lease_next(moment now, moment) override {
        const std::lock_guard lock(mutex_);
        if (broken-- > 0) throw std::runtime_error("the disk is full");
        if (now < held_until || due_.empty()) return std::nullopt;
        auto mail = due_.front();
        due_.pop_front();
        leased_[mail.id] = mail;
        return mail;
    }
    void mark_sent(const mail_id&) override {
        if (unmarkable-- > 0) throw std::runtime_error("the disk is full");
        notes_.note("sent");
    }
    void mark_retry(const mail_id& id, moment next, int code) override {
        const auto pause = next - std::chrono::time_point_cast<moment::duration>(std::chrono::system_clock::now());
        const std::lock_guard lock(mutex_);
        auto mail = leased_[id];
        leased_.erase(id);
        pauses.push_back(pause);
        ++mail.attempts;
        due_.push_back(mail);
        notes_.note("retry " + std::to_string(code));
    }
    void mark_failed(const mail_id&, int code) override { notes_.note("failed " + std::to_string(code)); }
    void hold_all(moment until) override {
        const std::lock_guard lock(mutex_);
        held_until = until;
        for (auto& [id, mail] : leased_) due_.push_back(mail);
        leased_.clear();
        notes_.note("held");
    }
    void release() override {
        const std::lock_guard lock(mutex_);
        held_until = {};
        notes_.note("released");
    }
    void expire(moment) override { ++expiries; }

    std::atomic<int> expiries = 0;
    int broken = 0;      ///< so many leases fail first
    int unmarkable = 0;  ///< so many marks fail first
    moment held_until{};
    std::vector<moment::duration> pauses;  ///< read when the mailer is gone

private:
    journal& notes_;
    std::mutex mutex_;
    std::deque<leased_mail> due_;
    std::map<mail_id, leased_mail> leased_;
};

}  // namespace klartext::mail
