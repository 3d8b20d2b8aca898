#pragma once
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "protocol/csv.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "sample_minutes.hpp"

/// The votes of judged_minutes() by name, and what the documents say of one.
namespace klartext::protocol {

enum at : std::size_t {
    rated_at,
    mood_at,
    ranked_at,
    criteria_at,
    choices_at,
    approved_at,
    points_at,
    resisted_at,
    estimated_at,
    answered_at
};

inline const vote& vote_of(std::size_t number) {
    static const auto of = judged_minutes();
    return *of.activities.at(number).vote;
}

inline std::string rule_of(const vote& voted, language in = language::de) { return method_of(voted).rule(voted, in); }

inline std::vector<addition> additions_of(const vote& voted, language in = language::de) {
    return method_of(voted).additions(voted, ranked(voted), in);
}

inline const std::vector<std::string>& texts_of(const addition& of) { return std::get<bullets>(of.listed).items; }
inline const table& table_of(const addition& of) { return std::get<table>(of.listed); }

inline std::vector<std::string> figures_of(const vote& voted, std::size_t item) {
    std::vector<std::string> shown_figures;
    const auto columns = method_of(voted).columns(voted, language::de);
    const auto figures = method_of(voted).figures(voted, voted.items.at(item));
    for (std::size_t n = 0; n < columns.size(); ++n)
        if (columns[n].group != figure_group::steps)
            shown_figures.push_back(shown(figures.at(n), columns[n], language::de));
    return shown_figures;
}

inline std::string csv_named(const minutes& of, std::string_view part) {
    for (const auto& sheet : csv_sheets(of))
        if (sheet.name.find(part) != std::string::npos) return to_csv(sheet, of.language);
    return "none";
}

}  // namespace klartext::protocol
