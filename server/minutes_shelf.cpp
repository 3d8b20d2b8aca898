#include "minutes_shelf.hpp"

#include "minutes/write_minutes.hpp"
#include "net/routes/minutes_link.hpp"
#include "protocol/text_mail.hpp"

namespace klartext {

std::optional<protocol::document> minutes_shelf::find(const domain::session_id& id, const std::string& name) const {
    const auto stored = files_.load_now(id);
    if (!stored) return std::nullopt;
    return protocol::render_one(minutes::write_minutes(*stored), name);
}

std::optional<mail::outgoing> minutes_shelf::as_mail(const domain::session_id& id, const std::string& base) const {
    const auto stored = files_.load_now(id);
    if (!stored || stored->state.head.phase != domain::session_phase::closed) return std::nullopt;
    const auto written = minutes::write_minutes(*stored);
    auto body = protocol::compose_mail(written, base + net::minutes_link(id, stored->minutes_token));
    mail::outgoing mail{std::move(body.subject), std::move(body.text), std::move(body.html), {}};
    for (auto& document : protocol::render(written, protocol::mailed_formats(), protocol::delivery::mail))
        mail.attachments.push_back({document.name, document.media_type, std::move(document.content)});
    return mail;
}

}  // namespace klartext
