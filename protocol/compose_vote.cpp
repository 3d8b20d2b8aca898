#include <algorithm>

#include "protocol/compose.hpp"
#include "protocol/label.hpp"
#include "protocol/ranking.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

// So many bars with labels of two lines fit on one printed page; a higher picture would be cut.
constexpr std::size_t bars_per_chart = 12;

std::string_view method_name(vote_method method) {
    switch (method) {
        case vote_method::single_choice: return "single_choice";
        case vote_method::dots: return "dots";
        case vote_method::agree_disagree: return "agree_disagree";
    }
    return {};
}

std::string of_method(language in, std::string_view group, vote_method method) {
    return text_of(in, std::string(group) + "." + std::string(method_name(method)));
}

std::string rule_of(const vote& voted, language in) {
    if (voted.method != vote_method::dots) return of_method(in, "rule", voted.method);
    const bool free = voted.per_item <= 0 || voted.per_item >= voted.budget;
    if (free && voted.budget > 1) return text_of(in, "rule.dots_free", {{"n", number_of(in, voted.budget)}});
    return counted(in, "rule.dots", voted.budget, {{"most", number_of(in, voted.per_item)}});
}

facts facts_of(const activity& of, language in) {
    facts known;
    if (!of.vote->source_title.empty()) known.rows.push_back({text_of(in, "vote.source"), of.vote->source_title});
    known.rows.push_back({text_of(in, "ballots"), number_of(in, of.ballots)});
    if (has_result(of)) known.rows.push_back({text_of(in, "abstentions"), number_of(in, of.vote->abstentions)});
    return known;
}

int largest(const vote& voted) {
    int most = 0;
    for (const auto& item : voted.items) {
        if (const auto* got = std::get_if<chosen>(&item.result)) most = std::max(most, got->count);
        if (const auto* got = std::get_if<dotted>(&item.result)) most = std::max(most, got->dots);
    }
    return most;
}

long long all_choices(const vote& voted) {
    long long all = 0;
    for (const auto& item : voted.items)
        if (const auto* got = std::get_if<chosen>(&item.result)) all += got->count;
    return all;
}

struct cells_of {
    language in;
    long long all;

    using cells = std::vector<std::string>;
    cells operator()(const std::monostate&) const { return {}; }
    cells operator()(const chosen& got) const {
        const auto share = all > 0 ? (200LL * got.count + all) / (2 * all) : 0;
        return {number_of(in, got.count), text_of(in, "percent", {{"n", std::to_string(share)}})};
    }
    cells operator()(const dotted& got) const { return {number_of(in, got.dots), number_of(in, got.ballots)}; }
    cells operator()(const judged& got) const {
        return {number_of(in, got.agree), number_of(in, got.pass), number_of(in, got.disagree)};
    }
};

std::vector<std::string_view> columns_of(vote_method method) {
    switch (method) {
        case vote_method::single_choice: return {"column.count", "column.share"};
        case vote_method::dots: return {"column.dots", "column.dot_ballots"};
        case vote_method::agree_disagree: return {"column.agree", "column.pass", "column.disagree"};
    }
    return {};
}

std::string_view sorted_key(vote_method method) {
    switch (method) {
        case vote_method::single_choice: return "sorted.count";
        case vote_method::dots: return "sorted.dots";
        case vote_method::agree_disagree: return "sorted.agree";
    }
    return {};
}

table table_of(const vote& voted, language in) {
    table made{.caption = of_method(in, "caption", voted.method),
               .note = text_of(in, sorted_key(voted.method)) + " " + text_of(in, "sorted.tie"),
               .columns = {{of_method(in, "item", voted.method), false}},
               .rows = {}};
    for (const auto key : columns_of(voted.method)) made.columns.push_back({text_of(in, key), true});
    const cells_of cells{in, all_choices(voted)};
    for (const auto* item : ranked(voted)) {
        std::vector<std::string> row{item->text};
        for (auto& cell : std::visit(cells, item->result)) row.push_back(std::move(cell));
        row.resize(made.columns.size());
        made.rows.push_back(std::move(row));
    }
    return made;
}

struct bar_of {
    language in;

    chart::bar operator()(const std::monostate&) const { return {}; }
    chart::bar operator()(const chosen& got) const { return {{}, {got.count}, number_of(in, got.count)}; }
    chart::bar operator()(const dotted& got) const { return {{}, {got.dots}, number_of(in, got.dots)}; }
    chart::bar operator()(const judged& got) const {
        return {{},
                {got.agree, got.pass, got.disagree},
                number_of(in, got.agree) + " · " + number_of(in, got.pass) + " · " + number_of(in, got.disagree)};
    }
};

struct value_in_words {
    language in;

    std::string operator()(const std::monostate&) const { return {}; }
    std::string operator()(const chosen& got) const { return counted(in, "value.count", got.count); }
    std::string operator()(const dotted& got) const { return counted(in, "value.dots", got.dots); }
    std::string operator()(const judged& got) const {
        return text_of(in, "value.judged",
                       {{"agree", number_of(in, got.agree)},
                        {"pass", number_of(in, got.pass)},
                        {"disagree", number_of(in, got.disagree)}});
    }
};

using items = std::vector<const vote_item*>;

std::string end_of_chart(std::string_view key, const vote_item& item, language in) {
    return text_of(in, key,
                   {{"item", text_of(in, "quoted", {{"text", shortened(one_line(item.text), 120)}})},
                    {"value", std::visit(value_in_words{in}, item.result)}});
}

std::string description_of(const items& part, vote_method method, language in) {
    const auto bars = method == vote_method::agree_disagree ? "alt.stacked" : "alt.bars";
    auto words = counted(in, bars, static_cast<int>(part.size())) + " " + end_of_chart("alt.first", *part.front(), in);
    if (part.size() > 1) words += " " + end_of_chart("alt.last", *part.back(), in);
    return words + " " + text_of(in, "alt.table");
}

std::string chart_title(const vote& voted, std::size_t from, std::size_t to, language in) {
    const auto caption = of_method(in, "caption", voted.method);
    if (from == 0 && to == voted.items.size()) return caption;
    const auto number = [&](std::size_t n) { return number_of(in, static_cast<int>(n)); };
    return text_of(
        in, "caption.range",
        {{"caption", caption}, {"from", number(from + 1)}, {"to", number(to)}, {"of", number(voted.items.size())}});
}

chart chart_of(const vote& voted, const items& part, std::string title, language in) {
    chart made{.title = std::move(title),
               .note = {},
               .description = description_of(part, voted.method, in),
               .legend = {},
               .scale = largest(voted),
               .bars = {}};
    if (voted.method == vote_method::agree_disagree) {
        made.note = text_of(in, "chart.order");
        made.legend = {text_of(in, "column.agree"), text_of(in, "column.pass"), text_of(in, "column.disagree")};
    }
    for (const auto* item : part) {
        auto bar = std::visit(bar_of{in}, item->result);
        bar.label = one_line(item->text);
        made.bars.push_back(std::move(bar));
    }
    return made;
}

void compose_result(const vote& voted, language in, std::vector<block>& out) {
    out.push_back(table_of(voted, in));
    const auto all = ranked(voted);
    for (std::size_t from = 0; from < all.size(); from += bars_per_chart) {
        const auto to = std::min(from + bars_per_chart, all.size());
        const items part(all.begin() + static_cast<std::ptrdiff_t>(from),
                         all.begin() + static_cast<std::ptrdiff_t>(to));
        out.push_back(chart_of(voted, part, chart_title(voted, from, to, in), in));
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
    out.push_back(paragraph{rule_of(voted, in)});
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
