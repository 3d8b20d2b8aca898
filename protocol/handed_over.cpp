#include "protocol/handed_over.hpp"

#include <algorithm>
#include <cmath>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

std::string quoted_title(const std::string& title, language in) {
    const auto line = one_line(title);
    return text_of(in, "quoted", {{"text", line.empty() ? text_of(in, "untitled") : set_apart(line)}});
}

std::string not_worse(const item_source& of, const std::string& title, language in) {
    if (!of.by_up_votes)
        return text_of(in, "source.above", {{"title", title}, {"line", short_decimal_of(in, of.line)}});
    // A card without any does not go on, wherever the line is.
    const int least = static_cast<int>(std::clamp(std::ceil(of.line), 1.0, 1e9));
    return counted(in, "source.supported_by", least, {{"title", title}});
}

std::string criteria_of(const item_source& of, language in) {
    std::vector<std::string> named;
    for (const auto& each : of.criteria) named.push_back(quoted_title(each, in));
    return enumerated(named, in);
}

// Whoever reads that the first 8 were taken over and finds 9 would look for a fault.
std::string first_places(const item_source& of, std::size_t items, const std::string& title, language in) {
    const auto rule = counted(in, of.by_up_votes ? "source.supported" : "source.top", of.count, {{"title", title}});
    const auto wanted = static_cast<std::size_t>(of.count);
    if (items == 0 || items == wanted) return rule;
    const auto fewer = of.by_up_votes ? "source.fewer_supported" : "source.fewer";
    return text_of(in, items > wanted ? "source.shared" : fewer,
                   {{"rule", rule}, {"n", number_of(in, static_cast<int>(items))}});
}

}  // namespace

std::string in_words(const item_source& of, std::size_t items, language in) {
    const auto title = quoted_title(of.title, in);
    switch (of.taken) {
        case taken::entries: return text_of(in, "source.entries", {{"title", title}});
        case taken::clusters: return text_of(in, "source.clusters", {{"title", title}});
        case taken::tags: return text_of(in, "source.tags", {{"title", title}});
        case taken::items: return text_of(in, "source.items", {{"title", title}});
        case taken::top: return first_places(of, items, title, in);
        case taken::above: return not_worse(of, title, in);
        case taken::disputed: return text_of(in, "source.disputed", {{"title", title}});
        case taken::quadrant:
            return text_of(in, "source.quadrant", {{"title", title}, {"criteria", criteria_of(of, in)}});
    }
    return {};
}

std::string_view name_of(taken how) {
    switch (how) {
        case taken::entries: return "entries";
        case taken::clusters: return "clusters";
        case taken::tags: return "tags";
        case taken::items: return "items";
        case taken::top: return "top";
        case taken::above: return "above";
        case taken::disputed: return "disputed";
        case taken::quadrant: return "quadrant";
    }
    return {};
}

std::string_view name_of(measure_status status) {
    switch (status) {
        case measure_status::planned: return "planned";
        case measure_status::under_way: return "under_way";
        case measure_status::done: return "done";
        case measure_status::dropped: return "dropped";
    }
    return {};
}

std::string in_words(measure_status status, language in) {
    return text_of(in, "status." + std::string(name_of(status)));
}

std::size_t items_taken_over(const vote& of) {
    const auto* rules = std::get_if<resistance_rules>(&of.rules);
    const bool brought = rules && rules->passive && !of.items.empty();
    return of.items.size() - (brought ? 1 : 0);
}

std::vector<measure_row> rows_of_measures(const measures& of) {
    std::vector<measure_row> rows;
    for (std::size_t item = 0; item < of.items.size(); ++item) {
        const auto before = rows.size();
        for (const auto& each : of.list)
            if (each.about == item) rows.push_back({&each, &of.items[item]});
        if (rows.size() == before) rows.push_back({nullptr, &of.items[item]});
    }
    for (const auto& each : of.list)
        if (!each.about || *each.about >= of.items.size()) rows.push_back({&each, nullptr});
    return rows;
}

bool has_rows(const activity& of) { return of.measures && !(of.measures->items.empty() && of.measures->list.empty()); }

}  // namespace klartext::protocol
