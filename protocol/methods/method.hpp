#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"

/// What the documents say of each method of voting: one file each beside this one. A new one has also
/// - its name, its rules and what an item gets in `protocol/minutes.hpp`, set in `server/minutes/methods/`,
/// - a line at the end of this file, one in `method_of` (method.cpp), and its file in `protocol/CMakeLists.txt`,
/// - its words in `protocol/catalogue_of_methods.cpp`: "item.NAME", "caption.NAME", "rule.NAME", "sorted.NAME",
/// - its items in `docs/api/minutes-1.schema.json`, and an example in `tests/unit/protocol/sample_minutes.cpp`.
namespace klartext::protocol {

/// `mean`: with all its places, `number`: with as many as it has.
enum class figure_kind { count, share, mean, number };

/// Tables of their own in documents: how far judgements are apart, and how often each step was chosen, in this round
/// and in the one before.
enum class figure_group { result, spread, steps, steps_before };

struct figure_column {
    std::string title;
    std::string name;  ///< in minutes.json; empty: neither there nor in CSV. Neighbours of the same name are one list.
    figure_kind kind = figure_kind::count;
    figure_group group = figure_group::result;
    int places = 2;  ///< behind the point: of a mean, and the most of a number
};

/// What a result says beyond the figures of its items, below its chart and under its own heading.
struct addition {
    std::string title;
    std::vector<std::string> words = {};
    std::variant<std::monostate, table, bullets> listed = {};
    /// In documents, in the full ones alone, in a CSV file of its own, or in both.
    enum class where { everywhere, documents, full_documents, sheets };
    where shown = where::everywhere;
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

    [[nodiscard]] virtual item_weight weight(const vote&, const vote_item&) const = 0;

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

    /// Whether there is a chart; without one `drawn` is not called.
    [[nodiscard]] virtual bool draws() const { return true; }

    /// Whether the result puts items in an order; else they stay as they were shown, and none is ahead.
    [[nodiscard]] virtual bool orders() const { return true; }

    /// What else there is to know of an item where it is named: "passive option"; mostly empty.
    [[nodiscard]] virtual std::string mark(const vote_item&, language) const { return {}; }

    /// Counted beside ballots and abstentions: how many could not judge.
    [[nodiscard]] virtual std::vector<facts::row> also_counted(const vote&, language) const { return {}; }

    /// `sorted` as the result has them.
    [[nodiscard]] virtual std::vector<addition> additions(const vote&, const items& sorted, language) const;

    /// The rule of the vote for minutes.json; it may be withheld.
    virtual void tell_rules(const vote&, nlohmann::ordered_json&) const {}

    /// For minutes.json what is neither a figure of an item nor a text.
    virtual void tell_item(const vote&, const vote_item&, nlohmann::ordered_json&) const {}
    virtual void tell_result(const vote&, nlohmann::ordered_json&) const {}

    /// Whether the chart calls items by their numbers in the table, and shows no order.
    [[nodiscard]] virtual bool numbers_items() const { return false; }

    /// "Bar chart with 3 bars."
    [[nodiscard]] virtual std::string kind_of_chart(const vote&, const items& part, language) const;

    /// What an item takes of a chart's height on paper, in CSS pixels.
    [[nodiscard]] virtual int chart_height(const vote_item&) const;

protected:
    ~method() = default;
};

/// Whether the result also shows that of a first round. It may be withheld.
[[nodiscard]] bool two_rounds(const vote&);

[[nodiscard]] const method& method_of(vote_method);
[[nodiscard]] inline const method& method_of(const vote& voted) { return method_of(voted.method); }

/// As written in a table: "1.234", "12 %", "3,44"; empty for none.
[[nodiscard]] std::string shown(const std::optional<double>&, const figure_column&, language);

/// 0.125 as "13 %".
[[nodiscard]] std::string percent_of(double share, language);

/// Where all figures stand in one row.
[[nodiscard]] std::string full_title(const figure_column&, language);

/// An item where it is named, with its mark.
[[nodiscard]] std::string marked(const vote&, const vote_item&, language);

/// Adds what people wrote in their own words; nothing if they wrote nothing.
void add_wording(std::string title, std::string words, std::vector<std::string> texts, std::vector<addition>&);

/// The text of an item in a sentence, in quotation marks.
[[nodiscard]] std::string quoted(const vote_item&, language);

/// "„A“, „B“ und „C“".
[[nodiscard]] std::string enumerated(const std::vector<std::string>&, language);

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
[[nodiscard]] const method& multiple_choice_method();
[[nodiscard]] const method& approval_method();
[[nodiscard]] const method& points_method();
[[nodiscard]] const method& consensing_method();
[[nodiscard]] const method& estimate_method();
[[nodiscard]] const method& open_text_method();

}  // namespace klartext::protocol
