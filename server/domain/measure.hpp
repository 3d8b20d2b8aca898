#pragma once
#include "domain/ids.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace klartext::domain {

enum class measure_status { planned, under_way, done, dropped };

/// Who does what by when. Written by the facilitator, for everybody to see; says nothing about who had the idea.
struct measure {
    measure_id id;  ///< made by the desk, so that a resend is recognised
    std::string what;
    std::string who;  ///< a person, a unit or a role; may be empty
    std::optional<std::chrono::year_month_day> due;
    measure_status status = measure_status::planned;
    std::optional<item_number> about;  ///< item of its activity that it follows from
    bool operator==(const measure&) const = default;
};

}  // namespace klartext::domain
