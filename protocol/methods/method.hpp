#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"

/// What the documents say of each method of voting: one file each beside this one, and one line in method.cpp.
namespace klartext::protocol {

enum class figure_kind { count, share, mean };

/// Tables of their own in documents: how often each step was chosen, in this round and in the one before.
enum class figure_group { result, steps, steps_before };

struct figure_column {
    std::string title;
    std::string name;  ///< in minutes.json; empty: neither there nor in CSV. Neighbours of the same name are one list.
    figure_kind kind = figure_kind::count;
    figure_group group = figure_group::result;
};

/// By what items are sorted. Exact, so that ties are ties.
struct item_weight {
    long long part = 0;
    long long whole = 1;
};

/// Below every item that anybody judged, those with nothing in their favour included: other weights are not negative.
inline constexpr item_weight judged_by_nobody{-1, 1};

using items = std::vector<const vote_item*>;

/// One method. Called with items whose result is of this method, or withheld where that is said.
class method {
public:
    /// In minutes.json, and in the keys of the catalogue: "item.NAME", "caption.NAME", "rule.NAME", "sorted.NAME".
    std::string_view name;

    explicit constexpr method(std::string_view its_name) : name(its_name) {}
    method(const method&) = delete;
    method& operator=(const method&) = delete;

    /// The vote may be withheld.
    [[nodiscard]] virtual std::vector<figure_column> columns(const vote&, language) const = 0;

    /// One for each column; none where nobody said anything that it could be made of.
    [[nodiscard]] virtual std::vector<std::optional<double>> figures(const vote&, const vote_item&) const = 0;

    [[nodiscard]] virtual item_weight weight(const vote_item&) const = 0;

    /// The rule of the vote. It may be withheld.
    [[nodiscard]] virtual std::string rule(const vote&, language) const;

    /// "3 dots", as after a colon.
    [[nodiscard]] virtual std::string amount(const vote&, const vote_item&, language) const = 0;

    /// "3 dots", as after "with".
    [[nodiscard]] virtual std::string with_amount(const vote& voted, const vote_item& of, language in) const {
        return amount(voted, of, in);
    }

    /// What put an item ahead; empty if nobody wanted it.
    [[nodiscard]] virtual std::string ahead(const vote&, const vote_item&, language) const = 0;

    /// What all share that are ahead together: of `ahead` only what the order goes by.
    [[nodiscard]] virtual std::string shared(const vote& voted, const vote_item& of, language in) const {
        return ahead(voted, of, in);
    }

    /// Where nothing is ahead.
    [[nodiscard]] virtual std::string nothing_ahead(language) const;

    /// A chart of some of the items, in this order, to the scale of all. Its title and description are not set.
    [[nodiscard]] virtual chart drawn(const vote&, const items& part, language) const = 0;

    /// Whether the chart calls items by their numbers in the table, and shows no order.
    [[nodiscard]] virtual bool numbers_items() const { return false; }

    /// "Bar chart with 3 bars."
    [[nodiscard]] virtual std::string kind_of_chart(const vote&, const items& part, language) const;

    /// What an item takes of a chart's height on paper, in CSS pixels.
    [[nodiscard]] virtual int chart_height(const vote_item&) const;

protected:
    ~method() = default;
};

[[nodiscard]] const method& method_of(vote_method);
[[nodiscard]] inline const method& method_of(const vote& voted) { return method_of(voted.method); }

/// As written in a table: "1.234", "12 %", "3,44"; empty for none.
[[nodiscard]] std::string shown(const std::optional<double>&, figure_kind, language);

/// Where all figures stand in one row.
[[nodiscard]] std::string full_title(const figure_column&, language);

/// A step of the vote's scale, counted from 0: "5", or "5 (passt sehr gut)" if it has a label.
[[nodiscard]] std::string step_in_words(const vote&, std::size_t step, language);

/// The text of a method's own key, as in "item.dots".
[[nodiscard]] std::string words_of(const method&, std::string_view group, language);

// The methods, for method.cpp.
[[nodiscard]] const method& single_choice_method();
[[nodiscard]] const method& dots_method();
[[nodiscard]] const method& agree_disagree_method();
[[nodiscard]] const method& rating_method();
[[nodiscard]] const method& mood_method();
[[nodiscard]] const method& ranking_method();
[[nodiscard]] const method& multi_criteria_method();

}  // namespace klartext::protocol
