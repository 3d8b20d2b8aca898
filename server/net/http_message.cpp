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
    return same_word(trimmed(content_type.substr(0, content_type.find(';'))), "application/json");
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
