#include "net/http_message.hpp"

#include <algorithm>

namespace klartext::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

void skip_blanks(std::string_view& rest) { rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size())); }

std::optional<std::string> cut_token(std::string_view& rest) {
    const auto end = std::min(rest.find_first_of(" \t\"(),/:;<=>?@[\\]{}"), rest.size());
    if (end == 0) return std::nullopt;
    std::string token(rest.substr(0, end));
    rest.remove_prefix(end);
    return token;
}

std::optional<std::string> cut_quoted(std::string_view& rest) {
    std::string value;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '"') {
            rest.remove_prefix(at + 1);
            return value;
        }
        if (rest[at] == '\\' && ++at == rest.size()) break;
        value += rest[at];
    }
    return std::nullopt;
}

struct parameter {
    std::string name, value;  ///< both empty where nothing stands between two semicolons
};

/// Cuts off one parameter of a media type, up to the next semicolon (RFC 9110, 5.6.6); nothing if it is none.
std::optional<parameter> cut_parameter(std::string_view& rest) {
    parameter found;
    skip_blanks(rest);
    if (!rest.empty() && rest.front() != ';') {
        auto name = cut_token(rest);
        if (!name || !rest.starts_with('=')) return std::nullopt;
        rest.remove_prefix(1);
        auto value = rest.starts_with('"') ? cut_quoted(rest) : cut_token(rest);
        if (!value) return std::nullopt;
        found = {std::move(*name), std::move(*value)};
        skip_blanks(rest);
    }
    if (!rest.empty() && rest.front() != ';') return std::nullopt;
    return found;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

http_response json_response(int status, std::string body) {
    return {status, "application/json", {}, std::make_shared<const std::string>(std::move(body))};
}

http_response empty_response(int status) { return {status, {}, {}, nullptr}; }

const std::string* own_header(const http_response& response, std::string_view name) {
    const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                    [&](const auto& header) { return same_word(header.first, name); });
    return found == response.headers.end() ? nullptr : &found->second;
}

bool is_json(std::string_view content_type) {
    const auto end = std::min(content_type.find(';'), content_type.size());
    if (!same_word(trimmed(content_type.substr(0, end)), "application/json")) return false;
    content_type.remove_prefix(end);
    while (!content_type.empty()) {
        content_type.remove_prefix(1);  // the semicolon
        const auto found = cut_parameter(content_type);
        if (!found || (same_word(found->name, "charset") && !same_word(found->value, "utf-8"))) return false;
    }
    return true;
}

std::optional<std::string> cookie_value(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        const auto pair = trimmed(header.substr(0, end));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return std::string(pair.substr(equals + 1));
        }
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return std::nullopt;
}

}  // namespace klartext::net
