#include <algorithm>
#include <functional>

#include "protocol/compose.hpp"
#include "protocol/entry_table.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

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
std::string whole_name(const section& of, language in) {
    const auto title = named(of.title, in);
    if (of.canvas.empty()) return title;
    return text_of(in, "canvas.field", {{"canvas", of.canvas}, {"field", title}});
}

card_tone tone_of(const activity& of, const std::string& kind) {
    const auto found = std::ranges::find(of.kinds, kind, &card_kind::title);
    return found == of.kinds.end() ? card_tone::grey : found->tone;
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
        if (with_section && section) made.section = whole_name(*section, in);
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
                part(in_section(entries, &section), named(section.title, in), level, empty_ones_too);
            } else if (std::ranges::find(canvases, section.canvas) == canvases.end()) {
                canvases.push_back(section.canvas);
                canvas(section.canvas, entries, level, empty_ones_too);
            }
        }
        part(in_section(entries, nullptr), text_of(in, "sectionless"), level, false);
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
    if (clusters.empty())
        for (const auto& section : of.sections)
            add(whole_name(section, in),
                those(of, [&](const entry& entry) { return section_of(of, entry) == &section; }).size());
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

}  // namespace

void compose_entries(const activity& of, language in, const std::string& anchor, edition how, std::vector<block>& out) {
    if (of.entries.empty()) return out.push_back(paragraph{text_of(in, "entries.none"), tone::note});
    out.push_back(paragraph{counted(in, "entries.count", static_cast<int>(of.entries.size()))});
    compose_kinds(of, in, out);
    if (of.on_behalf > 0) out.push_back(paragraph{counted(in, "on_behalf", of.on_behalf), tone::note});
    if (how == edition::brief) return count_entries(of, in, out);
    writer write{of, in, anchor, out};
    const auto clusters = cluster_names(of);
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
