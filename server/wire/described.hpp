#pragma once
#include <boost/describe/bases.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

/// What is known of a message from its description: fields, tags, alternatives. Private to this room.
namespace klartext::wire {

template <class T>
concept described_struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
concept described_enum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
using fields_of = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// snake_case as camelCase.
inline std::string camel_case(std::string_view snake) {
    std::string camel;
    bool raise = false;
    for (const char c : snake) {
        if (c != '_') camel += raise ? static_cast<char>(c - 'a' + 'A') : c;
        raise = c == '_';
    }
    return camel;
}

template <class Field>
const std::string& json_name() {
    static const std::string name = camel_case(Field::name);
    return name;
}

/// A plan of a vote has the rules of its method beside its own fields.
template <class T>
concept with_rules = requires(T& of) {
    of.rules;
    typename T::method_of_rules;
};

/// Calls `visit` with the name and the value of each field, in the order in which they are written.
template <class T, class Visit>
void each_field(T& of, Visit visit) {
    boost::mp11::mp_for_each<fields_of<std::remove_const_t<T>>>(
        [&](auto field) { visit(json_name<decltype(field)>(), of.*field.pointer); });
    if constexpr (with_rules<T>) each_field(of.rules, visit);
}

/// A field that every message of one type has, with one value: it says which alternative this is.
struct tag {
    std::string_view name, value;
};

template <class T>
constexpr auto tags_of() {
    constexpr bool type = requires {
        { T::type } -> std::convertible_to<const char*>;
    };
    constexpr bool change = requires {
        { T::change } -> std::convertible_to<const char*>;
    };
    constexpr bool kind = requires {
        { T::kind } -> std::convertible_to<const char*>;
    };
    constexpr bool method = requires {
        { T::method } -> std::convertible_to<const char*>;
    };
    std::array<tag, std::size_t{type} + change + kind + method> tags{};
    [[maybe_unused]] std::size_t at = 0;
    if constexpr (type) tags[at++] = {"type", T::type};
    if constexpr (change) tags[at++] = {"change", T::change};
    if constexpr (kind) tags[at++] = {"kind", T::kind};
    if constexpr (method) tags[at++] = {"method", T::method};
    return tags;
}

/// Always there, and null where there is no value.
template <class T>
struct nullable {
    std::optional<T> value;
};

/// A value whose shape in JSON is written down as another struct: specialised with
///   using body = ...;                                 what the bridge reads and writes
///   static body make(const T&);
///   static bool take(body, T&, std::string& where);   false: what was said is not possible, `where` says at which
///   field
template <class T>
struct json_form;

template <class T>
concept formed = requires {
    typename json_form<T>::body;
};

}  // namespace klartext::wire
