#include "mail_addresses.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace klartext {
namespace {

mail::moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::optional<letterbox::stamp_key> sized(const std::optional<std::vector<std::uint8_t>>& bytes) {
    letterbox::stamp_key key{};
    if (!bytes || bytes->size() != key.size()) return std::nullopt;
    std::ranges::copy(*bytes, key.begin());
    return key;
}

}  // namespace

mail_addresses::mail_addresses(store::mail_store& mails, places_to_run run, std::function<void()> wake_mailer)
    : mails_(mails), run_(std::move(run)), wake_mailer_(std::move(wake_mailer)) {}

void mail_addresses::closed_key(const domain::session_id& id, std::function<void(const key_or_answer&)> then) {
    const bool taken = run_.worker([this, id, then] {
        const auto found = find_key(id);
        run_.post([then, found] { then(found); });
    });
    if (!taken) then(live::kept_by_sender{});
}

void mail_addresses::leave(const domain::session_id& id, const domain::stamp_hash& stamp, std::string mail,
                           letterbox::reply then) {
    const bool taken = run_.worker([this, id, stamp, mail = std::move(mail), then] {
        const auto given = leave_now(id, stamp, mail);
        run_.post([then, given] { then(given); });
    });
    if (!taken) then(live::kept_by_sender{});
}

mail_addresses::key_or_answer mail_addresses::find_key(const domain::session_id& id) {
    try {
        if (const auto key = sized(mails_.address_key(id, now()))) return *key;
        return letterbox::rejection::address_too_late;
    } catch (const std::exception& cause) {
        spdlog::error("the keys of addresses cannot be read: {}", cause.what());
        return live::kept_by_sender{};
    }
}

letterbox::answer mail_addresses::leave_now(const domain::session_id& id, const domain::stamp_hash& stamp,
                                            const std::string& mail) {
    const auto address = mail::mail_address::read(mail);
    if (!address) return letterbox::rejection::mail_invalid;
    try {
        const auto left = mails_.leave_address(id, stamp, *address, now());
        wake_mailer_();
        if (left == store::leaving::too_late) return letterbox::rejection::address_too_late;
        if (left == store::leaving::already_sent) return letterbox::rejection::minutes_already_sent;
        return live::received{};
    } catch (const std::exception& cause) {
        spdlog::error("an address for the minutes could not be stored: {}", cause.what());
        return live::kept_by_sender{};
    }
}

}  // namespace klartext
