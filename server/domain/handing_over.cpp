#include "domain/handing_over.hpp"

#include "domain/agenda_rules.hpp"

#include <algorithm>
#include <functional>

namespace klartext::domain {
namespace {

using texts = std::vector<std::string>;
using kind = item_source::kind;

/// Whether waiting cards and edits count: they do where the source shows them before it closes.
enum class waiting_ones { leave_first, stay };

texts texts_of_entries(const activity& source, waiting_ones waiting) {
    texts all;
    for (const auto& [id, entry] : source.entries) {
        if (entry.on || entry.standing != standing::present) continue;
        if (waiting == waiting_ones::stay) {
            if (entry.shown) all.push_back(entry.text);
        } else if (!entry.pending) {
            all.push_back(entry.text);
        } else if (entry.pending->text) {
            all.push_back(*entry.pending->text);
        }
    }
    return all;
}

texts names_of_clusters(const activity& source) {
    texts names;
    for (const auto& cluster : source.clusters) names.push_back(cluster.name);
    return names;
}

/// A card that was taken back is still there until its source closes.
bool goes_on(const entry& entry, waiting_ones waiting) {
    if (entry.standing != standing::present) return false;
    return waiting == waiting_ones::stay || !entry.pending || entry.pending->text;
}

/// A word of the code book that no card has says nothing of what was collected.
texts names_of_tags(const activity& source, waiting_ones waiting) {
    const auto is_used = [&](const tag& tag) {
        return std::ranges::any_of(source.entries, [&](const auto& pair) {
            const auto& entry = pair.second;
            return goes_on(entry, waiting) && std::ranges::binary_search(entry.tags, tag.id);
        });
    };
    texts names;
    for (const auto& tag : source.tags)
        if (is_used(tag)) names.push_back(tag.name);
    return names;
}

using scores = std::vector<item_score>;

scores scores_of_result(const method_rules& rules, const tally_result& result) {
    return by_method(rules, [&]<class Method>(Method, const auto& these) {
        return scores_of(these, std::get<typename Method::result>(result));
    });
}

scoring scoring_of_rules(const method_rules& rules) {
    return std::visit([](const auto& these) { return scoring_of(these); }, rules);
}

/// Numbers of items of a result, put in order and cut.
class choosing {
public:
    choosing(const scores& all, const scoring& how) : all_(all), how_(how) {
        for (std::size_t item = 0; item < all.size(); ++item)
            if (!all[item].passive) chosen_.push_back(static_cast<item_number>(item));
    }

    std::vector<item_number> by(const item_source& source) {
        switch (source.take) {
            case kind::top:
                best_first();
                first(source.count);
                return chosen_;
            case kind::above:
                best_first();
                not_worse_than(source.line);
                return chosen_;
            case kind::disputed: disputed_first(); return chosen_;
            case kind::quadrant: better_quarter(); return chosen_;
            case kind::entries:
            case kind::clusters:
            case kind::items:
            case kind::tags: break;
        }
        return {};
    }

private:
    const item_score& of(item_number item) const { return all_.at(static_cast<std::size_t>(item)); }

    /// More is better, whichever way the figure goes.
    double good(item_number item) const { return how_.less_is_better ? -*of(item).figure : *of(item).figure; }

    void keep(auto condition) {
        std::erase_if(chosen_, [&](item_number item) { return !condition(of(item)); });
    }

    void best_first() {
        keep([](const item_score& score) { return score.figure.has_value(); });
        std::ranges::stable_sort(chosen_, std::greater(), [this](item_number item) { return good(item); });
    }

    void first(int count) {
        const auto places = static_cast<std::size_t>(std::max(count, 0));
        if (places == 0) chosen_.clear();
        if (chosen_.size() <= places) return;
        const double last = good(chosen_[places - 1]);
        std::erase_if(chosen_, [&](item_number item) { return good(item) < last; });
    }

    void not_worse_than(double line) {
        const double least = how_.less_is_better ? -line : line;
        std::erase_if(chosen_, [&](item_number item) { return good(item) < least; });
    }

    void disputed_first() {
        keep([](const item_score& score) { return score.talk; });
        std::ranges::stable_sort(chosen_, std::greater(), [this](item_number item) { return of(item).dissent; });
    }

