#include "minutes_shelf.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "minutes/write_minutes.hpp"
#include "net/routes/minutes_link.hpp"
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

}  // namespace

std::optional<protocol::document> minutes_shelf::find(const domain::session_id& id, const std::string& name) const {
    const auto stored = files_.load_now(id);
    if (!stored) return std::nullopt;
    return protocol::render_one(minutes::write_minutes(*stored), name, house_);
}

std::optional<mail::outgoing> minutes_shelf::as_mail(const domain::session_id& id, const std::string& base) const {
    const auto stored = files_.load_now(id);
    if (!stored || stored->state.head.phase != domain::session_phase::closed) return std::nullopt;
    const auto written = minutes::write_minutes(*stored);
    auto body = protocol::compose_mail(written, base + net::minutes_link(id, stored->minutes_token));
    mail::outgoing mail{std::move(body.subject), std::move(body.text), std::move(body.html), {}};
    for (auto& document :
         protocol::render(written, attached(stored->state.head.minutes), protocol::delivery::mail, house_))
        mail.attachments.push_back({document.name, document.media_type, std::move(document.content)});
    return mail;
}

}  // namespace klartext
