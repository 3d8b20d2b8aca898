#include "protocol/ranking.hpp"

#include <algorithm>

namespace klartext::protocol {
namespace {

struct share {
    long long part = 0;
    long long whole = 1;
};

bool more(const share& a, const share& b) { return a.part * b.whole > b.part * a.whole; }

// Below every judged item, those with no agreement at all included.
constexpr share nobody{-1, 1};

struct weigh {
    share operator()(const std::monostate&) const { return nobody; }
    share operator()(const chosen& got) const { return {got.count, 1}; }
    share operator()(const dotted& got) const { return {got.dots, 1}; }
    share operator()(const judged& got) const {
        const long long all = static_cast<long long>(got.agree) + got.pass + got.disagree;
        return all > 0 ? share{got.agree, all} : nobody;
    }
};

}  // namespace

std::vector<const vote_item*> ranked(const vote& voted) {
    std::vector<const vote_item*> items;
    for (const auto& item : voted.items) items.push_back(&item);
    if (voted.withheld) return items;
    std::ranges::stable_sort(items, more, [](const vote_item* item) { return std::visit(weigh{}, item->result); });
    return items;
}

bool tied(const vote_item& one, const vote_item& other) {
    const auto a = std::visit(weigh{}, one.result), b = std::visit(weigh{}, other.result);
    return !more(a, b) && !more(b, a);
}

bool has_result(const activity& activity) {
    return activity.vote && !activity.vote->running && !activity.vote->withheld && activity.ballots > 0 &&
           !activity.vote->items.empty();
}

}  // namespace klartext::protocol
