#include <algorithm>
#include <functional>

#include "protocol/compose.hpp"
#include "protocol/entry_table.hpp"
#include "protocol/gathering.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

// Of a single card with up-votes all is said beside it.
constexpr std::size_t worth_a_table = 2;

using chosen_entries = std::vector<const entry*>;

chosen_entries those(const activity& of, const std::function<bool(const entry&)>& wanted) {
    chosen_entries found;
    for (const auto& entry : of.entries)
        if (wanted(entry)) found.push_back(&entry);
    return found;
}

// A name that only an entry knows is no reason to lose the entry.
std::vector<std::string> cluster_names(const activity& of) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const auto& name : of.clusters) add(name);
    for (const auto& entry : of.entries)
        if (entry.cluster) add(*entry.cluster);
    return names;
}

std::string named(const std::string& title, language in) {
    return one_line(title).empty() ? text_of(in, "untitled") : title;
}

/// A field of a canvas by both names, for where no heading says which canvas it is of.
std::string whole_name(const section& part, const activity& of, language in) {
    const auto title = named(title_of(part, of, in), in);
    if (part.canvas.empty()) return title;
    return text_of(in, "canvas.field", {{"canvas", part.canvas}, {"field", title}});
}

card_tone tone_of(const activity& of, const std::string& kind) {
    const auto found = std::ranges::find(of.kinds, kind, &card_kind::title);
    return found == of.kinds.end() ? card_tone::grey : found->tone;
}

std::string without_section(const activity& of, language in) {
    return text_of(in, of.brainwriting ? "sheetless" : "sectionless");
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ", ") + set_apart(one_line(name));
    return out;
}

struct writer {
    const activity& of;
    language in;
    const std::string& anchor;
    std::vector<block>& out;
    int headings = 0;

    void head(int level, std::string text, std::size_t entries) {
        out.push_back(heading{level, std::move(text), anchor + "-" + std::to_string(++headings),
                              counted(in, "entries.count", static_cast<int>(entries))});
    }

    card card_of(const entry& entry, bool with_section) const {
        card made{.text = entry.text, .comments = entry.comments};
        const auto* section = section_of(of, entry);
        if (with_section && section) made.section = whole_name(*section, of, in);
        if (entry.withdrawn) {
            made.text.clear();
            made.withdrawn = text_of(in, "withdrawn");
        } else {
            describe(entry, made);
        }
        if (!entry.comments.empty())
            made.comments_label = counted(in, "comments", static_cast<int>(entry.comments.size()));
        return made;
    }

    void describe(const entry& entry, card& made) const {
        made.kind = entry.kind;
        made.tone = tone_of(of, entry.kind);
        made.votes = up_votes_in_words(of, entry, in);
        if (entry.answered) made.answered = text_of(in, "answered");
        if (entry.on_behalf) made.on_behalf = text_of(in, "on_behalf.card");
        if (!entry.tags.empty())
            made.tags = text_of(in, "colon", {{"label", text_of(in, "tags")}, {"value", listed(entry.tags)}});
    }

    void put(const chosen_entries& entries, bool with_section, std::string_view if_none) {
        if (entries.empty()) return out.push_back(paragraph{text_of(in, if_none), tone::note});
        cards put;
        for (const auto* entry : entries) put.items.push_back(card_of(*entry, with_section));
        out.push_back(std::move(put));
    }

    void by_cluster(const std::vector<std::string>& names) {
        for (const auto& name : names) {
            const auto inside = those(of, [&](const entry& entry) { return entry.cluster == name; });
            head(3, named(name, in), inside.size());
            put(inside, true, "cluster.none");
        }
    }

    chosen_entries in_section(const chosen_entries& entries, const section* wanted) const {
        chosen_entries inside;
        std::ranges::copy_if(entries, std::back_inserter(inside),
                             [&](const entry* entry) { return section_of(of, *entry) == wanted; });
        return inside;
    }

    void part(const chosen_entries& inside, const std::string& title, int level, bool shown_empty) {
        if (inside.empty() && !shown_empty) return;
        head(level, title, inside.size());
        put(inside, false, "entries.none");
    }

    // All fields of it under its own heading.
    void canvas(const std::string& title, const chosen_entries& entries, int level, bool empty_ones_too) {
        const auto is_inside = [&](const entry* entry) {
            const auto* section = section_of(of, *entry);
            return section && section->canvas == title;
        };
        const auto inside = std::ranges::count_if(entries, is_inside);
        if (inside == 0 && !empty_ones_too) return;
        head(level, title, static_cast<std::size_t>(inside));
        for (const auto& section : of.sections)
            if (section.canvas == title)
                part(in_section(entries, &section), named(section.title, in), level + 1, empty_ones_too);
    }

    // Beside clusters, a section without unclustered entries has nothing to say.
    void by_section(const chosen_entries& entries, int level, bool empty_ones_too) {
        std::vector<std::string> canvases;
        for (const auto& section : of.sections) {
            if (section.canvas.empty()) {
                part(in_section(entries, &section), named(title_of(section, of, in), in), level, empty_ones_too);
            } else if (std::ranges::find(canvases, section.canvas) == canvases.end()) {
                canvases.push_back(section.canvas);
                canvas(section.canvas, entries, level, empty_ones_too);
            }
        }
        part(in_section(entries, nullptr), without_section(of, in), level, false);
    }

