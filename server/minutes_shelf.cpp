#include "minutes_shelf.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <type_traits>
#include <utility>
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

crypto::digest hash_of(std::string_view content) { return crypto::sha256(crypto::bytes_of(content)); }

protocol::list_signer signer_with(const crypto::signing_key& key) {
    return [&key](std::span<const protocol::document> files) {
        auto list = checksums_of(files);
        auto signature = write_signature(key, list);
        return protocol::signed_list{std::move(list), std::move(signature)};
    };
}

bool is_closed(const live::stored_session& stored) { return stored.state.head.phase == domain::session_phase::closed; }

bool has_link(const domain::session_head& head) {
    const auto last = net::last_day_of_link(head);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return !head.minutes_token.empty() && (!last || std::chrono::sys_days(*last) >= today);
}

/// All that a mail is made from but for the house and the server's own address.
std::string source_of(const domain::session_head& head, const crypto::digest& of_json) {
    auto source = crypto::hex_encode(of_json) + "\n" + head.minutes_token + (has_link(head) ? " holds" : " is over");
    for (const auto file : head.minutes.attached) source += " " + std::to_string(static_cast<int>(file));
    return crypto::hex_encode(hash_of(source));
}

void attach(std::vector<protocol::document> documents, mail::outgoing& mail) {
    for (auto& document : documents)
        mail.attachments.push_back({document.name, document.media_type, std::move(document.content)});
}

}  // namespace

minutes_shelf::minutes_shelf(const store::session_files& files, const crypto::signing_key& key, kept_documents& kept,
                             protocol::house whose)
    : files_(files), key_(key), kept_(kept), sign_(signer_with(key)), house_(std::move(whose)) {}

// A session may be edited or deleted while its documents are made. What is not true any more is not kept; whoever
// deletes it forgets them after its file is gone, and here it is looked for after they are kept.
template <class Make>
std::invoke_result_t<Make, protocol::made_documents&> minutes_shelf::with_kept(const domain::session_id& id,
                                                                               const script& of, Make make) const {
    auto made = kept_.of(id, of.of_json);
    const auto known = made.size();
    auto result = make(made);
    if (made.size() == known) return result;
    const auto stored = files_.load_now(id);
    if (stored && written(*stored).of_json == of.of_json) kept_.keep(id, of.of_json, std::move(made));
    if (!files_.holds(id)) kept_.forget(id);
    return result;
}

std::optional<protocol::document> minutes_shelf::find(const domain::session_id& id, const std::string& name) const {
    const auto stored = files_.load_now(id);
    if (!stored) return std::nullopt;
    const auto script = written(*stored);
    if (!is_closed(*stored)) return protocol::render_one(script.minutes, name, house_);
    return with_kept(id, script, [&](protocol::made_documents& made) {
        return protocol::render_one(script.minutes, name, house_, sign_, &made);
    });
}

std::optional<mail::outgoing> minutes_shelf::as_mail(const domain::session_id& id, const std::string& base) const {
    const auto stored = files_.load_now(id);
    if (!stored || !is_closed(*stored)) return std::nullopt;
    const auto script = written(*stored);
    const auto& head = stored->state.head;
    const auto link = has_link(head) ? base + net::minutes_link(id, head.minutes_token) : std::string();
    auto alone = protocol::compose_mail(script.minutes, link, protocol::enclosed::nothing);
    mail::outgoing mail{.subject = alone.subject, .text = alone.text, .html = alone.html, .attachments = {}};
    mail.made_from = source_of(head, script.of_json);
    if (head.minutes.attached.empty()) return mail;
    if (!link.empty()) mail.alone = {std::move(alone.text), std::move(alone.html)};
    try {
        attach(with_kept(id, script,
                         [&](protocol::made_documents& made) {
                             return protocol::render(script.minutes, attached(head.minutes), protocol::delivery::mail,
                                                     house_, sign_, &made);
                         }),
               mail);
    } catch (const protocol::pdf::missing_file& cause) {
        spdlog::error("mail: the minutes go without attachments: {}", cause.what());
        return link.empty() ? std::nullopt : std::optional(std::move(mail));
    }
    auto body = protocol::compose_mail(script.minutes, link, protocol::enclosed::signed_files);
    mail.text = std::move(body.text);
    mail.html = std::move(body.html);
    return mail;
}

bool minutes_shelf::is_current(const domain::session_id& id, const mail::outgoing& mail) const {
    const auto stored = files_.load_now(id);
    return stored && mail.made_from == source_of(stored->state.head, written(*stored).of_json);
}

minutes_shelf::script minutes_shelf::written(const live::stored_session& stored) const {
    auto minutes = minutes::write_minutes(stored);
    const auto of_json = hash_of(protocol::to_json(minutes));
    if (is_closed(stored))
        minutes.fingerprints = {crypto::short_fingerprint(of_json),
                                crypto::short_fingerprint(crypto::sha256(key_.public_half()))};
    return {std::move(minutes), of_json};
}

}  // namespace klartext
