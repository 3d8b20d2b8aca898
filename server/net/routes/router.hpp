#pragma once
#include "net/http_message.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::net {

/// One request on its way to an answer.
struct call {
    http_request request;
    std::vector<std::string> parts;  ///< what stood for each {} of the pattern, in order
    responder respond;
};

using route = std::function<void(call)>;

/// Finds the route of a request by method and path. What changes something under /api/ is turned away here when its
/// Origin is foreign or its body is not JSON.
class router {
public:
    /// "GET /api/v1/join/{}"; {} is one segment, {*} at the end one or more, joined by slashes.
    void add(std::string_view method_and_pattern, route);
    /// For GET and HEAD of every path outside /api/ that has no route.
    void otherwise(route);

    void handle(http_request, responder) const;

    /// Method and pattern of every route, as they were added.
    [[nodiscard]] std::vector<std::string> list() const;

private:
    struct entry {
        std::string method;
        std::vector<std::string> pattern;
        route then;
    };

    std::vector<entry> entries_;
    route otherwise_;
};

}  // namespace klartext::net
