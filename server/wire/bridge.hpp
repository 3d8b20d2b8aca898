#pragma once
#include "crypto/codes.hpp"
#include "domain/ids.hpp"
#include "wire/described.hpp"
#include "wire/domain_names.hpp"
#include "wire/json_value.hpp"
#include "wire/spelling.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

/// Between described structs and JSON, strictly: what is missing, unknown, of another type or out of range is refused.
/// Private to this room; included by its .cpp files only.
///
/// `read(from, to, where)` says whether `from` is such a value; if not, `where` leads to the fault.
namespace klartext::wire::bridge {

template <class T>
[[nodiscard]] bool read(const json_value&, T&, std::string& where);
template <class T>
void append(std::string&, const T&);

template <class T>
struct codec;

template <>
struct codec<bool> {
    static bool read(const json_value& from, bool& to, std::string&) {
        const auto* value = from.as<bool>();
        if (value) to = *value;
        return value;
    }
    static void append(std::string& out, bool value) { out += value ? "true" : "false"; }
};

template <class T>
requires std::is_integral_v<T>
struct codec<T> {
    static constexpr std::int64_t least = std::is_same_v<T, std::uint32_t> ? 1  // a counter
                                          : std::is_unsigned_v<T>          ? 0
                                                                  : std::int64_t{std::numeric_limits<T>::min()};
    static bool read(const json_value& from, T& to, std::string&) {
        const auto* value = from.as<std::int64_t>();
        if (!value || *value < least || !std::in_range<T>(*value)) return false;
        to = static_cast<T>(*value);
        return true;
    }
    static void append(std::string& out, T value) { out += std::to_string(value); }
};

template <>
struct codec<double> {
    static bool read(const json_value& from, double& to, std::string&) {
        const auto* whole = from.as<std::int64_t>();
        const auto* value = from.as<double>();
        if (whole) to = static_cast<double>(*whole);
        if (value) to = *value;
        return (whole || value) && std::isfinite(to);
    }
    /// The shortest spelling that gives the same number again.
    static void append(std::string& out, double value) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        out.append(digits.data(), end);
    }
};

template <>
struct codec<std::string> {
    static bool read(const json_value& from, std::string& to, std::string&) {
        const auto* value = from.as<std::string>();
        if (value) to = *value;
        return value;
    }
    static void append(std::string& out, const std::string& value) { append_json_string(out, value); }
};

template <class Kind>
struct codec<domain::id<Kind>> {
    static bool read(const json_value& from, domain::id<Kind>& to, std::string&) {
        const auto* text = from.as<std::string>();
        const auto bytes = text ? crypto::sized<16>(crypto::hex_decode(*text)) : std::nullopt;
        if (bytes) to.bytes = *bytes;
        return bytes.has_value();
    }
    static void append(std::string& out, const domain::id<Kind>& id) {
        append_json_string(out, crypto::hex_encode(id.bytes));
    }
};

template <>
struct codec<domain::activity_id> {
    static bool read(const json_value& from, domain::activity_id& to, std::string&) {
        const auto* text = from.as<std::string>();
        if (!text || !is_chosen_id(*text)) return false;
        to.text = *text;
        return true;
    }
    static void append(std::string& out, const domain::activity_id& id) { append_json_string(out, id.text); }
};

template <>
struct codec<std::array<std::uint8_t, 32>> {
    using bytes = std::array<std::uint8_t, 32>;
    static bool read(const json_value& from, bytes& to, std::string&) {
        const auto* text = from.as<std::string>();
        const auto decoded = text ? crypto::sized<32>(crypto::base64url_decode(*text)) : std::nullopt;
        if (decoded) to = *decoded;
        return decoded.has_value();
    }
    static void append(std::string& out, const bytes& value) {
        append_json_string(out, crypto::base64url_encode(value));
    }
};

template <class Kind>
struct codec<domain::hash<Kind>> {
    static bool read(const json_value& from, domain::hash<Kind>& to, std::string& where) {
        return bridge::read(from, to.bytes, where);
    }
    static void append(std::string& out, const domain::hash<Kind>& hash) { bridge::append(out, hash.bytes); }
};

template <described_enum T>
struct codec<T> {
    using names = boost::describe::describe_enumerators<T>;
    static bool read(const json_value& from, T& to, std::string&) {
        const auto* text = from.as<std::string>();
        bool known = false;
        boost::mp11::mp_for_each<names>([&](auto name) {
            if (!text || *text != name.name) return;
            to = name.value;
            known = true;
        });
        return known;
    }
    static void append(std::string& out, T value) {
        boost::mp11::mp_for_each<names>([&](auto name) {
            if (value == name.value) out.append(1, '"').append(name.name).append(1, '"');
        });
    }
};

template <class T>
struct codec<nullable<T>> {
    static bool read(const json_value& from, nullable<T>& to, std::string& where) {
        if (from.as<std::nullptr_t>()) {
            to.value.reset();
            return true;
        }
        return bridge::read(from, to.value.emplace(), where);
    }
    static void append(std::string& out, const nullable<T>& value) {
        if (value.value) {
            bridge::append(out, *value.value);
        } else {
            out += "null";
        }
    }
};

template <class T>
struct codec<std::vector<T>> {
    static bool read(const json_value& from, std::vector<T>& to, std::string& where) {
        const auto* array = from.as<json_array>();
        if (!array) return false;
        to.reserve(array->size());
        for (const auto& value : *array) {
            if (bridge::read(value, to.emplace_back(), where)) continue;
            where.insert(0, "/" + std::to_string(to.size() - 1));
            return false;
        }
        return true;
    }
    static void append(std::string& out, const std::vector<T>& values) {
        out += '[';
        for (const auto& value : values) {
            bridge::append(out, value);
            out += ',';
        }
        if (values.empty()) {
            out += ']';
        } else {
            out.back() = ']';
        }
    }
};

