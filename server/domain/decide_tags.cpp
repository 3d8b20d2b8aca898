#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

constexpr std::size_t longest_meaning = 1000;

const tag* tag_of(const activity& activity, const tag_id& id) {
    const auto found = std::ranges::find(activity.tags, id, &tag::id);
    return found == activity.tags.end() ? nullptr : &*found;
}

/// Whether another tag has this name. What a tag is called already it may be called on, also where two were named alike
/// before names were compared without their case.
bool is_taken(const activity& activity, const tag_id& id, const std::string& name) {
    const auto* own = tag_of(activity, id);
    if (own && own->name == name) return false;
    return std::ranges::any_of(activity.tags,
                               [&](const tag& each) { return each.id != id && same_but_for_case(each.name, name); });
}

/// Name and meaning as they are kept; no other tag has the name.
result<tag> checked(const activity& activity, const tag_id& id, const std::string& name, const std::string& meaning) {
    auto kept_name = checked_text(name, limits::title, emptiness::refused);
    if (!kept_name) return kept_name.error();
    auto kept_meaning = checked_text(meaning, longest_meaning, emptiness::allowed);
    if (!kept_meaning) return kept_meaning.error();
    if (is_taken(activity, id, *kept_name)) return refusal::duplicate_tag;
    return tag{id, std::move(*kept_name), std::move(*kept_meaning)};
}

bool has(const entry& entry, const tag_id& tag) { return std::ranges::binary_search(entry.tags, tag); }

/// Those with `tag` and without `into`, removed ones included: they may be put back.
std::vector<entry_id> to_be_moved(const activity& activity, const tag_id& tag, const tag_id& into) {
    std::vector<entry_id> ids;
    for (const auto& [id, entry] : activity.entries)
        if (has(entry, tag) && !has(entry, into)) ids.push_back(id);
    return ids;
}

/// A card that can be given a tag: one that the facilitator sees, and has not removed.
result<const entry*> card(const activity& activity, const entry_id& id) {
    const auto found = activity.entries.find(id);
    if (found == activity.entries.end() || !found->second.shown || found->second.on) return refusal::unknown_entry;
    if (found->second.standing == standing::removed) return refusal::entry_gone;
    return &found->second;
}

}  // namespace

// With an id that is there already it is a resend, or it is taken.
decision deciding::operator()(const add_tag& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    auto made = checked(**target, wanted.tag, wanted.name, wanted.meaning);
    if (!made) return made.error();
    if (const auto* there = tag_of(**target, wanted.tag)) {
        if (*there != *made) return refusal::duplicate_tag;
        return std::vector<change>{};
    }
    if ((*target)->tags.size() >= limits::tags) return refusal::too_many_tags;
    return std::vector<change>{tag_added{wanted.activity, wanted.tag, std::move(made->name), std::move(made->meaning)}};
}

decision deciding::operator()(const edit_tag& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    const auto* there = tag_of(**target, wanted.tag);
    if (!there) return refusal::unknown_tag;
    auto made = checked(**target, wanted.tag, wanted.name, wanted.meaning);
    if (!made) return made.error();
    if (*there == *made) return std::vector<change>{};
    return std::vector<change>{
        tag_edited{wanted.activity, wanted.tag, std::move(made->name), std::move(made->meaning)}};
}

decision deciding::operator()(const remove_tag& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!tag_of(**target, wanted.tag)) return refusal::unknown_tag;
    return std::vector<change>{tag_removed{wanted.activity, wanted.tag}};
}

decision deciding::operator()(const merge_tags& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!tag_of(**target, wanted.tag) || !tag_of(**target, wanted.into)) return refusal::unknown_tag;
    if (wanted.tag == wanted.into) return std::vector<change>{};
    std::vector<change> changes;
    if (auto moved = to_be_moved(**target, wanted.tag, wanted.into); !moved.empty())
        changes.push_back(entries_tagged{wanted.activity, std::move(moved), wanted.into, true});
    changes.push_back(tag_removed{wanted.activity, wanted.tag});
    return changes;
}

decision deciding::operator()(const tag_entries& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!tag_of(**target, wanted.tag)) return refusal::unknown_tag;
    std::vector<entry_id> changed;
    for (const auto& id : wanted.entries) {
        const auto entry = card(**target, id);
        if (!entry) return entry.error();
        if (has(**entry, wanted.tag) != wanted.on) changed.push_back(id);
    }
    if (changed.empty()) return std::vector<change>{};
    return std::vector<change>{entries_tagged{wanted.activity, std::move(changed), wanted.tag, wanted.on}};
}

}  // namespace klartext::domain
