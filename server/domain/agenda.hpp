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
    std::string canvas;  ///< title of the canvas that it is a field of, "Persona 2"; empty: of none
    bool operator==(const section&) const = default;
};

/// How the fields of a canvas lie on a wide screen. Whoever reads or prints them follows the order of the sections.
enum class canvas_layout {
    columns,  ///< side by side, as sections always are
    persona,
    empathy_map,
    value_proposition,
    swot,
    chances_hurdles_risks,
    stakeholder_map,
    keep_stop_try,
    assumption_board,
    pre_mortem,
};

/// The colour of a kind of card; its word always stands beside it.
enum class tone { yellow, green, red, blue, violet, grey };

/// What a card is: an idea, a concern, a question. Chosen by the writer.
struct card_kind {
    std::string id;  ///< unique in its activity
    std::string title;
    domain::tone tone = tone::yellow;
    bool operator==(const card_kind&) const = default;
};

/// When cards become visible to anybody but their writer.
enum class release {
    waves,    ///< 5 waiting cards leave together
    covered,  ///< none until the facilitator uncovers or the activity ends
    live,     ///< at once; costs anonymity, and the page says so
};

/// Everybody writes on a sheet that others have written on, and turn by turn the sheets go round. As it is known on
/// paper: 3 ideas in 5 minutes, 6 times (6-3-5; Rohrbach 1969).
struct brainwriting {
    std::optional<int> per_turn;      ///< cards of each seat in each turn, held by its stamps; none: any number
    std::optional<int> turn_minutes;  ///< countdown of each turn; none: the facilitator passes on when she likes
    std::optional<int> turns;         ///< planned; the facilitator may stop earlier or go on
    bool operator==(const brainwriting&) const = default;
};

struct present_plan {
    bool operator==(const present_plan&) const = default;
};

struct collect_plan {
    std::vector<section> sections;  ///< empty: entries have no section
    bool comments = false;
    domain::release release = release::waves;
    std::vector<card_kind> kinds;   ///< empty: a card is a card; else each card has one of them, and comments have none
    std::optional<int> per_person;  ///< cards of each seat, held by its stamps; comments are not counted
    bool beside = false;            ///< open from the start to the end of the session, beside what is on the stage
    canvas_layout layout = canvas_layout::columns;
    bool up_votes = false;  ///< everybody may support cards, each once; see anonymity/up_votes.hpp
    /// Set: sheets go round. Then the sections are the sheets, and cards wait for the end of their turn.
    std::optional<domain::brainwriting> sheets;
    bool operator==(const collect_plan&) const = default;
};

/// Items that come from an earlier activity; copied and frozen when the activity opens that takes them.
struct item_source {
    enum class kind {
        entries,
        clusters,
        items,  ///< of an earlier vote: this one is its second round
        tags,
        // By the result of an earlier vote; see handing_over.hpp.
        top,       ///< the first `count`, and who shares the last of these places
        above,     ///< those whose figure is not worse than `line`
        disputed,  ///< those flagged for dissent
        quadrant,  ///< those that are better than the middle of the scale by the first two criteria
    };
    activity_id from;
    kind take = kind::entries;
    int count = 0;
    double line = 0;
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

/// Who does what by when. The items, if any, are what the measures follow from.
struct measures_plan {
    std::optional<item_source> items;
    bool operator==(const measures_plan&) const = default;
};

/// Who wants to go on with a theme says so by name, of their own accord. The names are no part of the session: they are
/// kept in a list apart from all content, for the facilitator alone.
struct sign_up_plan {
    std::variant<std::vector<std::string>, item_source> themes;
    bool operator==(const sign_up_plan&) const = default;
};

using activity_plan = std::variant<present_plan, collect_plan, vote_plan, feedback_plan, measures_plan, sign_up_plan>;

struct planned_activity {
    activity_id id;
    std::string title;
    std::string prompt;          ///< Markdown
    std::optional<int> minutes;  ///< planned length
    activity_plan plan;
    bool operator==(const planned_activity&) const = default;
};

}  // namespace klartext::domain
