#include "net/routes/router.hpp"

#include "net/answers.hpp"
#include "net/origin.hpp"
#include "net/target.hpp"

#include <optional>
#include <utility>

namespace klartext::net {
namespace {

using wire::problem;

bool under_api(const http_request& request) { return !request.segments.empty() && request.segments.front() == "api"; }

bool only_reads(const std::string& method) { return method == "GET" || method == "HEAD"; }

std::optional<problem> objection(const http_request& request) {
    if (only_reads(request.method) || !under_api(request)) return std::nullopt;
    if (!own_origin(request.origin, request.host)) return problem::foreign_origin;
    const bool says_nothing = request.body.empty() && request.content_type.empty();
    if (!says_nothing && !is_json(request.content_type)) return problem::wrong_content_type;
    return std::nullopt;
}

std::optional<std::vector<std::string>> match(const std::vector<std::string>& pattern,
                                              const std::vector<std::string>& path) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (at >= path.size()) return std::nullopt;
        if (pattern[at] == "{*}") {
            auto rest = path[at];
            for (auto more = at + 1; more < path.size(); ++more) rest += '/' + path[more];
            parts.push_back(std::move(rest));
            return parts;
        }
        if (pattern[at] == "{}") {
            parts.push_back(path[at]);
        } else if (pattern[at] != path[at]) {
            return std::nullopt;
        }
    }
    if (path.size() != pattern.size()) return std::nullopt;
    return parts;
}

}  // namespace

void router::add(std::string_view method_and_pattern, route then) {
    const auto space = method_and_pattern.find(' ');
    auto pattern = read_target(method_and_pattern.substr(space + 1)).value();
    entries_.push_back(
        {std::string(method_and_pattern.substr(0, space)), std::move(pattern.segments), std::move(then)});
}

void router::otherwise(route then) { otherwise_ = std::move(then); }

std::vector<std::string> router::list() const {
    std::vector<std::string> all;
    for (const auto& entry : entries_) {
        auto line = entry.method + ' ';
        for (const auto& segment : entry.pattern) line += '/' + segment;
        all.push_back(std::move(line));
    }
    return all;
}

void router::handle(http_request request, responder respond) const {
    if (const auto why = objection(request)) return respond(no(*why));
    const auto method = request.method == "HEAD" ? "GET" : request.method;
    std::string allowed;
    for (const auto& entry : entries_) {
        auto parts = match(entry.pattern, request.segments);
        if (!parts) continue;
        if (entry.method == method) return entry.then({std::move(request), std::move(*parts), std::move(respond)});
        allowed += (allowed.empty() ? "" : ", ") + (entry.method == "GET" ? "GET, HEAD" : entry.method);
    }
    if (!allowed.empty()) return respond(wrong_method(allowed));
    if (under_api(request) || !otherwise_) return respond(no(problem::not_found));
    otherwise_({std::move(request), {}, std::move(respond)});
}

}  // namespace klartext::net