    /// One that has no total, for nobody judged it by a third criterion, stands behind the others.
    void better_quarter() {
        keep([](const item_score& score) { return score.better_quarter; });
        std::ranges::stable_sort(chosen_, std::greater(), [this](item_number item) { return of(item).figure; });
    }

    const scores& all_;
    const scoring& how_;
    std::vector<item_number> chosen_;
};

bool stays_open(const activity& source) { return is_beside(source.planned) && source.phase == phase::open; }

result<texts> by_up_votes(const activity& source, const item_source& wanted) {
    if (!up_votes_can_tell(wanted.take)) return refusal::source_not_scored;
    if (source.phase != phase::closed && !stays_open(source)) return refusal::source_not_closed;
    if (!source.up_voters) return refusal::source_withheld;
    scores numbers;
    texts cards;
    for (const auto& [id, entry] : source.entries) {
        if (entry.on || !entry.shown || entry.standing != standing::present || entry.up_votes == 0) continue;
        numbers.push_back({.figure = entry.up_votes});
        cards.push_back(entry.text);
    }
    texts chosen;
    for (const auto card : choosing(numbers, scoring{}).by(wanted))
        chosen.push_back(cards.at(static_cast<std::size_t>(card)));
    if (chosen.empty()) return refusal::nothing_handed_over;
    return chosen;
}

result<texts> by_result(const session_state& state, const activity& source, const item_source& wanted) {
    const auto* collect = std::get_if<collect_plan>(&source.planned.plan);
    if (collect && collect->up_votes) return by_up_votes(source, wanted);
    const auto* vote = std::get_if<vote_plan>(&source.planned.plan);
    if (!vote || !can_tell(vote->rules, wanted.take)) return refusal::source_not_scored;
    if (source.phase != phase::closed) return refusal::source_not_closed;
    const auto published = published_result(state, source);
    if (!published) return refusal::source_withheld;
    texts chosen;
    for (const auto item : chosen_by_result(vote->rules, *published, wanted))
        chosen.push_back(source.items.at(static_cast<std::size_t>(item)));
    if (chosen.empty()) return refusal::nothing_handed_over;
    return chosen;
}

texts collected(const activity& source, kind what, waiting_ones waiting) {
    if (what == kind::entries) return texts_of_entries(source, waiting);
    if (what == kind::clusters) return names_of_clusters(source);
    if (what == kind::tags) return names_of_tags(source, waiting);
    return source.items;
}

result<texts> found(const session_state& state, const item_source& wanted, waiting_ones waiting) {
    const auto* source = state.find(wanted.from);
    if (!source) return refusal::unknown_source;
    if (is_by_result(wanted.take)) return by_result(state, *source, wanted);
    auto all = collected(*source, wanted.take, waiting);
    if (all.empty()) return refusal::no_items;
    return all;
}

}  // namespace

bool is_by_result(kind what) {
    switch (what) {
        case kind::entries:
        case kind::clusters:
        case kind::items:
        case kind::tags: return false;
        case kind::top:
        case kind::above:
        case kind::disputed:
        case kind::quadrant: return true;
    }
    return false;
}

bool can_tell(const method_rules& rules, kind what) {
    const auto how = scoring_of_rules(rules);
    if (what == kind::disputed) return how.dissent;
    if (what == kind::quadrant) return how.criteria;
    return is_by_result(what) && how.figure;
}

bool up_votes_can_tell(kind what) { return what == kind::top || what == kind::above; }

std::vector<item_number> chosen_by_result(const method_rules& rules, const tally_result& result,
                                          const item_source& wanted) {
    const auto all = scores_of_result(rules, result);
    const auto how = scoring_of_rules(rules);
    return choosing(all, how).by(wanted);
}

result<texts> handed_over(const session_state& state, const item_source& wanted) {
    const auto* source = state.find(wanted.from);
    return found(state, wanted, source && stays_open(*source) ? waiting_ones::stay : waiting_ones::leave_first);
}

result<texts> seen_to_go_on(const session_state& state, const item_source& wanted) {
    return found(state, wanted, waiting_ones::stay);
}

}  // namespace klartext::domain
