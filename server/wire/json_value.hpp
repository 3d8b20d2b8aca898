#pragma once
#include "wire/wire_error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A parsed JSON text, before anybody knows what it means. Private to this room.
namespace klartext::wire {

struct json_value;
using json_array = std::vector<json_value>;
/// In the order of the text; no name twice.
using json_object = std::vector<struct json_field>;

struct json_value {
    /// double: a number with fraction or exponent, or beyond 64 bits; no message has one.
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, json_array, json_object> is;

    template <class T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(&is);
    }
    /// The field of this name; nothing if there is none, or if this is no object.
    [[nodiscard]] const json_value* find(std::string_view name) const;
};

struct json_field {
    std::string name;
    json_value value;
};

/// `too_large` before anything is looked at; `malformed` for what is not one JSON text in UTF-8, for more than
/// `deepest` arrays and objects within each other, and for a name that comes twice in one object.
[[nodiscard]] result<json_value> parse_json(std::string_view text, std::size_t most_bytes);

/// With quotes, and with U+FFFD for bytes that are not UTF-8.
void append_json_string(std::string& out, std::string_view);

}  // namespace klartext::wire
