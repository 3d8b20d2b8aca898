#include <algorithm>

#include "protocol/compose.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

facts facts_of(const activity& of, language in) {
    facts known;
    if (!of.vote->source_title.empty()) known.rows.push_back({text_of(in, "vote.source"), of.vote->source_title});
    known.rows.push_back({text_of(in, "ballots"), number_of(in, of.ballots)});
    if (has_result(of)) known.rows.push_back({text_of(in, "abstentions"), number_of(in, of.vote->abstentions)});
    return known;
}

table table_of(const vote& voted, const items& sorted, language in) {
    const auto& by = method_of(voted);
    table made{.caption = words_of(by, "caption", in),
               .note = words_of(by, "sorted", in) + " " + text_of(in, "sorted.tie"),
               .columns = {{words_of(by, "item", in), false}},
               .rows = {}};
    const auto columns = by.columns(voted, in);
    for (const auto& each : columns) made.columns.push_back({each.title, true});
    for (const auto* item : sorted) {
        std::vector<std::string> row{item->text};
        const auto figures = by.figures(voted, *item);
        for (std::size_t at = 0; at < columns.size(); ++at) row.push_back(shown(figures.at(at), columns[at].kind, in));
        made.rows.push_back(std::move(row));
    }
    return made;
}

std::string end_of_chart(std::string_view key, const vote& voted, const vote_item& item, language in) {
    return text_of(in, key,
                   {{"item", text_of(in, "quoted", {{"text", shortened(one_line(item.text), 120)}})},
                    {"value", method_of(voted).with_amount(item, in)}});
}

std::string description_of(const vote& voted, const items& part, language in) {
    auto words =
        method_of(voted).kind_of_chart(voted, part, in) + " " + end_of_chart("alt.first", voted, *part.front(), in);
    if (part.size() > 1) words += " " + end_of_chart("alt.last", voted, *part.back(), in);
    return words + " " + text_of(in, "alt.table");
}

std::string chart_title(const vote& voted, std::size_t from, std::size_t to, language in) {
    const auto caption = words_of(method_of(voted), "caption", in);
    if (from == 0 && to == voted.items.size()) return caption;
    const auto number = [&](std::size_t n) { return number_of(in, static_cast<int>(n)); };
    return text_of(
        in, "caption.range",
        {{"caption", caption}, {"from", number(from + 1)}, {"to", number(to)}, {"of", number(voted.items.size())}});
}

void compose_result(const vote& voted, language in, std::vector<block>& out) {
    const auto sorted = ranked(voted);
    out.push_back(table_of(voted, sorted, in));
    const auto& by = method_of(voted);
    for (std::size_t from = 0; from < sorted.size(); from += by.items_per_chart()) {
        const auto to = std::min(from + by.items_per_chart(), sorted.size());
        const items part(sorted.begin() + static_cast<std::ptrdiff_t>(from),
                         sorted.begin() + static_cast<std::ptrdiff_t>(to));
        auto made = by.drawn(voted, part, in);
        made.title = chart_title(voted, from, to, in);
        made.description = description_of(voted, part, in);
        out.push_back(std::move(made));
    }
}

void compose_items(const vote& voted, language in, std::vector<block>& out) {
    out.push_back(paragraph{text_of(in, "vote.items")});
    bullets listed;
    for (const auto& item : voted.items) listed.items.push_back(item.text);
    out.push_back(std::move(listed));
}

void compose_withheld(const std::string& anchor, language in, std::vector<block>& out) {
    out.push_back(heading{4, text_of(in, "withheld.title"), anchor + "-withheld"});
    out.push_back(paragraph{text_of(in, "withheld.why"), tone::warning});
    out.push_back(paragraph{text_of(in, "withheld.next")});
}

}  // namespace

void compose_vote(const activity& of, language in, const std::string& anchor, std::vector<block>& out) {
    const auto& voted = *of.vote;
    out.push_back(heading{3, text_of(in, "result"), anchor + "-result"});
    out.push_back(facts_of(of, in));
    out.push_back(paragraph{method_of(voted).rule(voted, in)});
    if (voted.open_small_group) out.push_back(paragraph{text_of(in, "vote.small"), tone::warning});
    if (voted.items.empty()) return out.push_back(paragraph{text_of(in, "vote.no_items"), tone::note});
    if (has_result(of)) return compose_result(voted, in, out);
    if (voted.running) {
        out.push_back(paragraph{text_of(in, "vote.running"), tone::note});
    } else if (of.ballots == 0) {
        out.push_back(paragraph{text_of(in, "vote.no_ballots"), tone::note});
    } else {
        compose_withheld(anchor, in, out);
    }
    compose_items(voted, in, out);
}

}  // namespace klartext::protocol
