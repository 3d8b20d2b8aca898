#pragma once
#include "domain/ballot.hpp"
#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a facilitator plans: the ordered activities and their rules.
namespace klartext::domain {

struct section {
    std::string id;  ///< unique in its activity
    std::string title;
    bool operator==(const section&) const = default;
};

/// When cards become visible to anybody but their writer.
enum class release {
    waves,    ///< 5 waiting cards leave together
    covered,  ///< none until the facilitator uncovers or the activity ends
    live,     ///< at once; costs anonymity, and the page says so
};

struct present_plan {
    bool operator==(const present_plan&) const = default;
};

struct collect_plan {
    std::vector<section> sections;  ///< empty: entries have no section
    bool comments = false;
    domain::release release = release::waves;
    bool operator==(const collect_plan&) const = default;
};

/// Items of a vote that come from an earlier activity; copied and frozen when the vote opens.
struct item_source {
    enum class kind {
        entries,
        clusters,
        items,  ///< of an earlier vote: this one is its second round
    };
    activity_id from;
    kind take = kind::entries;
    bool operator==(const item_source&) const = default;
};

struct vote_plan {
    method_rules rules;
    std::variant<std::vector<std::string>, item_source> items;
    bool operator==(const vote_plan&) const = default;
};

/// Closing feedback: anonymous texts that nobody sees before the activity is closed.
struct feedback_plan {
    bool operator==(const feedback_plan&) const = default;
};

using activity_plan = std::variant<present_plan, collect_plan, vote_plan, feedback_plan>;

struct planned_activity {
    activity_id id;
    std::string title;
    std::string prompt;          ///< Markdown
    std::optional<int> minutes;  ///< planned length
    activity_plan plan;
    bool operator==(const planned_activity&) const = default;
};

}  // namespace klartext::domain
