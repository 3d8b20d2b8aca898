#include <algorithm>
#include <nlohmann/json.hpp>

#include "protocol/chart.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/methods/spread.hpp"
#include "protocol/methods/talk.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const estimated& got(const vote_item& item) { return std::get<estimated>(item.result); }
const estimate_rules& rules_of(const vote& voted) { return std::get<estimate_rules>(voted.rules); }

bool has_limits(const vote& voted) {
    return rules_of(voted).lowest && rules_of(voted).highest && *rules_of(voted).lowest < *rules_of(voted).highest;
}

// Three decimals of an estimate, and two more of a quartile between estimates.
constexpr int most_places = 5;

std::string with_unit(const vote& voted, double number, language in) {
    const auto unit = one_line(rules_of(voted).unit);
    return short_decimal_of(in, number, most_places) + (unit.empty() ? "" : " " + unit);
}

/// Estimates make no order: which number is the better one nobody has said.
class estimate final : public method {
public:
    estimate() : method("estimate") {}

    std::vector<figure_column> columns(const vote& voted, language in) const override {
        const auto places = rules_of(voted).decimals + 2;
        const auto column = [&](const char* key, const char* name, figure_kind kind, figure_group group) {
            return figure_column{text_of(in, std::string("column.") + key), name, kind, group, places};
        };
        using enum figure_kind;
        using enum figure_group;
        std::vector<figure_column> made{column("median", "median", number, result)};
        if (two_rounds(voted)) made.push_back(column("median_before", "medianBefore", number, result));
        made.push_back(column("lower_quartile", "lowerQuartile", number, result));
        made.push_back(column("upper_quartile", "upperQuartile", number, result));
        made.push_back(column("lowest", "lowest", number, result));
        made.push_back(column("highest", "highest", number, result));
        made.push_back(column("estimates", "estimates", count, result));
        made.push_back(column("mean", "mean", mean, figure_group::spread));
        made.push_back(column("deviation", "deviation", mean, figure_group::spread));
        if (has_limits(voted)) made.push_back({text_of(in, "column.dissent"), "dissent", mean, figure_group::spread});
        return made;
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        const auto& of = got(item);
        std::vector<std::optional<double>> made{of.median};
        if (two_rounds(voted)) made.push_back(of.median_before);
        for (const auto& each : {of.lower_quartile, of.upper_quartile, of.lowest, of.highest}) made.push_back(each);
        made.push_back(of.estimates);
        made.push_back(of.mean);
        made.push_back(of.deviation);
        if (has_limits(voted)) made.push_back(dissent(voted, item));
        return made;
    }

    item_weight weight(const vote&, const vote_item&) const override { return {}; }
    bool orders() const override { return false; }

    std::string rule(const vote& voted, language in) const override {
        const auto& rules = rules_of(voted);
        const auto low = rules.lowest ? short_decimal_of(in, *rules.lowest, most_places) : std::string();
        const auto high = rules.highest ? short_decimal_of(in, *rules.highest, most_places) : std::string();
        const auto key = rules.lowest && rules.highest ? "rule.estimate.between"
                         : rules.lowest                ? "rule.estimate.from"
                         : rules.highest               ? "rule.estimate.to"
                                                       : "rule.estimate.any";
        auto words = text_of(in, key, {{"low", low}, {"high", high}}) + " ";
        words += rules.decimals > 0 ? counted(in, "rule.estimate.decimals", rules.decimals)
                                    : text_of(in, "rule.estimate.whole");
        if (const auto unit = one_line(rules.unit); !unit.empty())
            words += " " + text_of(in, "rule.estimate.unit", {{"unit", unit}});
        return words + " " + text_of(in, "rule.estimate");
    }

    std::string amount(const vote& voted, const vote_item& item, language in) const override {
        if (!got(item).median) return text_of(in, "value.no_estimate");
        return text_of(in, "value.median", {{"median", with_unit(voted, *got(item).median, in)}});
    }
    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return amount(voted, item, in);
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        histograms made;
        for (const auto* item : part) made.rows.push_back(row_of(voted, *item, in));
        return {.note = text_of(in, "chart.estimate"), .drawn = std::move(made)};
    }

    std::string kind_of_chart(const vote&, const items& part, language in) const override {
        return counted(in, "alt.estimates", static_cast<int>(part.size()));
    }

    int chart_height(const vote_item& item) const override { return histogram_height(first_line(item.text)); }

    std::vector<addition> additions(const vote& voted, const items& sorted, language in) const override {
        std::vector<addition> all;
        std::vector<disputed> talk;
        for (const auto* item : sorted)
            if (const auto of = dissent(voted, *item); of && worth_talking(*of))
                talk.push_back({quoted(*item, in), *of});
        add_talk(std::move(talk), in, all);
        return all;
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        const auto& rules = rules_of(voted);
        auto& told = out["rules"] = {{"decimals", rules.decimals}, {"unit", rules.unit}};
        if (rules.lowest) told["lowest"] = *rules.lowest;
        if (rules.highest) told["highest"] = *rules.highest;
    }

    void tell_item(const vote&, const vote_item& item, nlohmann::ordered_json& out) const override {
        auto& bins = out["histogram"] = nlohmann::ordered_json::array();
        for (const auto& each : got(item).histogram)
            bins.push_back({{"from", each.from}, {"to", each.to}, {"count", each.count}});
    }

private:
    static std::optional<double> dissent(const vote& voted, const vote_item& item) {
        if (!has_limits(voted) || !got(item).deviation) return std::nullopt;
        return dissent_of(*got(item).deviation, *rules_of(voted).lowest, *rules_of(voted).highest);
    }

    static histograms::row row_of(const vote& voted, const vote_item& item, language in) {
        const auto& of = got(item);
        histograms::row made{first_line(item.text), {}, {}, of.median ? with_unit(voted, *of.median, in) : "–"};
        for (const auto& bin : of.histogram) {
            made.counts.push_back(bin.count);
            made.edges.push_back(short_decimal_of(in, bin.from));
        }
        if (of.histogram.empty()) return made;
        made.edges.push_back(short_decimal_of(in, of.histogram.back().to));
        const auto from = of.histogram.front().from, width = of.histogram.back().to - from;
        for (const auto& each : {of.lower_quartile, of.median, of.upper_quartile})
            if (each && width > 0) made.quartiles.push_back((*each - from) / width);
        return made;
    }
};

}  // namespace

const method& estimate_method() {
    static const estimate only;
    return only;
}

}  // namespace klartext::protocol
