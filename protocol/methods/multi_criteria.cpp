#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/methods/spread.hpp"
#include "protocol/methods/talk.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const weighed& got(const vote_item& item) { return std::get<weighed>(item.result); }

class multi_criteria final : public method {
public:
    multi_criteria() : method("multi_criteria") {}

    std::vector<figure_column> columns(const vote& voted, language in) const override {
        std::vector<figure_column> made{{text_of(in, "column.total"), "total", figure_kind::mean}};
        if (two_rounds(voted)) made.push_back({text_of(in, "column.total_before"), "totalBefore", figure_kind::mean});
        for (const auto& each : voted.criteria) made.push_back({one_line(each.title), "means", figure_kind::mean});
        return made;
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        std::vector<std::optional<double>> made{got(item).total};
        if (two_rounds(voted)) made.push_back(got(item).total_before);
        for (std::size_t which = 0; which < voted.criteria.size(); ++which) made.push_back(mean_of(voted, item, which));
        return made;
    }

    // Totals are whole billionths when they come, so that equal ones are ties.
    item_weight weight(const vote&, const vote_item& item) const override {
        constexpr double fine = 1e9;
        return got(item).total ? item_weight{std::llround(*got(item).total * fine)} : judged_by_nobody;
    }

    std::string rule(const vote& voted, language in) const override {
        std::string named;
        for (const auto& each : voted.criteria) {
            if (!named.empty()) named += text_of(in, "cover.comma");
            named += text_of(in, each.inverted ? "criterion.inverted" : "criterion",
                             {{"title", one_line(each.title)}, {"weight", short_decimal_of(in, each.weight)}});
        }
        const auto highest = voted.lowest_step + static_cast<int>(voted.scale.size()) - 1;
        auto words = text_of(
            in, "rule.multi_criteria",
            {{"criteria", named}, {"low", std::to_string(voted.lowest_step)}, {"high", std::to_string(highest)}});
        words += " " + text_of(in, "rule.multi_criteria.total");
        if (voted.cannot_judge) words += " " + text_of(in, "rule.cannot_judge");
        return words;
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        if (!got(item).total) return text_of(in, "value.no_mean");
        return text_of(in, "value.total", {{"mean", decimal_of(in, *got(item).total)}});
    }

    std::string with_amount(const vote&, const vote_item& item, language in) const override {
        if (!got(item).total) return text_of(in, "value.with_no_mean");
        return text_of(in, "value.with_total", {{"mean", decimal_of(in, *got(item).total)}});
    }

    std::string shared(const vote&, const vote_item& item, language in) const override {
        if (!got(item).total) return {};
        return text_of(in, "value.shared_total", {{"mean", decimal_of(in, *got(item).total)}});
    }

    std::string nothing_ahead(language in) const override { return text_of(in, "cover.unjudged"); }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return got(item).total ? amount(voted, item, in) : std::string();
    }

    // As on the pages the first criterion goes across, the second upwards; what is better stands further up and right.
    chart drawn(const vote& voted, const items& part, language in) const override {
        portfolio made{.across = axis_of(voted, 0, in), .up = axis_of(voted, 1, in)};
        for (std::size_t at = 0; at < part.size(); ++at) {
            const auto across = place_on(voted, *part[at], 0), up = place_on(voted, *part[at], 1);
            if (up && across) made.points.push_back({static_cast<int>(at) + 1, *across, *up});
        }
        return {.note = text_of(in, "chart.portfolio"), .drawn = std::move(made)};
    }

    std::string kind_of_chart(const vote& voted, const items& part, language in) const override {
        const auto drawn = std::ranges::count_if(
            part, [&](const vote_item* item) { return place_on(voted, *item, 0) && place_on(voted, *item, 1); });
        return counted(in, "alt.portfolio", static_cast<int>(drawn),
                       {{"across", axis_name(voted, 0, in)}, {"up", axis_name(voted, 1, in)}});
    }

    std::vector<facts::row> also_counted(const vote& voted, language in) const override {
        if (!voted.cannot_judge) return {};
        int said = 0;
        for (const auto& item : voted.items)
            for (const auto& each : got(item).criteria) said += each.cannot_judge;
        return {{text_of(in, "column.cannot_judge"), counted(in, "times", said)}};
    }

    std::vector<addition> additions(const vote& voted, const items& sorted, language in) const override {
        std::vector<addition> all;
        std::vector<disputed> talk;
        for (const auto* item : sorted)
            for (std::size_t which = 0; which < voted.criteria.size(); ++which)
                if (const auto of = judged(voted, *item, which); of && of->talk)
                    talk.push_back({criterion_of(voted, *item, which, in), of->dissent});
        add_talk(std::move(talk), in, all);
        all.push_back({text_of(in, "criteria.spread"), {}, judgements(voted, sorted, in)});
        return all;
    }

    void tell_item(const vote& voted, const vote_item& item, nlohmann::ordered_json& out) const override {
        auto& all = out["criteria"] = nlohmann::ordered_json::array();
        for (std::size_t which = 0; which < got(item).criteria.size(); ++which) {
            auto& told = all.emplace_back();
            const auto of = judged(voted, item, which);
            const auto figure = [&](const char* name, double value) {
                told[name] = of ? nlohmann::ordered_json(value) : nullptr;
            };
            figure("median", of ? of->median : 0);
            figure("deviation", of ? of->deviation : 0);
            figure("dissent", of ? of->dissent : 0);
            told["steps"] = got(item).criteria[which].steps;
            told["cannotJudge"] = got(item).criteria[which].cannot_judge;
            if (!got(item).criteria[which].before.empty()) told["stepsBefore"] = got(item).criteria[which].before;
        }
    }

    bool numbers_items() const override { return true; }
    int chart_height(const vote_item&) const override { return 0; }

