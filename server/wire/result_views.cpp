#include "wire/spelling.hpp"
#include "wire/views.hpp"

namespace klartext::wire {
namespace {

item_result result_of_row(int count) {
    item_result row;
    row.count = count;
    return row;
}

item_result result_of_row(const domain::dots_result::row& from) {
    item_result row;
    row.dots = from.dots;
    row.ballots = from.ballots;
    return row;
}

item_result result_of_row(const domain::agree_disagree_result::row& from) {
    item_result row;
    row.agree = from.agree;
    row.pass = from.pass;
    row.disagree = from.disagree;
    return row;
}

template <class Rows>
std::vector<item_result> numbered(const Rows& rows) {
    std::vector<item_result> items;
    for (const auto& row : rows) {
        items.push_back(result_of_row(row));
        items.back().id = name_of_item(static_cast<domain::item_number>(items.size()) - 1);
    }
    return items;
}

struct items_of {
    auto operator()(const domain::single_choice_result& result) const { return numbered(result.counts); }
    auto operator()(const domain::dots_result& result) const { return numbered(result.rows); }
    auto operator()(const domain::agree_disagree_result& result) const { return numbered(result.rows); }
};

}  // namespace

std::optional<vote_result> result_of(const domain::session_state& state, const domain::activity& activity) {
    vote_result seen;
    seen.ballots = static_cast<int>(activity.ballots.size());
    if (const auto tally = domain::published_result(state, activity)) {
        seen.abstentions = std::visit([](const auto& result) { return result.abstentions; }, *tally);
        seen.items = std::visit(items_of{}, *tally);
        return seen;
    }
    if (!domain::withheld(state, activity)) return std::nullopt;
    seen.withheld = true;
    return seen;
}

}  // namespace klartext::wire
