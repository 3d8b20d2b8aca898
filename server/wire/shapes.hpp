#pragma once
#include "wire/bridge.hpp"
#include "wire/forms.hpp"

#include <boost/core/demangle.hpp>

#include <map>
#include <regex>
#include <string>
#include <typeindex>
#include <vector>

/// The messages as data, gathered from the descriptions by which the bridge reads and writes them. For `wiregen` only.
namespace klartext::wire::shapes {

struct field;

struct shape {
    enum class kind { text, boolean, integer, number, null, constant, names, list, map, object, either, reference };
    kind is = kind::text;
    std::string word = {};                ///< the constant, the name referred to, or the regular expression of a text
    std::int64_t least = 0;               ///< of an integer, or of the length of a text
    std::int64_t most = 0;                ///< 0: no limit worth a word
    std::vector<std::string> names = {};  ///< of an enum
    std::vector<shape> parts = {};        ///< of a list or a map (one) or either (each)
    std::vector<field> fields = {};       ///< of an object
};

struct field {
    std::string name;
    shape type;
    bool optional = false;
};

struct definition {
    std::string name;
    shapes::shape shape;
};

/// Collects the definitions that messages need, each before those that use it.
class collection {
public:
    template <class T>
    void add(const std::string& name) {
        given_.emplace(typeid(T), name);
        (void)of<T>();
    }
    [[nodiscard]] const std::vector<definition>& definitions() const { return definitions_; }

private:
    template <class T>
    struct type {};

    template <class T>
    shape of() {
        return of(type<T>{});
    }

    shape of(type<bool>) { return {.is = shape::kind::boolean}; }
    shape of(type<std::string>) { return {}; }
    shape of(type<domain::activity_id>) { return {.least = 1, .most = 64}; }
    shape of(type<std::array<std::uint8_t, 32>>) { return {.word = "^[A-Za-z0-9_-]{43}$"}; }
    shape of(type<double>) { return {.is = shape::kind::number}; }
    template <class Key, class T>
    shape of(type<std::map<Key, T>>) {
        return {.is = shape::kind::map, .parts = {of<T>()}};
    }
    template <class Kind>
    shape of(type<domain::id<Kind>>) {
        return {.word = "^[0-9a-f]{32}$"};
    }
    template <class Kind>
    shape of(type<domain::hash<Kind>>) {
        return of<std::array<std::uint8_t, 32>>();
    }
    template <class T>
    requires std::is_integral_v<T> shape of(type<T>) {
        const auto most = std::in_range<std::int64_t>(std::numeric_limits<T>::max()) && sizeof(T) < 8
                              ? static_cast<std::int64_t>(std::numeric_limits<T>::max())
                              : 0;
        return {.is = shape::kind::integer, .least = bridge::codec<T>::least, .most = most};
    }
    template <class T>
    shape of(type<std::vector<T>>) {
        return {.is = shape::kind::list, .parts = {of<T>()}};
    }
    template <class T>
    shape of(type<nullable<T>>) {
        return {.is = shape::kind::either, .parts = {of<T>(), {.is = shape::kind::null}}};
    }
    template <described_enum T>
    shape of(type<T>) {
        shape names{.is = shape::kind::names};
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto each) { names.names.emplace_back(each.name); });
        return names;
    }
    template <class... T>
    shape of(type<std::variant<T...>>) {
        const auto either = [&] { return shape{.is = shape::kind::either, .parts = {of<T>()...}}; };
        return given_.contains(typeid(std::variant<T...>)) ? defined<std::variant<T...>>(either) : either();
    }
    template <described_struct T>
    shape of(type<T>) {
        return defined<T>([this] { return object<T>(); });
    }
    template <formed T>
    shape of(type<T>) {
        using body = typename json_form<T>::body;
        return defined<T>([this] {
            if constexpr (described_struct<body>) {
                return object<body>();
            } else {
                return of<body>();
            }
        });
    }

    static shape constant(std::string_view word) { return {.is = shape::kind::constant, .word = std::string(word)}; }

    template <class T>
    shape object() {
        shape object{.is = shape::kind::object};
        for (const auto& tag : tags_of<T>())
            object.fields.push_back({std::string(tag.name), constant(tag.value), false});
        T empty{};
        each_field(empty, [&]<class Member>(const std::string& name, const Member&) {
            object.fields.push_back(field_of(name, type<Member>{}));
        });
        return object;
    }
    template <class T>
    field field_of(const std::string& name, type<T>) {
        return {name, of<T>(), false};
    }
    template <class T>
    field field_of(const std::string& name, type<std::optional<T>>) {
        return {name, of<T>(), true};
    }

    template <class T, class Make>
    shape defined(Make make) {
        const shape reference{.is = shape::kind::reference, .word = name_of<T>()};
        for (const auto& known : definitions_)
            if (known.name == reference.word) return reference;
        auto made = make();
        definitions_.push_back({reference.word, std::move(made)});
        return reference;
    }

    /// klartext::wire::entry_view as EntryView, klartext::wire::spec<klartext::domain::dots> as DotsSpec, unless
    /// another name was given.
    template <class T>
    std::string name_of() const {
        if (const auto given = given_.find(typeid(T)); given != given_.end()) return given->second;
        std::string name;
        auto rest = boost::core::demangle(typeid(T).name());
        while (!rest.empty()) {
            const auto inner = rest.rfind('<');
            auto part = rest.substr(inner == std::string::npos ? 0 : inner + 1);
            part.resize(part.find_last_not_of("> ") + 1);
            name += "_" + without_rooms(part);
            rest.resize(inner == std::string::npos ? 0 : inner);
        }
        return camel_case(name);
    }

    /// klartext::domain::dots_result::row as dots_result_row.
    static std::string without_rooms(const std::string& name) {
        const std::regex rooms("^klartext::[a-z]+::");
        return std::regex_replace(std::regex_replace(name, rooms, ""), std::regex("::"), "_");
    }

    std::map<std::type_index, std::string> given_;
    std::vector<definition> definitions_;
};

}  // namespace klartext::wire::shapes
