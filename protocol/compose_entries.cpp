#include <algorithm>
#include <functional>

#include "protocol/compose.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"

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

const section* section_of(const activity& of, const entry& entry) {
    const auto found = std::ranges::find(of.sections, entry.section, &section::id);
    return found == of.sections.end() ? nullptr : &*found;
}

std::string named(const std::string& title, language in) {
    return one_line(title).empty() ? text_of(in, "untitled") : title;
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

    card card_of(const entry& entry, bool tagged) const {
        card made{.text = entry.text, .tag = {}, .withdrawn = {}, .comments_label = {}, .comments = entry.comments};
        const auto* section = section_of(of, entry);
        if (tagged && section) made.tag = named(section->title, in);
        if (entry.withdrawn) {
            made.text.clear();
            made.withdrawn = text_of(in, "withdrawn");
        }
        if (!entry.comments.empty())
            made.comments_label = counted(in, "comments", static_cast<int>(entry.comments.size()));
        return made;
    }

    void put(const chosen_entries& entries, bool tagged, std::string_view if_none) {
        if (entries.empty()) return out.push_back(paragraph{text_of(in, if_none), tone::note});
        cards put;
        for (const auto* entry : entries) put.items.push_back(card_of(*entry, tagged));
        out.push_back(std::move(put));
    }

    void by_cluster(const std::vector<std::string>& names) {
        for (const auto& name : names) {
            const auto inside = those(of, [&](const entry& entry) { return entry.cluster == name; });
            head(3, named(name, in), inside.size());
            put(inside, true, "cluster.none");
        }
    }

    // Beside clusters, a section without unclustered entries has nothing to say.
    void by_section(const chosen_entries& entries, int level, bool empty_ones_too) {
        const auto part = [&](const section* wanted, const std::string& title, bool shown_empty) {
            chosen_entries inside;
            std::ranges::copy_if(entries, std::back_inserter(inside),
                                 [&](const entry* entry) { return section_of(of, *entry) == wanted; });
            if (inside.empty() && !shown_empty) return;
            head(level, title, inside.size());
            put(inside, false, "entries.none");
        };
        for (const auto& section : of.sections) part(&section, named(section.title, in), empty_ones_too);
        part(nullptr, text_of(in, "sectionless"), false);
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
            add(named(section.title, in),
                those(of, [&](const entry& entry) { return section_of(of, entry) == &section; }).size());
    if (!counts.items.empty()) out.push_back(std::move(counts));
}

}  // namespace

void compose_entries(const activity& of, language in, const std::string& anchor, edition how, std::vector<block>& out) {
    if (of.entries.empty()) return out.push_back(paragraph{text_of(in, "entries.none"), tone::note});
    out.push_back(paragraph{counted(in, "entries.count", static_cast<int>(of.entries.size()))});
    if (how == edition::brief) return count_entries(of, in, out);
    writer write{of, in, anchor, out};
    const auto clusters = cluster_names(of);
    write.by_cluster(clusters);
    write.unclustered(!clusters.empty());
}

}  // namespace klartext::protocol