private:
    static std::string axis_name(const vote& voted, std::size_t which, language in) {
        const auto& by = voted.criteria.at(which);
        const auto title = one_line(by.title);
        return by.inverted ? text_of(in, "criterion.less", {{"title", title}}) : title;
    }

    static portfolio::axis axis_of(const vote& voted, std::size_t which, language in) {
        const auto highest = std::max<std::size_t>(voted.scale.size(), 1) - 1;
        const bool inverted = voted.criteria.at(which).inverted;
        return {axis_name(voted, which, in), step_in_words(voted, inverted ? highest : 0, in),
                step_in_words(voted, inverted ? 0 : highest, in)};
    }

    static std::optional<double> mean_of(const vote& voted, const vote_item& item, std::size_t which) {
        const auto of = judged(voted, item, which);
        return of ? std::optional(of->mean) : std::nullopt;
    }

    static std::optional<spread> judged(const vote& voted, const vote_item& item, std::size_t which) {
        if (which >= got(item).criteria.size()) return std::nullopt;
        return spread_of(got(item).criteria[which].steps, voted.lowest_step);
    }

    static std::string criterion_of(const vote& voted, const vote_item& item, std::size_t which, language in) {
        return text_of(in, "criteria.of",
                       {{"item", quoted(item, in)}, {"criterion", one_line(voted.criteria.at(which).title)}});
    }

    static table judgements(const vote& voted, const items& sorted, language in) {
        table made{.caption = text_of(in, "criteria.caption"),
                   .note = text_of(in, "criteria.note") + " " + text_of(in, "dissent.how"),
                   .columns = {{text_of(in, "item.multi_criteria"), false}, {text_of(in, "criterion.head"), false}},
                   .rows = {}};
        for (const auto* key :
             {"column.median", "column.deviation", "column.dissent", "column.judgements", "column.cannot_judge"})
            made.columns.push_back({text_of(in, key), true});
        for (const auto* item : sorted)
            for (std::size_t which = 0; which < voted.criteria.size(); ++which)
                made.rows.push_back(judgements_row(voted, *item, which, in));
        return made;
    }

    static std::vector<std::string> judgements_row(const vote& voted, const vote_item& item, std::size_t which,
                                                   language in) {
        std::vector<std::string> row{item.text, one_line(voted.criteria.at(which).title)};
        if (const auto of = judged(voted, item, which)) {
            row.push_back(short_decimal_of(in, of->median));
            row.push_back(decimal_of(in, of->deviation, 2));
            row.push_back(decimal_of(in, of->dissent, 2));
            row.push_back(number_of(in, of->judgements));
        } else {
            row.insert(row.end(), {"", "", "", "0"});
        }
        row.push_back(which < got(item).criteria.size() ? number_of(in, got(item).criteria[which].cannot_judge) : "");
        return row;
    }

    static std::optional<double> place_on(const vote& voted, const vote_item& item, std::size_t which) {
        const auto mean = mean_of(voted, item, which);
        if (!mean) return std::nullopt;
        const auto steps = static_cast<double>(std::max<std::size_t>(voted.scale.size(), 2) - 1);
        const auto share = std::clamp((*mean - voted.lowest_step) / steps, 0., 1.);
        return voted.criteria.at(which).inverted ? 1 - share : share;
    }
};

}  // namespace

const method& multi_criteria_method() {
    static const multi_criteria only;
    return only;
}

}  // namespace klartext::protocol
