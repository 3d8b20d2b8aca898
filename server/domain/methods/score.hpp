#pragma once
#include <optional>
#include <vector>

/// What a result says of one item, for whoever chooses by it which items go on; see handing_over.hpp.
namespace klartext::domain {

struct item_score {
    /// Each method says in its own file what this is. None: nobody judged the item, which is not 0. Figures that are
    /// equal as fractions are equal as numbers.
    std::optional<double> figure = {};
    double dissent = 0;           ///< see summary.hpp; the largest, where there are several
    bool talk = false;            ///< flagged for dissent
    bool better_quarter = false;  ///< better than the middle of the scale by the first and by the second criterion
    bool passive = false;         ///< the passive option, which never goes on
    bool operator==(const item_score&) const = default;
};

/// How the scores of a method are to be read.
struct scoring {
    bool figure = true;  ///< it puts items in an order
    bool less_is_better = false;
    bool dissent = false;   ///< it tells how far judgements lie apart
    bool criteria = false;  ///< it has two of them at least
    bool operator==(const scoring&) const = default;
};

/// Of a method that does not say otherwise beside its tally: more is better, and there is neither of the others.
template <class Rules>
[[nodiscard]] scoring scoring_of(const Rules&) {
    return {};
}

/// One per item of `rows`, from the figure of each.
template <class Rows, class Figure>
[[nodiscard]] std::vector<item_score> scores_from(const Rows& rows, Figure figure) {
    std::vector<item_score> scores;
    scores.reserve(rows.size());
    for (const auto& row : rows) scores.push_back({.figure = figure(row)});
    return scores;
}

/// A count of those who chose an item; nobody's choice is nobody's judgement.
template <class Count>
[[nodiscard]] std::optional<double> figure_of_count(Count count) {
    if (count == 0) return std::nullopt;
    return static_cast<double>(count);
}

}  // namespace klartext::domain
