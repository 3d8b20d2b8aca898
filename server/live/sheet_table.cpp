#include "live/sheet_table.hpp"

#include "domain/anonymity/sheets.hpp"

#include <algorithm>
#include <random>

namespace klartext::live {
namespace {

/// The lower the sooner: a sheet that waits for its second person, one that nobody has, then those with the fewest.
int rank(int people) {
    if (people == 0) return 1;
    return people < domain::people_per_sheet ? 0 : people;
}

int any_of(const std::vector<int>& sheets) {
    static std::random_device random;
    return sheets[std::uniform_int_distribution<std::size_t>(0, sheets.size() - 1)(random)];
}

}  // namespace

int sheet_table::give(const domain::activity_id& activity, int turn, const domain::stamp_hash& stamp,
                      std::span<const int> sheets, std::span<const int> had) {
    auto& round = rounds_[activity];
    if (round.turn != turn) round = {turn, {}, {}};
    if (const auto known = round.given.find(stamp); known != round.given.end()) return known->second;

    std::vector<int> fresh;
    std::ranges::copy_if(sheets, std::back_inserter(fresh), [&](int sheet) { return !std::ranges::count(had, sheet); });
    if (fresh.empty()) fresh.assign(sheets.begin(), sheets.end());
    const auto rank_of = [&](int sheet) { return rank(round.people[sheet]); };
    const auto best = std::ranges::min(fresh, {}, rank_of);
    std::erase_if(fresh, [&, least = rank_of(best)](int sheet) { return rank_of(sheet) > least; });
    const int sheet = any_of(fresh);
    ++round.people[sheet];
    round.given.emplace(stamp, sheet);
    return sheet;
}

}  // namespace klartext::live
