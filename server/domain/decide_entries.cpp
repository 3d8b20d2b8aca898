#include "domain/agenda_rules.hpp"
#include "domain/anonymity/sheets.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

bool takes_entries(const activity& activity) {
    return std::holds_alternative<collect_plan>(activity.planned.plan) ||
           std::holds_alternative<feedback_plan>(activity.planned.plan);
}

result<void> check_section(const activity& activity, const std::string& section, int seats) {
    if (section.empty()) return {};
    if (brainwriting_of(activity.planned)) return is_sheet(section, seats) ? result<void>() : refusal::unknown_section;
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    if (!collect || std::ranges::find(collect->sections, section, &section::id) == collect->sections.end())
        return refusal::unknown_section;
    return {};
}

result<void> check_kind(const activity& activity, const std::string& kind) {
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    const bool none = !collect || collect->kinds.empty();
    const bool fits =
        none ? kind.empty() : std::ranges::find(collect->kinds, kind, &card_kind::id) != collect->kinds.end();
    return fits ? result<void>() : refusal::unknown_card_kind;
}

result<void> check_comment(const activity& activity, const drop_entry& wanted) {
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    if (!collect || !collect->comments) return refusal::comments_off;
    const auto card = activity.entries.find(*wanted.on);
    if (card == activity.entries.end() || card->second.on) return refusal::unknown_entry;
    if (card->second.standing != standing::present) return refusal::entry_gone;
    if (!wanted.section.empty()) return refusal::unknown_section;
    if (!wanted.kind.empty()) return refusal::unknown_card_kind;
    return {};
}

result<void> check_place(const activity& activity, const drop_entry& wanted, int seats) {
    if (wanted.on) return check_comment(activity, wanted);
    if (const auto ok = check_section(activity, wanted.section, seats); !ok) return ok;
    return check_kind(activity, wanted.kind);
}

/// The wave that leaves because `newcomer` joins those of its sort who wait; empty if it has to wait, too.
std::vector<entry_id> wave_with(const activity& activity, const entry_id& newcomer, written where) {
    auto cards = waiting(activity, where);
    const auto place = std::ranges::lower_bound(cards, newcomer);
    if (place == cards.end() || *place != newcomer) cards.insert(place, newcomer);
    if (!leaves_now(activity, cards.size())) return {};
    return with_comments(activity, std::move(cards));
}

/// A comment is live: it waits only for the card on which it stands.
std::vector<entry_id> shown_with(const activity& activity, const entry_id& id, const std::optional<entry_id>& on,
                                 bool on_behalf) {
    if (!on) return wave_with(activity, id, on_behalf ? written::at_the_desk : written::on_a_seat);
    return activity.entries.at(*on).shown ? std::vector{id} : std::vector<entry_id>{};
}

struct edit_rights {
    const activity* where;
    const entry* what;
    bool late;  ///< a resend, overtaken by a newer edit: received, and nothing changes
};

result<edit_rights> may_edit(const deciding& with, const activity_id& activity, const entry_id& id,
                             const edit_hash& proof, std::uint32_t counter) {
    const auto where = with.open(activity);
    if (!where) return where.error();
    const auto found = (*where)->entries.find(id);
    if (found == (*where)->entries.end()) return refusal::unknown_entry;
    const auto& entry = found->second;
    if (entry.edit_hash != proof) return refusal::not_the_writer;
    const bool late = counter <= entry.counter;
    const bool withdrawn = entry.pending && !entry.pending->text;  // final, although it still waits for its wave
    if (!late && (withdrawn || entry.standing != standing::present)) return refusal::entry_gone;
    return edit_rights{*where, &entry, late};
}

std::vector<change> edited(const deciding& with, const edit_rights& rights, entry_edited edit) {
    const auto& activity = *rights.where;
    const auto id = edit.entry;
    const bool was_shown = rights.what->shown;
    std::vector<change> changes{std::move(edit)};
    if (!was_shown) return changes;  // it waits already
    if (auto wave = shown_with(activity, id, rights.what->on, rights.what->on_behalf); !wave.empty())
        changes.push_back(with.showing(activity, std::move(wave)));
    return changes;
}

}  // namespace

decision deciding::operator()(const drop_entry& wanted) const {
    const auto found = known(wanted.activity);
    // A resend is recognised before anything else is checked, even when the activity is closed by now.
    if (found && (*found)->entries.contains(wanted.entry)) return std::vector<change>{};
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!takes_entries(activity)) return refusal::wrong_kind;
    if (wanted.stamp && activity.spent.contains(*wanted.stamp)) return refusal::stamp_spent;
    if (const auto ok = check_place(activity, wanted, at.seats); !ok) return ok.error();
    auto text = checked_text(wanted.text, limits::entry_text, emptiness::refused);
    if (!text) return text.error();

    entry_dropped dropped{wanted};
    dropped.what.text = std::move(*text);
    std::vector<change> changes{std::move(dropped)};
    if (auto wave = shown_with(activity, wanted.entry, wanted.on, !wanted.stamp); !wave.empty())
        changes.push_back(showing(activity, std::move(wave)));
    return changes;
}

decision deciding::operator()(const edit_entry& wanted) const {
    const auto rights = may_edit(*this, wanted.activity, wanted.entry, wanted.proof, wanted.counter);
    if (!rights) return rights.error();
    if (rights->late) return std::vector<change>{};
    auto text = checked_text(wanted.text, limits::entry_text, emptiness::refused);
    if (!text) return text.error();
    return edited(*this, *rights, {wanted.activity, wanted.entry, wanted.counter, std::move(*text)});
}

decision deciding::operator()(const withdraw_entry& wanted) const {
    const auto rights = may_edit(*this, wanted.activity, wanted.entry, wanted.proof, wanted.counter);
    if (!rights) return rights.error();
    if (rights->late) return std::vector<change>{};
    return edited(*this, *rights, {wanted.activity, wanted.entry, wanted.counter, std::nullopt});
}

}  // namespace klartext::domain
