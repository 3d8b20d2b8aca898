#include "net/answers.hpp"

namespace klartext::net {
namespace {

http_response with_retry(wire::error_answer answer) {
    auto response = json_response(answer.status, std::move(answer.body));
    if (response.status == 429) response.headers.emplace_back("Retry-After", "60");
    if (response.status == 503) response.headers.emplace_back("Retry-After", "2");
    return response;
}

}  // namespace

http_response no(domain::refusal why) { return with_retry(wire::answer_of(why)); }
http_response no(wire::problem why) { return with_retry(wire::answer_of(why)); }
http_response no(const wire::wire_error& why) { return with_retry(wire::answer_of(why)); }

http_response wrong_method(const std::string& allowed) {
    auto response = no(wire::problem::wrong_method);
    response.headers.emplace_back("Allow", allowed);
    return response;
}

}  // namespace klartext::net
