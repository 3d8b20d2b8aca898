#pragma once
#include "domain/ids.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who wants to go on with which theme, as the facilitator alone may read it.
namespace klartext::wire {

struct signed_up_person {
    std::string name;
    std::optional<std::string> contact;
    bool operator==(const signed_up_person&) const = default;
};
BOOST_DESCRIBE_STRUCT(signed_up_person, (), (name, contact))

struct signed_up_theme {
    std::string text;
    std::vector<signed_up_person> people;  ///< by name
    bool operator==(const signed_up_theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(signed_up_theme, (), (text, people))

struct signed_up_activity {
    domain::activity_id activity;
    std::string title;
    std::vector<signed_up_theme> themes;
    bool operator==(const signed_up_activity&) const = default;
};
BOOST_DESCRIBE_STRUCT(signed_up_activity, (), (activity, title, themes))

/// Of the activities that were opened.
struct sign_ups {
    std::vector<signed_up_activity> activities;
    bool operator==(const sign_ups&) const = default;
};
BOOST_DESCRIBE_STRUCT(sign_ups, (), (activities))

/// Whoever stands under exactly this name and contact is to be erased, from all themes of the activity.
struct sign_up_removal {
    domain::activity_id activity;
    std::string name;
    std::optional<std::string> contact;
    bool operator==(const sign_up_removal&) const = default;
};
BOOST_DESCRIBE_STRUCT(sign_up_removal, (), (activity, name, contact))

[[nodiscard]] result<sign_ups> read_sign_ups(std::string_view json);
[[nodiscard]] result<sign_up_removal> read_sign_up_removal(std::string_view json);

[[nodiscard]] std::string write(const sign_ups&);
[[nodiscard]] std::string write(const sign_up_removal&);

}  // namespace klartext::wire
