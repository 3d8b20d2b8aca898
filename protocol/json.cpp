#include "protocol/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "protocol/card_marks.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

using json = nlohmann::ordered_json;

std::string_view name_of(activity_kind kind) {
    switch (kind) {
        case activity_kind::present: return "present";
        case activity_kind::collect: return "collect";
        case activity_kind::vote: return "vote";
        case activity_kind::feedback: return "feedback";
        case activity_kind::measures: return "measures";
        case activity_kind::sign_up: return "sign_up";
    }
    return {};
}

json json_of(const entry& of) {
    json out{{"text", of.withdrawn ? std::string{} : of.text}, {"section", of.section}};
    if (of.cluster) out["cluster"] = *of.cluster;
    out["comments"] = of.comments;
    if (of.withdrawn) out["withdrawn"] = true;
    if (!of.kind.empty()) out["kind"] = of.kind;
    if (!of.tags.empty()) out["tags"] = of.tags;
    if (of.on_behalf) out["onBehalf"] = true;
    if (of.up_votes > 0 && !of.withdrawn) out["upVotes"] = of.up_votes;
    if (of.answered && !of.withdrawn) out["answered"] = true;
    return out;
}

json number(double figure, figure_kind kind) {
    if (kind == figure_kind::count) return std::llround(figure);
    if (kind == figure_kind::number && figure == std::floor(figure)) return std::llround(figure);
    return figure;
}

// Neighbours of the same name are one list.
void add_figures(const vote& of, const vote_item& item, json& out) {
    const auto columns = method_of(of).columns(of, language::en);
    const auto figures = method_of(of).figures(of, item);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto& name = columns[at].name;
        if (name.empty()) continue;
        const auto figure = figures.at(at) ? number(*figures[at], columns[at].kind) : json(nullptr);
        const bool is_list =
            (at > 0 && columns[at - 1].name == name) || (at + 1 < columns.size() && columns[at + 1].name == name);
        if (!is_list) {
            out[name] = figure;
        } else {
            out[name].push_back(figure);
        }
    }
}

void add_rules(const vote& of, json& out) {
    out["method"] = method_of(of).name;
    out["withheld"] = of.withheld;
    if (of.running) out["running"] = true;
    if (!of.withheld && !of.running) out["abstentions"] = of.abstentions;
    method_of(of).tell_rules(of, out);
    if (!of.withheld && !of.running) method_of(of).tell_result(of, out);
    if (!of.scale.empty()) {
        out["scale"] = of.scale;
        out["lowestStep"] = of.lowest_step;
        out["cannotJudge"] = of.cannot_judge;
    }
    for (const auto& each : of.criteria)
        out["criteria"].push_back({{"title", each.title}, {"weight", each.weight}, {"inverted", each.inverted}});
}

json items_of(const vote& of) {
    json items = json::array();
    for (const auto& item : of.items) {
        json out{{"text", item.text}};
        if (!of.withheld && has_figures(item)) {
            add_figures(of, item, out);
            method_of(of).tell_item(of, item, out);
        }
        items.push_back(std::move(out));
    }
    return items;
}

json json_of(const item_source& of) {
    json out{{"title", of.title}, {"taken", name_of(of.taken)}};
    if (of.taken == taken::top) out["count"] = of.count;
    if (of.taken == taken::above) out["line"] = of.line;
    if (!of.criteria.empty()) out["criteria"] = of.criteria;
    if (of.by_up_votes) out["byUpVotes"] = true;
    return out;
}

json json_of(const measure& of) {
    json out{{"what", of.what}, {"who", of.who}};
    if (of.due) out["due"] = iso_date(*of.due);
    out["status"] = name_of(of.status);
    if (of.about) out["about"] = *of.about;
    return out;
}

json items_of(const activity& of) {
    if (of.vote) return items_of(*of.vote);
    json items = json::array();
    if (of.measures)
        for (const auto& text : of.measures->items) items.push_back({{"text", text}});
    return items;
}

void add_handed_over(const activity& of, json& out) {
    if (of.vote && of.vote->source) out["source"] = json_of(*of.vote->source);
    if (of.themes_from) out["source"] = json_of(*of.themes_from);
    if (!of.measures) return;
    if (of.measures->source) out["source"] = json_of(*of.measures->source);
    auto& list = out["measures"] = json::array();
    for (const auto& each : of.measures->list) list.push_back(json_of(each));
}

json json_of(const up_votes& of) {
    auto out = json::object();
    if (of.voters) out["voters"] = *of.voters;
    return out;
}

json json_of(const brainwriting& of) {
    json out{{"turns", of.turns}};
    if (of.planned_turns) out["plannedTurns"] = *of.planned_turns;
    if (of.per_turn) out["perTurn"] = *of.per_turn;
    if (of.turn_minutes) out["turnMinutes"] = *of.turn_minutes;
    return out;
}

json sections_of(const activity& of) {
    json sections = json::array();
    for (const auto& section : of.sections) {
        auto& out = sections.emplace_back(json{{"id", section.id}, {"title", section.title}});
        if (!section.canvas.empty()) out["canvas"] = section.canvas;
    }
    return sections;
}

/// What there was to sort entries by, and the rules for writing them; nothing of what there was not.
void add_gathering(const activity& of, json& out) {
    for (const auto& kind : of.kinds)
        out["kinds"].push_back({{"title", kind.title}, {"tone", name_of(kind.tone)}, {"cards", kind.cards}});
    for (const auto& tag : of.tags)
        out["tags"].push_back({{"name", tag.name}, {"meaning", tag.meaning}, {"cards", tag.cards}});
    if (of.per_person) out["perPerson"] = *of.per_person;
    if (of.beside) out["beside"] = true;
    if (of.up_votes) out["upVotes"] = json_of(*of.up_votes);
    if (of.brainwriting) out["brainwriting"] = json_of(*of.brainwriting);
    if (of.on_behalf > 0) out["onBehalf"] = of.on_behalf;
}

json entries_of(const activity& of) {
    json entries = json::array();
    for (const auto& entry : of.entries) entries.push_back(json_of(entry));
    return entries;
}

json json_of(const activity& of) {
    json out{{"id", of.id}, {"kind", name_of(of.kind)}, {"title", of.title}, {"prompt", of.prompt}};
    if (of.planned_minutes) out["plannedMinutes"] = *of.planned_minutes;
    if (of.actual_minutes) out["actualMinutes"] = *of.actual_minutes;
    if (of.left_out) out["leftOut"] = true;
    out["sections"] = sections_of(of);
    out["clusters"] = of.clusters;
    add_gathering(of, out);
    out["entries"] = entries_of(of);
    out["removed"] = of.removed;
    out["ballots"] = of.ballots;
    if (of.vote) add_rules(*of.vote, out);
    add_handed_over(of, out);
    if (!of.themes.empty()) out["themes"] = of.themes;
    out["items"] = items_of(of);
    return out;
}

}  // namespace

std::string to_json(const minutes& of) {
    json out{{"protocol", 1},
             {"title", of.title},
             {"date", of.date.ok() ? iso_date(of.date) : ""},
             {"language", of.language == language::de ? "de" : "en"},
             {"participants", of.participants},
             {"notice", of.notice},
             {"openSmallGroup", of.open_small_group},
             {"cover", {{"about", of.cover.about}, {"outcome", of.cover.outcome}, {"next", of.cover.next}}}};
    if (of.preview) out["preview"] = true;
    auto& activities = out["activities"] = json::array();
    for (const auto& activity : of.activities) activities.push_back(json_of(activity));
    // Broken UTF-8 is refused at the door; should some get here, the rest of the minutes must still come out.
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace klartext::protocol
