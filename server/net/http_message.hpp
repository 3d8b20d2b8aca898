#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests and responses as plain data. The routes know HTTP by these alone.
namespace klartext::net {

/// Of the headers only what a route has a use for; nothing else of them is kept, User-Agent and languages least of all.
struct http_request {
    std::string method;                 ///< upper case
    std::string path;                   ///< as sent, without the query
    std::vector<std::string> segments;  ///< of the path, percent-decoded; never empty, "." or ".."
    std::string host;
    std::optional<std::string> origin;
    std::string content_type;
    std::optional<std::string> cookie;
    bool authorization = false;  ///< an Authorization header was sent
    std::string accept_encoding;
    std::string if_none_match;
    bool secure = false;  ///< the configured proxy says that the browser came by TLS
    std::string address;  ///< of the peer, or what the configured proxy says; for rate limits, never kept or logged
    std::string body;
};

struct http_response {
    int status = 200;
    std::string content_type;
    std::vector<std::pair<std::string, std::string>> headers;  ///< no line breaks; win over the standing ones
    std::shared_ptr<const std::string> body;                   ///< may be shared between responses; null: empty
};

/// Called once, on the I/O thread; when dropped uncalled, the client hears `unavailable`.
using responder = std::function<void(http_response)>;
using http_handler = std::function<void(http_request, responder)>;

[[nodiscard]] http_response json_response(int status, std::string body);
[[nodiscard]] http_response empty_response(int status);

/// Value of a header that the response brings itself, in any case of letters.
[[nodiscard]] const std::string* own_header(const http_response&, std::string_view name);

/// ASCII letters of either case are the same.
[[nodiscard]] bool same_word(std::string_view, std::string_view);

/// "application/json" in UTF-8: with no charset or that one; other parameters mean nothing.
[[nodiscard]] bool is_json(std::string_view content_type);

/// Value of one cookie in a Cookie header.
[[nodiscard]] std::optional<std::string> cookie_value(std::string_view header, std::string_view name);

}  // namespace klartext::net
