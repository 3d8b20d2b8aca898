#include "domain/anonymity/sheets.hpp"

#include "domain/limits.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace klartext::domain {
namespace {

std::vector<int> written_sheets(const activity& activity) {
    std::set<int> sheets;
    for (const auto& [id, entry] : activity.entries)
        if (entry.shown && entry.standing == standing::present)
            if (const auto sheet = sheet_of(entry.section)) sheets.insert(*sheet);
    return {sheets.begin(), sheets.end()};
}

/// Seats are never taken back, so no later turn has more.
int most_sheets(int seats) { return std::clamp(seats / people_per_sheet, 1, limits::sheets); }

std::vector<int> blank_sheets(int seats) {
    std::vector<int> sheets(static_cast<std::size_t>(most_sheets(seats)));
    std::iota(sheets.begin(), sheets.end(), 1);
    return sheets;
}

}  // namespace

std::optional<int> sheet_of(std::string_view section) {
    int number = 0;
    const auto [end, wrong] = std::from_chars(section.data(), section.data() + section.size(), number);
    const bool whole = wrong == std::errc{} && end == section.data() + section.size();
    const bool plain = !section.empty() && section.front() != '0' && section.front() != '-';
    if (!whole || !plain || number > limits::sheets) return std::nullopt;
    return number;
}

std::vector<int> sheets_in_turn(const activity& activity, int seats) {
    if (activity.turn > 1)
        if (auto written = written_sheets(activity); !written.empty()) return written;
    return blank_sheets(seats);
}

bool is_sheet(std::string_view section, int seats) {
    const auto sheet = sheet_of(section);
    return sheet && *sheet <= most_sheets(seats);
}

}  // namespace klartext::domain
