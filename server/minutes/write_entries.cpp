#include "minutes/write_entries.hpp"

#include "domain/anonymity/sheets.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace klartext::minutes {
namespace {

using domain::standing;

const domain::collect_plan& plan_of(const domain::activity& activity) {
    static const domain::collect_plan none;
    const auto* collect = std::get_if<domain::collect_plan>(&activity.planned.plan);
    return collect ? *collect : none;
}

bool is_told(const domain::entry& entry) { return entry.shown && entry.standing == standing::present; }

/// Comments that can be read, by the card on which they stand.
std::map<domain::entry_id, std::vector<std::string>> comments_of(const domain::activity& activity) {
    std::map<domain::entry_id, std::vector<std::string>> comments;
    for (const auto& [id, entry] : activity.entries)
        if (entry.on && is_told(entry)) comments[*entry.on].push_back(entry.text);
    return comments;
}

bool stands_on_removed(const domain::activity& activity, const domain::entry& entry) {
    return entry.on && activity.entries.at(*entry.on).standing == standing::removed;
}

int count(const domain::activity& activity, const auto& counts) {
    return static_cast<int>(
        std::ranges::count_if(activity.entries, [&](const auto& pair) { return counts(pair.second); }));
}

/// A card that was removed takes its comments with it; they count, too.
int count_removed(const domain::activity& activity) {
    return count(activity, [&](const domain::entry& entry) {
        if (entry.standing == standing::removed) return true;
        return entry.standing == standing::present && stands_on_removed(activity, entry);
    });
}

int count_on_behalf(const domain::activity& activity) {
    return count(activity, [&](const domain::entry& entry) {
        return entry.on_behalf && is_told(entry) && !stands_on_removed(activity, entry);
    });
}

int count_cards(const domain::activity& activity, const auto& wanted) {
    return count(activity, [&](const domain::entry& entry) { return !entry.on && is_told(entry) && wanted(entry); });
}

/// The sheets on which there is something to read, by number.
std::vector<domain::section> sheets_of(const domain::activity& activity) {
    std::set<int> numbers;
    for (const auto& [id, entry] : activity.entries)
        if (const auto sheet = domain::sheet_of(entry.section); sheet && is_told(entry)) numbers.insert(*sheet);
    std::vector<domain::section> sheets;
    for (const int number : numbers) sheets.push_back({std::to_string(number), std::to_string(number), ""});
    return sheets;
}

/// Those of one canvas beside each other, where the first of them is.
std::vector<domain::section> sections_of(const domain::activity& activity) {
    if (plan_of(activity).sheets) return sheets_of(activity);
    std::vector<domain::section> ordered;
    for (const auto& section : plan_of(activity).sections) {
        auto place = ordered.end();
        if (!section.canvas.empty())
            place =
                std::ranges::find(ordered.rbegin(), ordered.rend(), section.canvas, &domain::section::canvas).base();
        ordered.insert(place == ordered.begin() ? ordered.end() : place, section);
    }
    return ordered;
}

/// Place in reading order: cards of the clusters first, in their order, then the others by section.
std::pair<std::size_t, std::size_t> place_of(const domain::activity& activity,
                                             const std::vector<domain::section>& sections, const domain::entry& entry) {
    const auto cluster = entry.cluster ? std::ranges::find(activity.clusters, *entry.cluster, &domain::cluster::id)
                                       : activity.clusters.end();
    const auto section = std::ranges::find(sections, entry.section, &domain::section::id);
    return {static_cast<std::size_t>(cluster - activity.clusters.begin()),
            static_cast<std::size_t>(section - sections.begin())};
}

std::optional<std::string> cluster_name(const domain::activity& activity, const domain::entry& entry) {
    if (!entry.cluster) return std::nullopt;
    return std::ranges::find(activity.clusters, *entry.cluster, &domain::cluster::id)->name;
}

std::string kind_of(const domain::activity& activity, const domain::entry& entry) {
    const auto& kinds = plan_of(activity).kinds;
    const auto found = std::ranges::find(kinds, entry.kind, &domain::card_kind::id);
    return found == kinds.end() ? "" : found->title;
}

bool has(const domain::entry& entry, const domain::tag& tag) {
    return std::ranges::find(entry.tags, tag.id) != entry.tags.end();
}

std::vector<std::string> tags_of(const domain::activity& activity, const domain::entry& entry) {
    std::vector<std::string> names;
    for (const auto& tag : activity.tags)
        if (has(entry, tag)) names.push_back(tag.name);
    return names;
}

bool has_up_votes(const domain::activity& activity) { return plan_of(activity).up_votes; }

int told_up_votes(const domain::activity& activity, const domain::entry& entry) {
    return has_up_votes(activity) && entry.standing == standing::present ? entry.up_votes : 0;
}

/// Of one that was withdrawn nothing is told but where it stood.
protocol::entry written(const domain::activity& activity, const domain::entry& entry,
                        std::vector<std::string> comments) {
    const bool withdrawn = entry.standing == standing::withdrawn;
    return {.text = entry.text,
            .section = entry.section,
            .cluster = cluster_name(activity, entry),
            .comments = std::move(comments),
            .withdrawn = withdrawn,
            .kind = withdrawn ? std::string() : kind_of(activity, entry),
            .tags = withdrawn ? std::vector<std::string>() : tags_of(activity, entry),
            .on_behalf = !withdrawn && entry.on_behalf,
            .up_votes = told_up_votes(activity, entry),
            .answered = !withdrawn && has_up_votes(activity) && entry.answered};
}

std::vector<protocol::entry> entries_of(const domain::activity& activity,
                                        const std::vector<domain::section>& sections) {
    auto comments = comments_of(activity);
    std::vector<const std::pair<const domain::entry_id, domain::entry>*> cards;
    for (const auto& pair : activity.entries) {
        const auto& entry = pair.second;
        const bool readable = entry.standing == standing::present ||
                              (entry.standing == standing::withdrawn && comments.contains(pair.first));
        if (!entry.on && entry.shown && readable) cards.push_back(&pair);
    }
    std::ranges::stable_sort(cards, {}, [&](const auto* card) {
        const auto& entry = card->second;
        // Without up-votes, by the random id alone.
        const auto text = activity.up_voters ? std::string_view(entry.text) : std::string_view();
        return std::tuple(place_of(activity, sections, entry), -told_up_votes(activity, entry), text);
    });

    std::vector<protocol::entry> all;
    for (const auto* card : cards) all.push_back(written(activity, card->second, std::move(comments[card->first])));
    return all;
}

protocol::card_kind written(const domain::activity& activity, const domain::card_kind& kind) {
    using tone = enum protocol::card_kind::tone;
    const auto tone_of = [](domain::tone of) {
        switch (of) {
            case domain::tone::yellow: return tone::yellow;
            case domain::tone::green: return tone::green;
            case domain::tone::red: return tone::red;
            case domain::tone::blue: return tone::blue;
            case domain::tone::violet: return tone::violet;
            case domain::tone::grey: return tone::grey;
        }
        return tone::grey;
    };
    const auto is_one = [&](const domain::entry& entry) { return entry.kind == kind.id; };
    return {kind.title, tone_of(kind.tone), count_cards(activity, is_one)};
}

std::optional<protocol::up_votes> up_votes_of(const domain::session_state& state, const domain::activity& activity) {
    if (!has_up_votes(activity)) return std::nullopt;
    return protocol::up_votes{activity.up_voters, state.head.settings.open_small_group};
}

std::optional<protocol::brainwriting> brainwriting_of(const domain::activity& activity) {
    const auto& sheets = plan_of(activity).sheets;
    if (!sheets) return std::nullopt;
    return protocol::brainwriting{activity.turn, sheets->turns, sheets->per_turn, sheets->turn_minutes};
}

}  // namespace

void write_entries(const domain::session_state& state, const domain::activity& activity, protocol::activity& into) {
    const auto& plan = plan_of(activity);
    const auto sections = sections_of(activity);
    for (const auto& section : sections) into.sections.push_back({section.id, section.title, section.canvas});
    for (const auto& cluster : activity.clusters) into.clusters.push_back(cluster.name);
    for (const auto& kind : plan.kinds) into.kinds.push_back(written(activity, kind));
    for (const auto& tag : activity.tags)
        into.tags.push_back({tag.name, tag.meaning,
                             count_cards(activity, [&](const domain::entry& entry) { return has(entry, tag); })});
    into.per_person = plan.per_person;
    into.beside = plan.beside;
    into.up_votes = up_votes_of(state, activity);
    into.brainwriting = brainwriting_of(activity);
    into.entries = entries_of(activity, sections);
    into.removed = count_removed(activity);
    into.on_behalf = count_on_behalf(activity);
}

}  // namespace klartext::minutes
