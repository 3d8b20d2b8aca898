#include "wire/answers.hpp"

#include "wire/bridge.hpp"
#include "wire/values.hpp"

namespace klartext::wire {

namespace {

error_answer answer_of(const refusal_text& text) {
    const auto in_both = [](const both_languages& both) {
        return sentences{std::string(both.de), std::string(both.en)};
    };
    return {text.status, write(error{std::string(text.code), in_both(text.message), in_both(text.advice)})};
}

}  // namespace

error_answer answer_of(domain::refusal refusal) { return answer_of(text_of(refusal)); }
error_answer answer_of(problem problem) { return answer_of(text_of(problem)); }
error_answer answer_of(const wire_error& fault) { return answer_of(fault.problem); }

result<received> read_received(std::string_view json) { return bridge::read_message<received>(json, no_limit); }
result<signing_key> read_signing_key(std::string_view json) {
    return bridge::read_message<signing_key>(json, no_limit);
}
result<health> read_health(std::string_view json) { return bridge::read_message<health>(json, no_limit); }
result<error> read_error(std::string_view json) { return bridge::read_message<error>(json, no_limit); }

std::string write(const received& message) { return bridge::write_message(message); }
std::string write(const signing_key& message) { return bridge::write_message(message); }
std::string write(const health& message) { return bridge::write_message(message); }
std::string write(const error& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
