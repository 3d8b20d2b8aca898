#pragma once
#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace klartext::domain {

/// A file that the mail with the minutes can bring along.
enum class minutes_file { pdf, short_pdf, odt, html, markdown, xlsx, csv, json, zip };

/// What the facilitator decides about the minutes; the rest of them is what happened.
struct minutes_choices {
    // The first page in plain words, each part Markdown and perhaps empty.
    std::string about;    ///< what the workshop was about
    std::string outcome;  ///< what came out
    std::string next;     ///< what happens next

    std::vector<activity_id> left_out;   ///< told of by their titles only
    std::vector<minutes_file> attached;  ///< to each mail; none: it brings the link alone
    std::optional<int> link_days;        ///< until the link ends, counted from the session's day; none: never
    bool operator==(const minutes_choices&) const = default;
};

/// Before anybody has decided anything.
[[nodiscard]] inline minutes_choices usual_minutes() {
    minutes_choices usual;
    usual.attached = {minutes_file::pdf};
    return usual;
}

}  // namespace klartext::domain