/// Of what is counted by name, and of what is said of items: their numbers as decimals, one spelling for each.
template <class Key, class T>
struct codec<std::map<Key, T>> {
    static std::optional<Key> key_of(const std::string& name) {
        if constexpr (std::is_same_v<Key, std::string>) {
            return name;
        } else {
            return item_of(name);
        }
    }
    static std::string name_of(const std::string& key) { return key; }
    static std::string name_of(domain::item_number key) { return name_of_item(key); }

    static bool read(const json_value& from, std::map<Key, T>& to, std::string& where) {
        const auto* object = from.as<json_object>();
        if (!object) return false;
        for (const auto& [name, value] : *object) {
            const auto key = key_of(name);
            if (key && bridge::read(value, to[*key], where)) continue;
            where.insert(0, "/*");  // the name is the sender's own word
            return false;
        }
        return true;
    }
    static void append(std::string& out, const std::map<Key, T>& values) {
        out += '{';
        for (const auto& [key, value] : values) {
            append_json_string(out, name_of(key));
            out += ':';
            bridge::append(out, value);
            out += ',';
        }
        if (values.empty()) {
            out += '}';
        } else {
            out.back() = '}';
        }
    }
};

template <class T>
bool read_field(const json_value& from, const std::string& name, T& member, std::size_t& known, std::string& where) {
    const auto* value = from.find(name);
    bool fits = value;
    if constexpr (is_optional<T>) {
        fits = !value || bridge::read(*value, member.emplace(), where);
    } else if (value) {
        fits = bridge::read(*value, member, where);
    }
    if (value) ++known;
    if (!fits) where.insert(0, "/" + name);
    return fits;
}

template <described_struct T>
struct codec<T> {
    static bool read(const json_value& from, T& to, std::string& where) {
        const auto* object = from.as<json_object>();
        if (!object || !tagged_so(from, where)) return false;
        std::size_t known = tags_of<T>().size();
        bool fits = true;
        each_field(to, [&](const std::string& name, auto& member) {
            fits = fits && read_field(from, name, member, known, where);
        });
        return fits && known == object->size();
    }
    static bool tagged_so(const json_value& from, std::string& where) {
        for (const auto& tag : tags_of<T>()) {
            const json_value* value = from.find(tag.name);
            const std::string* text = value ? value->as<std::string>() : nullptr;
            if (text && *text == tag.value) continue;
            where = "/" + std::string(tag.name);
            return false;
        }
        return true;
    }
    static void append(std::string& out, const T& from) {
        out += '{';
        for (const auto& tag : tags_of<T>())
            out.append(1, '"').append(tag.name).append("\":\"").append(tag.value).append("\",");
        each_field(from, [&](const std::string& name, const auto& member) { append_field(out, name, member); });
        if (out.back() == ',') {
            out.back() = '}';
        } else {
            out += '}';
        }
    }
    template <class Member>
    static void append_field(std::string& out, const std::string& name, const Member& member) {
        if constexpr (is_optional<Member>) {
            if (member) append_field(out, name, *member);
        } else {
            out.append(1, '"').append(name).append("\":");
            bridge::append(out, member);
            out += ',';
        }
    }
};

/// Whether the value says that it is a T: by its tags; without tags by being an array, or by having T's first field.
template <class T>
bool claims_to_be(const json_value& from) {
    if constexpr (formed<T>) {
        return claims_to_be<typename json_form<T>::body>(from);
    } else if constexpr (!described_struct<T>) {
        return from.as<json_array>();
    } else if constexpr (!tags_of<T>().empty()) {
        std::string nowhere;
        return codec<T>::tagged_so(from, nowhere);
    } else {
        return from.find(json_name<boost::mp11::mp_front<fields_of<T>>>());
    }
}

template <class... T>
struct codec<std::variant<T...>> {
    using either = std::variant<T...>;
    static bool read(const json_value& from, either& to, std::string& where) {
        bool taken = false;
        bool fits = false;
        const auto attempt = [&]<class One>(std::type_identity<One>) {
            if (taken || !claims_to_be<One>(from)) return;
            taken = true;
            fits = bridge::read(from, to.template emplace<One>(), where);
        };
        (attempt(std::type_identity<T>{}), ...);
        return fits;
    }
    static void append(std::string& out, const either& value) {
        std::visit([&](const auto& one) { bridge::append(out, one); }, value);
    }
};

template <formed T>
struct codec<T> {
    static bool read(const json_value& from, T& to, std::string& where) {
        typename json_form<T>::body body;
        return bridge::read(from, body, where) && json_form<T>::take(std::move(body), to, where);
    }
    static void append(std::string& out, const T& value) { bridge::append(out, json_form<T>::make(value)); }
};

template <class T>
bool read(const json_value& from, T& to, std::string& where) {
    return codec<T>::read(from, to, where);
}

template <class T>
void append(std::string& out, const T& value) {
    codec<T>::append(out, value);
}

/// A whole message.
template <class T>
[[nodiscard]] result<T> read_message(std::string_view text, std::size_t most_bytes) {
    const auto parsed = parse_json(text, most_bytes);
    if (!parsed) return parsed.error();
    T message{};
    std::string where;
    if (!read(*parsed, message, where)) return wire_error{problem::malformed, where};
    return message;
}

template <class T>
[[nodiscard]] std::string write_message(const T& message) {
    std::string out;
    append(out, message);
    return out;
}

}  // namespace klartext::wire::bridge
