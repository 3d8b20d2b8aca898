#include <algorithm>
#include <cmath>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const weighed& got(const vote_item& item) { return std::get<weighed>(item.result); }

class multi_criteria final : public method {
public:
    multi_criteria() : method("multi_criteria") {}

    std::vector<figure_column> columns(const vote& voted, language in) const override {
        std::vector<figure_column> made{{text_of(in, "column.total"), "total", figure_kind::mean}};
        for (const auto& each : voted.criteria) made.push_back({one_line(each.title), "means", figure_kind::mean});
        return made;
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        std::vector<std::optional<double>> made{got(item).total};
        made.insert(made.end(), got(item).means.begin(), got(item).means.end());
        made.resize(voted.criteria.size() + 1);
        return made;
    }

    item_weight weight(const vote_item& item) const override {
        constexpr long long fine = 1'000'000;
        return got(item).total ? item_weight{std::llround(*got(item).total * fine), fine} : judged_by_nobody;
    }

    std::string rule(const vote& voted, language in) const override {
        std::string named;
        for (const auto& each : voted.criteria) {
            if (!named.empty()) named += text_of(in, "cover.comma");
            named += text_of(in, each.inverted ? "criterion.inverted" : "criterion",
                             {{"title", one_line(each.title)}, {"weight", decimal_of(in, each.weight)}});
        }
        const auto highest = voted.lowest_step + static_cast<int>(voted.scale.size()) - 1;
        return text_of(
            in, "rule.multi_criteria",
            {{"criteria", named}, {"low", std::to_string(voted.lowest_step)}, {"high", std::to_string(highest)}});
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        if (!got(item).total) return text_of(in, "value.no_mean");
        return text_of(in, "value.total", {{"mean", decimal_of(in, *got(item).total)}});
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return got(item).total ? amount(voted, item, in) : std::string();
    }

    // The first criterion upwards, the second across; what is better stands further up and to the right.
    chart drawn(const vote& voted, const items& part, language in) const override {
        portfolio made{.across = axis_of(voted, 1, in), .up = axis_of(voted, 0, in)};
        for (std::size_t at = 0; at < part.size(); ++at) {
            const auto up = place_on(voted, *part[at], 0), across = place_on(voted, *part[at], 1);
            if (up && across) made.points.push_back({static_cast<int>(at) + 1, *across, *up});
        }
        return {.note = text_of(in, "chart.portfolio"), .drawn = std::move(made)};
    }

    std::string kind_of_chart(const vote& voted, const items& part, language in) const override {
        return text_of(in, "alt.portfolio",
                       {{"n", number_of(in, static_cast<int>(part.size()))},
                        {"across", one_line(voted.criteria.at(1).title)},
                        {"up", one_line(voted.criteria.at(0).title)}});
    }

    bool numbers_items() const override { return true; }
    int chart_height(const vote_item&) const override { return 0; }

private:
    static portfolio::axis axis_of(const vote& voted, std::size_t which, language in) {
        const auto& by = voted.criteria.at(which);
        const auto end = [&](bool high) {
            const auto step = high != by.inverted ? voted.scale.size() - 1 : 0;
            const auto number = std::to_string(voted.lowest_step + static_cast<int>(step));
            const auto& label = voted.scale.at(step);
            return label.empty() || label == number ? number
                                                    : text_of(in, "step", {{"n", number}, {"label", one_line(label)}});
        };
        return {one_line(by.title), end(false), end(true)};
    }

    static std::optional<double> place_on(const vote& voted, const vote_item& item, std::size_t which) {
        if (which >= got(item).means.size() || !got(item).means[which]) return std::nullopt;
        const auto steps = static_cast<double>(std::max<std::size_t>(voted.scale.size(), 2) - 1);
        const auto share = std::clamp((*got(item).means[which] - voted.lowest_step) / steps, 0., 1.);
        return voted.criteria.at(which).inverted ? 1 - share : share;
    }
};

}  // namespace

const method& multi_criteria_method() {
    static const multi_criteria only;
    return only;
}

}  // namespace klartext::protocol
