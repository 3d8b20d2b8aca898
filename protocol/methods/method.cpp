#include "protocol/methods/method.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "protocol/chart.hpp"
#include "protocol/label.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

struct shows_first_round {
    bool operator()(const rated& of) const { return !of.before.empty(); }
    bool operator()(const resisted& of) const { return !of.before.empty(); }
    bool operator()(const weighed& of) const { return of.total_before.has_value(); }
    bool operator()(const estimated& of) const { return of.median_before.has_value(); }
    bool operator()(const auto&) const { return false; }
};

}  // namespace

std::string method::rule(const vote&, language in) const { return words_of(*this, "rule", in); }

std::vector<addition> method::additions(const vote&, const items&, language) const { return {}; }

std::string method::nothing_ahead(language in) const { return text_of(in, "cover.nothing"); }

std::string method::kind_of_chart(const vote&, const items& part, language in) const {
    return counted(in, "alt.bars", static_cast<int>(part.size()));
}

int method::chart_height(const vote_item& item) const { return bar_height(first_line(item.text)); }

bool two_rounds(const vote& voted) {
    return std::ranges::any_of(voted.items,
                               [](const auto& item) { return std::visit(shows_first_round{}, item.result); });
}

const method& method_of(vote_method wanted) {
    switch (wanted) {
        case vote_method::single_choice: return single_choice_method();
        case vote_method::dots: return dots_method();
        case vote_method::agree_disagree: return agree_disagree_method();
        case vote_method::rating: return rating_method();
        case vote_method::mood: return mood_method();
        case vote_method::ranking: return ranking_method();
        case vote_method::multi_criteria: return multi_criteria_method();
        case vote_method::multiple_choice: return multiple_choice_method();
        case vote_method::approval: return approval_method();
        case vote_method::points: return points_method();
        case vote_method::consensing: return consensing_method();
        case vote_method::estimate: return estimate_method();
        case vote_method::open_text: return open_text_method();
    }
    throw std::logic_error("no such method");
}

std::string shown(const std::optional<double>& figure, const figure_column& of, language in) {
    if (!figure) return {};
    switch (of.kind) {
        case figure_kind::count: return number_of(in, std::llround(*figure));
        case figure_kind::share: return percent_of(*figure, in);
        case figure_kind::mean: return decimal_of(in, *figure, of.places);
        case figure_kind::number: return short_decimal_of(in, *figure, of.places);
    }
    return {};
}

// Halves upwards, whatever became of them as a binary number.
std::string percent_of(double share, language in) {
    return text_of(in, "percent", {{"n", std::to_string(std::lround(share * 100 + 1e-9))}});
}

std::string full_title(const figure_column& of, language in) {
    return of.group == figure_group::steps_before ? text_of(in, "before") + " " + of.title : of.title;
}

std::string marked(const vote& voted, const vote_item& item, language in) {
    const auto mark = !voted.withheld && has_figures(item) ? method_of(voted).mark(item, in) : std::string();
    return mark.empty() ? item.text : text_of(in, "marked", {{"text", item.text}, {"mark", mark}});
}

void add_wording(std::string title, std::string words, std::vector<std::string> texts, std::vector<addition>& to) {
    if (!texts.empty()) to.push_back({std::move(title), {std::move(words)}, bullets{std::move(texts)}});
}

std::string quoted(const vote_item& item, language in) {
    return text_of(in, "quoted", {{"text", set_apart(shortened(first_line(item.text), 120))}});
}

std::string enumerated(const std::vector<std::string>& names, language in) {
    std::string made;
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (at > 0) made += text_of(in, at + 1 == names.size() ? "cover.and" : "cover.comma");
        made += names[at];
    }
    return made;
}

std::string step_in_words(const vote& voted, std::size_t step, language in) {
    const auto number = std::to_string(voted.lowest_step + static_cast<int>(step));
    const auto label = step < voted.scale.size() ? one_line(voted.scale[step]) : std::string();
    return label.empty() || label == number ? number : text_of(in, "step", {{"n", number}, {"label", label}});
}

std::string words_of(const method& of, std::string_view group, language in) {
    return text_of(in, std::string(group) + "." + std::string(of.name));
}

}  // namespace klartext::protocol
