#include "live/sheet_table.hpp"

#include "domain/anonymity/sheets.hpp"

#include <algorithm>
#include <iterator>
#include <random>

namespace klartext::live {
namespace {

int any_of(const std::vector<int>& sheets) {
    static std::random_device random;
    return sheets[std::uniform_int_distribution<std::size_t>(0, sheets.size() - 1)(random)];
}

std::vector<int> those(std::span<const int> sheets, auto wanted) {
    std::vector<int> found;
    std::ranges::copy_if(sheets, std::back_inserter(found), wanted);
    return found;
}

/// The sheets that are as good as any: see the rules at the class.
std::vector<int> candidates(std::span<const int> sheets, std::span<const int> had, std::map<int, int>& people) {
    // Also one whose cards were removed meanwhile: the person there is not to be left alone.
    std::vector<int> waiting;
    for (const auto& [sheet, count] : people)
        if (count > 0 && count < domain::people_per_sheet) waiting.push_back(sheet);
    if (!waiting.empty()) return waiting;
    auto fresh = those(sheets, [&](int sheet) { return std::ranges::find(had, sheet) == had.end(); });
    if (fresh.empty()) fresh.assign(sheets.begin(), sheets.end());
    const auto fewest = std::ranges::min(fresh, {}, [&](int sheet) { return people[sheet]; });
    return those(fresh, [&](int sheet) { return people[sheet] == people[fewest]; });
}

}  // namespace

int sheet_table::give(const domain::activity_id& activity, int turn, const domain::stamp_hash& stamp,
                      std::span<const int> sheets, std::span<const int> had) {
    auto& round = rounds_[activity];
    if (round.turn != turn) round = {turn, {}, {}};
    if (const auto known = round.given.find(stamp); known != round.given.end()) return known->second;
    const int sheet = any_of(candidates(sheets, had, round.people));
    ++round.people[sheet];
    round.given.emplace(stamp, sheet);
    return sheet;
}

}  // namespace klartext::live
