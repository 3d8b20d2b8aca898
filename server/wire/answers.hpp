#pragma once
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>

/// The answers that every door may give.
namespace klartext::wire {

/// Says that it is stored.
struct received {
    bool received = true;
    bool operator==(const wire::received&) const = default;
};
BOOST_DESCRIBE_STRUCT(received, (), (received))

struct health {
    std::string status = "ok";
    bool operator==(const health&) const = default;
};
BOOST_DESCRIBE_STRUCT(health, (), (status))

/// With what the server signs the lists of minutes' files.
struct signing_key {
    std::string algorithm;    ///< "ed25519"
    std::string public_key;   ///< 43 characters of base64url
    std::string fingerprint;  ///< the first 16 hex digits of its SHA-256 in groups of four
    bool operator==(const signing_key&) const = default;
};
BOOST_DESCRIBE_STRUCT(signing_key, (), (algorithm, public_key, fingerprint))

struct sentences {
    std::string de, en;
    bool operator==(const sentences&) const = default;
};
BOOST_DESCRIBE_STRUCT(sentences, (), (de, en))

struct error {
    std::string code;
    sentences message;
    sentences advice;
    bool operator==(const error&) const = default;
};
BOOST_DESCRIBE_STRUCT(error, (), (code, message, advice))

/// HTTP status and body of a no.
struct error_answer {
    int status = 0;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(error_answer, (), (status, body))

[[nodiscard]] error_answer answer_of(domain::refusal);
[[nodiscard]] error_answer answer_of(problem);
[[nodiscard]] error_answer answer_of(const wire_error&);

[[nodiscard]] result<received> read_received(std::string_view json);
[[nodiscard]] result<health> read_health(std::string_view json);
[[nodiscard]] result<signing_key> read_signing_key(std::string_view json);
[[nodiscard]] result<error> read_error(std::string_view json);

[[nodiscard]] std::string write(const received&);
[[nodiscard]] std::string write(const health&);
[[nodiscard]] std::string write(const signing_key&);
[[nodiscard]] std::string write(const error&);

}  // namespace klartext::wire
