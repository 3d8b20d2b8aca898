#include "protocol/sorted_items.hpp"

#include <algorithm>

#include "protocol/methods/method.hpp"

namespace klartext::protocol {
namespace {

bool more(const item_weight& a, const item_weight& b) { return a.part * b.whole > b.part * a.whole; }

}  // namespace

std::vector<const vote_item*> ranked(const vote& voted) {
    std::vector<const vote_item*> items;
    for (const auto& item : voted.items) items.push_back(&item);
    if (voted.withheld || !std::ranges::all_of(voted.items, has_figures)) return items;
    if (!method_of(voted).orders()) return items;
    const auto weight = [&](const vote_item* item) { return method_of(voted).weight(voted, *item); };
    std::ranges::stable_sort(items, more, weight);
    return items;
}

bool tied(const vote& voted, const vote_item& one, const vote_item& other) {
    const auto a = method_of(voted).weight(voted, one), b = method_of(voted).weight(voted, other);
    return !more(a, b) && !more(b, a);
}

bool has_figures(const vote_item& item) { return !std::holds_alternative<std::monostate>(item.result); }

bool has_result(const activity& activity) {
    return activity.vote && !activity.vote->running && !activity.vote->withheld && activity.ballots > 0 &&
           !activity.vote->items.empty();
}

}  // namespace klartext::protocol
