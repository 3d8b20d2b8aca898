#include <algorithm>

#include "protocol/compose.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"
#include "protocol/ties.hpp"

namespace klartext::protocol {
namespace {

facts facts_of(const activity& of, language in) {
    facts known;
    if (const auto& source = of.vote->source)
        known.rows.push_back({text_of(in, "source"), in_words(*source, items_taken_over(*of.vote), in)});
    known.rows.push_back({text_of(in, "ballots"), number_of(in, of.ballots)});
    if (!has_result(of)) return known;
    known.rows.push_back({text_of(in, "abstentions"), number_of(in, of.vote->abstentions)});
    for (auto& row : method_of(*of.vote).also_counted(*of.vote, in)) known.rows.push_back(std::move(row));
    if (const auto ties = ties_in_words(*of.vote, in); !ties.empty()) known.rows.push_back({text_of(in, "ties"), ties});
    return known;
}

/// The items of a result in their order. Where they take more than one chart they are numbered, so that each bar is
/// found in the table.
struct sorted_result {
    const vote& voted;
    language in;
    const method& by = method_of(voted);
    items sorted = ranked(voted);
    std::vector<vote_item> numbered = {};

    void number_items() {
        numbered.reserve(sorted.size());
        for (const auto* item : sorted) {
            const auto number = number_of(in, static_cast<int>(numbered.size() + 1));
            numbered.push_back({text_of(in, "numbered", {{"n", number}, {"text", item->text}}), item->result});
        }
        for (std::size_t at = 0; at < sorted.size(); ++at) sorted[at] = &numbered[at];
    }
};

std::string caption_of(const method& by, figure_group group, language in) {
    switch (group) {
        case figure_group::result: return words_of(by, "caption", in);
        case figure_group::spread: return text_of(in, "caption.spread");
        case figure_group::steps: return text_of(in, "caption.steps");
        case figure_group::steps_before: return text_of(in, "caption.steps_before");
    }
    return {};
}

table table_of(const sorted_result& of, figure_group group, language in) {
    table made{.caption = caption_of(of.by, group, in),
               .note = words_of(of.by, "sorted", in) + (of.by.orders() ? " " + text_of(in, "sorted.tie") : ""),
               .columns = {{words_of(of.by, "item", in), false}},
               .rows = {}};
    const auto columns = of.by.columns(of.voted, in);
    for (const auto& each : columns) {
        if (each.group != group) continue;
        made.columns.push_back({each.title, true});
        if (each.name == "dissent") made.note += " " + text_of(in, "dissent.how");
    }
    for (const auto* item : of.sorted) {
        std::vector<std::string> row{marked(of.voted, *item, in)};
        const auto figures = of.by.figures(of.voted, *item);
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (columns[at].group == group) row.push_back(shown(figures.at(at), columns[at], in));
        made.rows.push_back(std::move(row));
    }
    return made;
}

std::string end_of_chart(std::string_view key, const sorted_result& of, const vote_item& item, language in) {
    return text_of(in, key,
                   {{"item", text_of(in, "quoted", {{"text", shortened(first_line(item.text), 120)}})},
                    {"value", of.by.with_amount(of.voted, item, in)}});
}

std::string description_of(const sorted_result& of, const items& part, language in) {
    const auto first = of.by.numbers_items() ? "alt.best" : "alt.first";
    if (!of.by.orders()) return of.by.kind_of_chart(of.voted, part, in) + " " + text_of(in, "alt.table");
    auto words = of.by.kind_of_chart(of.voted, part, in) + " " + end_of_chart(first, of, *part.front(), in);
    if (part.size() > 1 && !of.by.numbers_items()) words += " " + end_of_chart("alt.last", of, *part.back(), in);
    return words + " " + text_of(in, "alt.table");
}

std::string chart_title(const sorted_result& of, std::size_t from, std::size_t to, language in) {
    const auto caption = words_of(of.by, "caption", in);
    if (from == 0 && to == of.sorted.size()) return caption;
    const auto number = [&](std::size_t n) { return number_of(in, static_cast<int>(n)); };
    return text_of(
        in, "caption.range",
        {{"caption", caption}, {"from", number(from + 1)}, {"to", number(to)}, {"of", number(of.sorted.size())}});
}

// As many as fit on a printed page; a higher picture would be cut.
std::size_t end_of_part(const items& sorted, std::size_t from, const method& by) {
    constexpr int page = 830;
    int height = 0;
    auto to = from;
    while (to < sorted.size() && (to == from || height + by.chart_height(*sorted[to]) <= page))
        height += by.chart_height(*sorted[to++]);
    return to;
}

void compose_charts(const sorted_result& of, language in, std::vector<block>& out) {
    constexpr std::size_t most_charted = 60;
    if (!of.by.draws()) return;
    const auto charted = of.sorted.size() > most_charted ? most_charted / 2 : of.sorted.size();
    for (std::size_t from = 0; from < charted;) {
        const auto to = std::min(end_of_part(of.sorted, from, of.by), charted);
        const items part(of.sorted.begin() + static_cast<std::ptrdiff_t>(from),
                         of.sorted.begin() + static_cast<std::ptrdiff_t>(to));
        auto made = of.by.drawn(of.voted, part, in);
        made.title = chart_title(of, from, to, in);
        made.kind = of.by.kind_of_chart(of.voted, part, in);
        made.description = description_of(of, part, in);
        out.push_back(std::move(made));
        from = to;
    }
    if (charted < of.sorted.size())
        out.push_back(paragraph{counted(in, "chart.rest", static_cast<int>(of.sorted.size() - charted)), tone::note});
}

bool stands_in(edition how, const addition& of) {
    if (of.shown == addition::where::full_documents) return how == edition::full;
    return of.shown != addition::where::sheets;
}

void compose_additions(const sorted_result& of, const std::string& anchor, language in, edition how,
                       std::vector<block>& out) {
    int number = 0;
    for (auto& each : of.by.additions(of.voted, of.sorted, in)) {
        if (!stands_in(how, each)) continue;
        out.push_back(heading{4, each.title, anchor + "-addition-" + std::to_string(++number)});
        for (auto& words : each.words) out.push_back(paragraph{std::move(words)});
        if (auto* listed = std::get_if<table>(&each.listed)) out.push_back(std::move(*listed));
        if (auto* texts = std::get_if<bullets>(&each.listed)) out.push_back(std::move(*texts));
    }
}

void compose_result(const vote& voted, const std::string& anchor, language in, edition how, std::vector<block>& out) {
    sorted_result of{voted, in};
    if (of.by.numbers_items() || end_of_part(of.sorted, 0, of.by) < of.sorted.size()) of.number_items();
    const auto columns = of.by.columns(voted, in);
    for (const auto group :
         {figure_group::result, figure_group::spread, figure_group::steps, figure_group::steps_before})
        if (std::ranges::find(columns, group, &figure_column::group) != columns.end())
            out.push_back(table_of(of, group, in));
    compose_charts(of, in, out);
    compose_additions(of, anchor, in, how, out);
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

void compose_vote(const activity& of, language in, const std::string& anchor, edition how, std::vector<block>& out) {
    const auto& voted = *of.vote;
    out.push_back(heading{3, text_of(in, "result"), anchor + "-result"});
    out.push_back(facts_of(of, in));
    out.push_back(paragraph{method_of(voted).rule(voted, in)});
    if (voted.open_small_group) out.push_back(paragraph{text_of(in, "vote.small"), tone::warning});
    if (voted.items.empty()) return out.push_back(paragraph{text_of(in, "vote.no_items"), tone::note});
    if (has_result(of)) return compose_result(voted, anchor, in, how, out);
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
