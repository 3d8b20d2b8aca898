#include "mail/mail_address.hpp"

#include <algorithm>
#include <optional>

namespace klartext::mail {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_label = 63;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_atom(char c) {
    return is_letter(c) || is_digit(c) || std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// True when every part between dots is non-empty and accepted.
template <class Accepts>
bool every_part(std::string_view text, Accepts accepts) {
    for (;;) {
        const auto dot = text.find('.');
        const auto part = text.substr(0, dot);
        if (part.empty() || !accepts(part)) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool is_label(std::string_view part) {
    return part.size() <= longest_label && part.front() != '-' && part.back() != '-' &&
           std::ranges::all_of(part, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_domain(std::string_view domain) {
    if (!every_part(domain, is_label)) return false;
    const auto last = domain.substr(domain.rfind('.') + 1);
    return !std::ranges::all_of(last, is_digit);
}

std::optional<address_fault> fault_of(std::string_view text) {
    if (text.empty()) return address_fault::empty;
    if (text.size() > longest_address) return address_fault::too_long;
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) > 127; }))
        return address_fault::not_ascii;
    if (std::ranges::count(text, '@') != 1) return address_fault::not_one_at;
    const auto at = text.find('@');
    if (at > longest_local_part) return address_fault::too_long;
    const auto is_word = [](std::string_view part) { return std::ranges::all_of(part, is_atom); };
    if (!every_part(text.substr(0, at), is_word)) return address_fault::bad_local_part;
    if (!is_domain(text.substr(at + 1))) return address_fault::bad_domain;
    return std::nullopt;
}

}  // namespace

boost::system::result<mail_address, address_fault> mail_address::read(std::string_view text) {
    const auto address = trimmed(text);
    if (const auto fault = fault_of(address)) return *fault;
    return mail_address(std::string(address));
}

}  // namespace klartext::mail