    void unclustered(bool beside_clusters) {
        const auto entries = those(of, [](const entry& entry) { return !entry.cluster; });
        if (beside_clusters && entries.empty()) return;
        if (beside_clusters) head(3, text_of(in, "unclustered"), entries.size());
        if (of.sections.empty()) return put(entries, false, "entries.none");
        by_section(entries, beside_clusters ? 4 : 3, !beside_clusters);
    }
};

/// Of each cluster and section how much there is.
void count_entries(const activity& of, language in, std::vector<block>& out) {
    bullets counts;
    const auto add = [&](const std::string& title, std::size_t n) {
        const auto value = counted(in, "entries.count", static_cast<int>(n));
        counts.items.push_back(text_of(in, "colon", {{"label", title}, {"value", value}}));
    };
    const auto clusters = cluster_names(of);
    for (const auto& name : clusters)
        add(named(name, in), those(of, [&](const entry& entry) { return entry.cluster == name; }).size());
    const auto others = those(of, [](const entry& entry) { return !entry.cluster; });
    if (!clusters.empty() && !others.empty()) add(text_of(in, "unclustered"), others.size());
    if (clusters.empty()) {
        const auto in_section = [&](const section* wanted) {
            return those(of, [&](const entry& entry) { return section_of(of, entry) == wanted; }).size();
        };
        for (const auto& section : of.sections) add(whole_name(section, of, in), in_section(&section));
        const auto others_there = in_section(nullptr);
        if (!of.sections.empty() && others_there > 0) add(without_section(of, in), others_there);
    }
    if (!counts.items.empty()) out.push_back(std::move(counts));
}

/// How many cards there are of each kind.
void compose_kinds(const activity& of, language in, std::vector<block>& out) {
    if (of.kinds.empty()) return;
    facts counts;
    for (const auto& kind : of.kinds)
        counts.rows.push_back({named(kind.title, in), counted(in, "cards", kind.cards), kind.tone});
    out.push_back(std::move(counts));
}

/// The first of them by up-votes as a table and as bars.
void compose_top(const activity& of, language in, const std::string& anchor, std::vector<block>& out) {
    constexpr std::size_t most = 10;
    auto cards = supported_cards(of);
    const auto all = cards.size();
    const bool any_answered = std::ranges::any_of(of.entries, &entry::answered);
    cards.resize(std::min(all, most));
    const auto number = [&](std::size_t n) { return number_of(in, static_cast<long long>(n)); };
    table counts{.caption = text_of(in, "up_votes.caption"),
                 .note = all <= most ? text_of(in, "up_votes.all")
                                     : text_of(in, "up_votes.some", {{"n", number(most)}, {"of", number(all)}}),
                 .columns = {{text_of(in, "card"), false}, {text_of(in, "column.count"), true}},
                 .rows = {}};
    if (any_answered) counts.columns.push_back({text_of(in, "answered.column"), false});
    bar_chart bars{.scale = static_cast<double>(cards.front()->up_votes)};
    for (const auto* each : cards) {
        const auto votes = number_of(in, each->up_votes);
        auto& row = counts.rows.emplace_back(std::vector<std::string>{each->text, votes});
        if (any_answered) row.push_back(each->answered ? text_of(in, "csv.yes") : "");
        bars.bars.push_back({first_line(each->text), {static_cast<double>(each->up_votes)}, votes});
    }
    const auto kind = counted(in, "alt.bars", static_cast<int>(cards.size()));
    out.push_back(heading{3, text_of(in, "up_votes.top"), anchor + "-up-votes"});
    out.push_back(std::move(counts));
    out.push_back(chart{.title = text_of(in, "up_votes.caption"),
                        .kind = kind,
                        .description = kind + " " + most_supported_in_words(of, in) + " " + text_of(in, "alt.table"),
                        .drawn = std::move(bars)});
}

}  // namespace

void compose_entries(const activity& of, language in, const std::string& anchor, edition how, std::vector<block>& out) {
    if (of.entries.empty()) return out.push_back(paragraph{text_of(in, "entries.none"), tone::note});
    out.push_back(paragraph{counted(in, "entries.count", static_cast<int>(of.entries.size()))});
    compose_kinds(of, in, out);
    if (of.on_behalf > 0) out.push_back(paragraph{counted(in, "on_behalf", of.on_behalf), tone::note});
    for (auto& rule : rules_of_gathering(of, in)) out.push_back(paragraph{std::move(rule), tone::note});
    const bool top = supported_cards(of).size() >= worth_a_table;
    if (top) compose_top(of, in, anchor, out);
    if (how == edition::brief) return count_entries(of, in, out);
    writer write{of, in, anchor, out};
    const auto clusters = cluster_names(of);
    if (top && clusters.empty() && of.sections.empty()) write.head(3, text_of(in, "up_votes.cards"), of.entries.size());
    write.by_cluster(clusters);
    write.unclustered(!clusters.empty());
}

void compose_code_book(const activity& of, language in, const std::string& anchor, std::vector<block>& out) {
    if (of.tags.empty()) return;
    out.push_back(heading{3, text_of(in, "tags.book"), anchor + "-tags",
                          counted(in, "tags.count", static_cast<int>(of.tags.size()))});
    out.push_back(code_book_of(of, in));
}

}  // namespace klartext::protocol
