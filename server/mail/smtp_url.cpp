#include "mail/smtp_url.hpp"

#include <algorithm>
#include <charconv>

namespace klartext::mail {
namespace {

constexpr auto npos = std::string_view::npos;

/// Unwinds to read_smtp_url only, which turns it into a value.
struct malformed {
    const char* sentence;
};

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    throw malformed{"A % in the mail URL has to be followed by two hexadecimal digits; write a % itself as %25."};
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) hex_value('?');
        out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
        i += 2;
    }
    if (std::ranges::any_of(out, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }))
        throw malformed{"The mail URL contains a control character."};
    return out;
}

smtp_security read_scheme(std::string_view& rest) {
    if (rest.starts_with("smtps://")) {
        rest.remove_prefix(8);
        return smtp_security::tls_from_start;
    }
    if (!rest.starts_with("smtp://")) throw malformed{"The mail URL has to start with smtp:// or smtps://."};
    rest.remove_prefix(7);
    return smtp_security::starttls;
}

std::optional<login> read_login(std::string_view& authority) {
    const auto at = authority.rfind('@');
    if (at == npos) return std::nullopt;
    const auto part = authority.substr(0, at);
    authority.remove_prefix(at + 1);
    if (part.find('@') != npos) throw malformed{"Write an @ in the user or password of the mail URL as %40."};
    const auto colon = part.find(':');
    if (colon == npos || colon == 0 || colon + 1 == part.size())
        throw malformed{"A login in the mail URL is written user:password@, both of them not empty."};
    if (part.find(':', colon + 1) != npos) throw malformed{"Write a : in the password of the mail URL as %3A."};
    return login{percent_decoded(part.substr(0, colon)), percent_decoded(part.substr(colon + 1))};
}

bool is_host(std::string_view host, std::string_view also_allowed) {
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               also_allowed.find(c) != npos;
    });
}

std::string read_host(std::string_view& authority) {
    const bool bracketed = authority.starts_with('[');
    const auto end = bracketed ? authority.find(']') : std::min(authority.find(':'), authority.size());
    if (end == npos) throw malformed{"The mail URL lacks the ] after an IPv6 address."};
    const auto host = authority.substr(bracketed ? 1 : 0, bracketed ? end - 1 : end);
    if (!is_host(host, bracketed ? ":." : ".-")) throw malformed{"The mail URL names no proper host."};
    authority.remove_prefix(end + (bracketed ? 1 : 0));
    return std::string(host);
}

std::optional<int> read_port(std::string_view rest) {
    if (rest.empty()) return std::nullopt;
    int port = 0;
    const auto* last = rest.data() + rest.size();
    const auto [stop, fault] = std::from_chars(rest.data() + 1, last, port);
    if (rest.front() != ':' || fault != std::errc{} || stop != last || port < 1 || port > 65535)
        throw malformed{"The port in the mail URL has to be a number from 1 to 65535."};
    return port;
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "::1" ||
           (host.starts_with("127.") && is_host(host, ".") && std::ranges::count(host, '.') == 3 &&
            host.find_first_not_of("0123456789.") == npos);
}

void refuse_contradiction(const smtp_target& target) {
    if (target.security == smtp_security::tls_from_start)
        throw malformed{"smtps:// and a tls= setting in the mail URL contradict each other."};
}

void switch_tls_off(smtp_target& target) {
    refuse_contradiction(target);
    if (!is_this_machine(target.host))
        throw malformed{
            "tls=none is for a relay on this machine only; anywhere else the minutes could be read on the way. If that "
            "is all right on your network, write tls=none-readable-by-others."};
    target.security = smtp_security::none;
}

void switch_tls_off_for_all_to_read(smtp_target& target) {
    refuse_contradiction(target);
    if (target.login && !is_this_machine(target.host))
        throw malformed{
            "tls=none-readable-by-others goes without user and password in the mail URL: they could be read on the way "
            "as well."};
    target.security = smtp_security::none;
}

void read_setting(smtp_target& target, std::string_view setting) {
    if (setting == "tls=none") return switch_tls_off(target);
    if (setting == "tls=none-readable-by-others") return switch_tls_off_for_all_to_read(target);
    if (!setting.starts_with("ca="))
        throw malformed{"The mail URL knows the settings tls=none, tls=none-readable-by-others and ca=/path only."};
    target.ca_file = percent_decoded(setting.substr(3));
    if (!target.ca_file.is_absolute()) throw malformed{"ca= in the mail URL takes an absolute path."};
}

void read_settings(smtp_target& target, std::string_view settings) {
    while (!settings.empty()) {
        const auto end = std::min(settings.find('&'), settings.size());
        read_setting(target, settings.substr(0, end));
        settings.remove_prefix(std::min(end + 1, settings.size()));
    }
}

int usual_port(const smtp_target& target) {
    if (target.security == smtp_security::tls_from_start) return 465;
    return target.login ? 587 : 25;
}

smtp_target read(std::string_view rest) {
    smtp_target target;
    target.security = read_scheme(rest);
    const auto question = std::min(rest.find('?'), rest.size());
    auto authority = rest.substr(0, question);
    if (authority.ends_with('/')) authority.remove_suffix(1);
    if (authority.find_first_of("/# ") != npos)
        throw malformed{"The mail URL has no path; write / and # in the user or password as %2F and %23."};
    target.login = read_login(authority);
    target.host = read_host(authority);
    target.port = read_port(authority).value_or(usual_port(target));
    if (question < rest.size()) read_settings(target, rest.substr(question + 1));
    return target;
}

}  // namespace

boost::system::result<smtp_target, url_fault> read_smtp_url(std::string_view url) {
    try {
        return read(url);
    } catch (const malformed& fault) {
        return url_fault{fault.sentence};
    }
}

std::string host_of_web_address(std::string_view url) {
    const auto start = url.find("://");
    if (start == npos) return {};
    const auto authority = url.substr(start + 3, url.find_first_of("/?#", start + 3) - start - 3);
    const std::string host(authority.substr(0, authority.rfind(':')));
    const bool is_number = host.find_first_not_of("0123456789.") == std::string::npos;
    return is_host(host, ".-") && !is_number ? host : std::string();
}

}  // namespace klartext::mail
