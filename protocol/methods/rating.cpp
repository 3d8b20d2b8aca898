#include <cstddef>

#include "protocol/chart.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/methods/spread.hpp"
#include "protocol/methods/steps.hpp"
#include "protocol/methods/talk.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const rated& got(const vote_item& item) { return std::get<rated>(item.result); }

scale_steps steps_of(const vote& voted) { return {voted.lowest_step, voted.scale.size()}; }

std::optional<double> mean_of(const vote& voted, const std::vector<int>& steps) {
    const auto of = spread_of(steps, voted.lowest_step);
    return of ? std::optional(of->mean) : std::nullopt;
}

/// Rating scales. A barometer of the mood is one of them that is asked twice.
class rating final : public method {
public:
    explicit rating(std::string_view name) : method(name) {}

    std::vector<figure_column> columns(const vote& voted, language in) const override {
        std::vector<figure_column> made{{text_of(in, "column.mean"), "mean", figure_kind::mean}};
        if (two_rounds(voted)) made.push_back({text_of(in, "column.mean_before"), "meanBefore", figure_kind::mean});
        made.push_back({text_of(in, "column.median"), "median", figure_kind::number});
        made.push_back({text_of(in, "column.deviation"), "deviation", figure_kind::mean, figure_group::spread});
        made.push_back({text_of(in, "column.dissent"), "dissent", figure_kind::mean, figure_group::spread});
        made.push_back({text_of(in, "column.judgements"), "judgements"});
        add_step_columns(steps_of(voted), "steps", figure_group::steps, made);
        made.push_back({text_of(in, "column.cannot_judge"), "cannotJudge", figure_kind::count, figure_group::steps});
        if (two_rounds(voted)) add_step_columns(steps_of(voted), "stepsBefore", figure_group::steps_before, made);
        return made;
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        const auto now = spread_of(got(item).steps, voted.lowest_step);
        std::vector<std::optional<double>> made{mean_of(voted, got(item).steps)};
        if (two_rounds(voted)) made.push_back(mean_of(voted, got(item).before));
        made.push_back(now ? std::optional(now->median) : std::nullopt);
        made.push_back(now ? std::optional(now->deviation) : std::nullopt);
        made.push_back(now ? std::optional(now->dissent) : std::nullopt);
        made.push_back(now ? static_cast<double>(now->judgements) : 0);
        add_step_counts(steps_of(voted), got(item).steps, made);
        made.push_back(got(item).cannot_judge);
        if (two_rounds(voted)) add_step_counts(steps_of(voted), got(item).before, made);
        return made;
    }

    item_weight weight(const vote&, const vote_item& item) const override {
        const auto of = spread_of(got(item).steps, 0);
        return of ? item_weight{of->sum, of->judgements} : judged_by_nobody;
    }

    std::string rule(const vote& voted, language in) const override {
        if (voted.scale.empty()) return {};
        auto words =
            text_of(in, "rule." + std::string(name),
                    {{"low", step_in_words(voted, 0, in)}, {"high", step_in_words(voted, voted.scale.size() - 1, in)}});
        if (voted.cannot_judge) words += " " + text_of(in, "rule.cannot_judge");
        return words;
    }

    std::string amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.mean", voted, item, in);
    }
    std::string with_amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.with_mean", voted, item, in);
    }
    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return spread_of(got(item).steps, 0) ? amount(voted, item, in) : std::string();
    }

    std::string shared(const vote& voted, const vote_item& item, language in) const override {
        const auto mean = mean_of(voted, got(item).steps);
        return mean ? text_of(in, "value.shared_mean", {{"mean", decimal_of(in, *mean)}}) : std::string();
    }

    std::string nothing_ahead(language in) const override { return text_of(in, "cover.unjudged"); }

    chart drawn(const vote& voted, const items& part, language in) const override {
        histograms made{.first_step = voted.lowest_step};
        if (two_rounds(voted)) made.legend = {text_of(in, "before"), text_of(in, "now")};
        for (const auto* item : part)
            made.rows.push_back(
                {first_line(item->text), before(voted, *item), got(*item).steps, beside(voted, *item, in)});
        return {.note = text_of(in, "chart.histograms"), .drawn = std::move(made)};
    }

    std::string kind_of_chart(const vote&, const items& part, language in) const override {
        return counted(in, "alt.histograms", static_cast<int>(part.size()));
    }

    std::vector<facts::row> also_counted(const vote& voted, language in) const override {
        if (!voted.cannot_judge) return {};
        int said = 0;
        for (const auto& item : voted.items) said += got(item).cannot_judge;
        return {{text_of(in, "column.cannot_judge"), counted(in, "times", said)}};
    }

    std::vector<addition> additions(const vote& voted, const items& sorted, language in) const override {
        std::vector<addition> all;
        std::vector<disputed> talk;
        for (const auto* item : sorted)
            if (const auto of = spread_of(got(*item).steps, voted.lowest_step); of && of->talk)
                talk.push_back({quoted(*item, in), of->dissent});
        add_talk(std::move(talk), in, all);
        return all;
    }

    int chart_height(const vote_item& item) const override { return histogram_height(first_line(item.text)); }

private:
    // An item that is new in the second round had nothing in the first.
    static std::vector<int> before(const vote& voted, const vote_item& item) {
        if (!two_rounds(voted)) return {};
        auto counts = got(item).before;
        counts.resize(got(item).steps.size());
        return counts;
    }

    static std::string words(std::string_view key, const vote& voted, const vote_item& item, language in) {
        const auto mean = mean_of(voted, got(item).steps);
        if (!mean) return text_of(in, key == "value.mean" ? "value.no_mean" : "value.with_no_mean");
        const auto now = text_of(in, key, {{"mean", decimal_of(in, *mean)}});
        const auto earlier = mean_of(voted, got(item).before);
        return earlier ? text_of(in, "value.shift", {{"now", now}, {"before", decimal_of(in, *earlier)}}) : now;
    }

    static std::string beside(const vote& voted, const vote_item& item, language in) {
        const auto said = [&](const std::vector<int>& counts) {
            const auto mean = mean_of(voted, counts);
            return mean ? decimal_of(in, *mean) : std::string();
        };
        const auto now = said(got(item).steps);
        const auto earlier = two_rounds(voted) ? said(got(item).before) : std::string();
        return earlier.empty() ? (now.empty() ? "–" : "Ø " + now) : "Ø " + earlier + " → " + now;
    }
};

}  // namespace

const method& rating_method() {
    static const rating only("rating");
    return only;
}

const method& mood_method() {
    static const rating only("mood");
    return only;
}

}  // namespace klartext::protocol
