#include "net/response_head.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace klartext::net {
namespace {

struct standing_header {
    std::string_view name;
    std::string_view value;
};

constexpr std::array standing_headers{
    standing_header{"X-Content-Type-Options", "nosniff"},
    standing_header{"Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
                    "frame-ancestors 'none'; require-trusted-types-for 'script'; "
                    "trusted-types svelte-trusted-html default"},
    standing_header{"Cross-Origin-Opener-Policy", "same-origin"},
    standing_header{"Cross-Origin-Resource-Policy", "same-origin"},
    standing_header{"Referrer-Policy", "no-referrer"},
    standing_header{"Cache-Control", "no-store"},
};

std::string_view reason(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 204: return "No Content";
        case 302: return "Found";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        default: return "";
    }
}

void check(std::string_view value) {
    const auto breaks = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(value.begin(), value.end(), breaks)) throw std::logic_error("control character in a header");
}

}  // namespace

std::string response_head(const http_response& response, bool keep_alive, std::chrono::system_clock::time_point now) {
    std::string head;
    const auto out = std::back_inserter(head);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", response.status,
                   reason(response.status), fmt::gmtime(now));
    for (const auto& [name, value] : standing_headers) {
        if (!own_header(response, name)) fmt::format_to(out, "{}: {}\r\n", name, value);
    }
    for (const auto& [name, value] : response.headers) {
        check(name);
        check(value);
        fmt::format_to(out, "{}: {}\r\n", name, value);
    }
    if (!response.content_type.empty()) fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
    if (response.status != 204 && response.status != 304) {
        fmt::format_to(out, "Content-Length: {}\r\n", response.body ? response.body->size() : 0);
    }
    fmt::format_to(out, "Connection: {}\r\n\r\n", keep_alive ? "keep-alive" : "close");
    return head;
}

}  // namespace klartext::net
