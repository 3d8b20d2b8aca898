#include "net/routes/minutes_link.hpp"

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"
#include "net/routes/ids.hpp"

namespace klartext::net {
namespace {

constexpr std::size_t id_length = 32;

}  // namespace

std::string new_minutes_token() { return crypto::base64url_encode(crypto::random_bytes<24>()); }

std::string minutes_link(const domain::session_id& id, std::string_view minutes_token) {
    return "/minutes/" + text_of(id) + std::string(minutes_token);
}

std::optional<domain::session_id> session_of_minutes(std::string_view token) {
    return id_of<domain::session_id>(token.substr(0, id_length));
}

bool opens(std::string_view token, const domain::session_head& head) {
    if (token.size() <= id_length || head.minutes_token.empty()) return false;
    return crypto::constant_time_equal(crypto::bytes_of(token.substr(id_length)), crypto::bytes_of(head.minutes_token));
}

std::optional<std::chrono::year_month_day> last_day_of_link(const domain::session_head& head) {
    if (!head.day || !head.minutes.link_days) return std::nullopt;
    return std::chrono::sys_days(*head.day) + std::chrono::days(*head.minutes.link_days);
}

}  // namespace klartext::net
