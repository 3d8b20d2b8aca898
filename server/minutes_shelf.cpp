#include "minutes_shelf.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "checksums.hpp"
#include "crypto/codes.hpp"
#include "minutes/write_minutes.hpp"
#include "net/routes/minutes_link.hpp"
#include "protocol/json.hpp"
#include "protocol/pdf/errors.hpp"
#include "protocol/text_mail.hpp"

namespace klartext {
namespace {

protocol::format format_of(domain::minutes_file file) {
    using enum domain::minutes_file;
    switch (file) {
        case pdf: return protocol::format::pdf;
        case short_pdf: return protocol::format::short_pdf;
        case odt: return protocol::format::odt;
        case html: return protocol::format::html;
        case markdown: return protocol::format::markdown;
        case xlsx: return protocol::format::xlsx;
        case csv: return protocol::format::csv;
        case json: return protocol::format::json;
        case zip: return protocol::format::zip;
    }
    throw std::logic_error("no such file of the minutes");
}

std::vector<protocol::format> attached(const domain::minutes_choices& choices) {
    std::vector<protocol::format> formats;
    std::ranges::transform(choices.attached, std::back_inserter(formats), format_of);
    return formats;
}

/// Of some kilobytes each.
constexpr std::size_t most_lists = 256;

crypto::digest hash_of(std::string_view content) { return crypto::sha256(crypto::bytes_of(content)); }

protocol::fingerprints fingerprints_of(const protocol::minutes& written, const crypto::public_key& key) {
    return {crypto::short_fingerprint(hash_of(protocol::to_json(written))),
            crypto::short_fingerprint(crypto::sha256(key))};
}

protocol::list_signer signer_with(const crypto::signing_key& key) {
    return [&key](std::span<const protocol::document> files) {
        auto list = checksums_of(files);
        auto signature = write_signature(key, list);
        return protocol::signed_list{std::move(list), std::move(signature)};
    };
}

bool is_closed(const live::stored_session& stored) { return stored.state.head.phase == domain::session_phase::closed; }

bool is_of_the_list(const std::string& name) { return name == checksums_name || name == signature_name; }

bool has_link(const domain::session_head& head) {
    const auto last = net::last_day_of_link(head);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return !head.minutes_token.empty() && (!last || std::chrono::sys_days(*last) >= today);
}

/// All that a mail is made from but for the house and the server's own address.
std::string source_of(const domain::session_head& head, const protocol::minutes& minutes) {
    auto source = protocol::to_json(minutes) + "\n" + head.minutes_token + (has_link(head) ? " holds" : " is over");
    for (const auto file : head.minutes.attached) source += " " + std::to_string(static_cast<int>(file));
    return crypto::hex_encode(hash_of(source));
}

void attach(std::vector<protocol::document> documents, mail::outgoing& mail) {
    for (auto& document : documents)
        mail.attachments.push_back({document.name, document.media_type, std::move(document.content)});
}

}  // namespace

std::optional<protocol::document> minutes_shelf::find(const domain::session_id& id, const std::string& name) const {
    const auto stored = files_.load_now(id);
    if (!stored) return std::nullopt;
    const auto minutes = written(*stored);
    if (!is_closed(*stored)) return protocol::render_one(minutes, name, house_);
    if (!is_of_the_list(name)) return protocol::render_one(minutes, name, house_, signer_with(key_));
    auto pair = protocol::documents_of(signed_folder(id, minutes));
    return std::move(*std::ranges::find(pair, name, &protocol::document::name));
}

std::optional<mail::outgoing> minutes_shelf::as_mail(const domain::session_id& id, const std::string& base) const {
    const auto stored = files_.load_now(id);
    if (!stored || !is_closed(*stored)) return std::nullopt;
    const auto minutes = written(*stored);
    const auto& head = stored->state.head;
    const auto link = has_link(head) ? base + net::minutes_link(id, head.minutes_token) : std::string();
    auto alone = protocol::compose_mail(minutes, link, protocol::enclosed::nothing);
    mail::outgoing mail{.subject = alone.subject, .text = alone.text, .html = alone.html, .attachments = {}};
    mail.made_from = source_of(head, minutes);
    if (head.minutes.attached.empty()) return mail;
    if (!link.empty()) mail.alone = {std::move(alone.text), std::move(alone.html)};
    try {
        attach(protocol::render(minutes, attached(head.minutes), protocol::delivery::mail, house_, signer_with(key_)),
               mail);
    } catch (const protocol::pdf::missing_file& cause) {
        spdlog::error("mail: the minutes go without attachments: {}", cause.what());
        return link.empty() ? std::nullopt : std::optional(std::move(mail));
    }
    auto body = protocol::compose_mail(minutes, link, protocol::enclosed::signed_files);
    mail.text = std::move(body.text);
    mail.html = std::move(body.html);
    return mail;
}

bool minutes_shelf::is_current(const domain::session_id& id, const mail::outgoing& mail) const {
    const auto stored = files_.load_now(id);
    return stored && mail.made_from == source_of(stored->state.head, written(*stored));
}

void minutes_shelf::forget(const domain::session_id& id) {
    const std::scoped_lock here(guard_);
    lists_.erase(id);
}

protocol::minutes minutes_shelf::written(const live::stored_session& stored) const {
    auto minutes = minutes::write_minutes(stored);
    if (is_closed(stored)) minutes.fingerprints = fingerprints_of(minutes, key_.public_half());
    return minutes;
}

protocol::signed_list minutes_shelf::signed_folder(const domain::session_id& id,
                                                   const protocol::minutes& minutes) const {
    auto list = list_of_folder(id, minutes);
    auto signature = write_signature(key_, list);
    return {std::move(list), std::move(signature)};
}

std::string minutes_shelf::list_of_folder(const domain::session_id& id, const protocol::minutes& minutes) const {
    const auto of_json = hash_of(protocol::to_json(minutes));
    {
        const std::scoped_lock here(guard_);
        const auto known = lists_.find(id);
        if (known != lists_.end() && known->second.of_json == of_json) return known->second.list;
    }
    auto list = protocol::render_one(minutes, checksums_name, house_, signer_with(key_))->content;
    const std::scoped_lock here(guard_);
    if (lists_.size() >= most_lists) lists_.clear();
    lists_.insert_or_assign(id, known_list{of_json, list});
    return list;
}

}  // namespace klartext
