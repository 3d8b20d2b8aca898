#include <cmath>
#include <nlohmann/json.hpp>

#include "protocol/chart.hpp"
#include "protocol/methods/bars.hpp"
#include "protocol/methods/spread.hpp"
#include "protocol/methods/steps.hpp"
#include "protocol/methods/talk.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const resisted& got(const vote_item& item) { return std::get<resisted>(item.result); }
const resistance_rules& rules_of(const vote& voted) { return std::get<resistance_rules>(voted.rules); }
scale_steps steps_of(const vote& voted) { return {0, static_cast<std::size_t>(rules_of(voted).highest) + 1}; }
std::optional<spread> judged(const vote_item& item) { return spread_of(got(item).steps, 0); }

class consensing final : public method {
public:
    consensing() : method("consensing") {}

    std::vector<figure_column> columns(const vote& voted, language in) const override {
        std::vector<figure_column> made{{text_of(in, "column.resistance"), "resistance", figure_kind::mean},
                                        {text_of(in, "column.acceptance"), "acceptance", figure_kind::share}};
        made.push_back({text_of(in, "column.group_resistance"), "groupResistance"});
        if (two_rounds(voted))
            made.push_back({text_of(in, "column.resistance_before"), "resistanceBefore", figure_kind::mean});
        if (rules_of(voted).veto > 0) made.push_back({text_of(in, "column.vetoes"), "vetoes"});
        made.push_back({text_of(in, "column.judgements"), "judgements"});
        made.push_back({text_of(in, "column.median"), "median", figure_kind::number, figure_group::spread});
        made.push_back({text_of(in, "column.deviation"), "deviation", figure_kind::mean, figure_group::spread});
        made.push_back({text_of(in, "column.dissent"), "dissent", figure_kind::mean, figure_group::spread});
        add_step_columns(steps_of(voted), "steps", figure_group::steps, made);
        if (two_rounds(voted)) add_step_columns(steps_of(voted), "stepsBefore", figure_group::steps_before, made);
        return made;
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        const auto now = judged(item);
        const auto figure = [&](auto of) { return now ? std::optional<double>(of(*now)) : std::nullopt; };
        std::vector<std::optional<double>> made{figure([](const auto& of) { return of.mean; }), acceptance(voted, item),
                                                figure([](const auto& of) { return of.sum; })};
        if (two_rounds(voted)) {
            const auto before = spread_of(got(item).before, 0);
            made.push_back(before ? std::optional(before->mean) : std::nullopt);
        }
        if (rules_of(voted).veto > 0) made.push_back(got(item).vetoes);
        made.push_back(now ? static_cast<double>(now->judgements) : 0);
        made.push_back(figure([](const auto& of) { return of.median; }));
        made.push_back(figure([](const auto& of) { return of.deviation; }));
        made.push_back(figure([](const auto& of) { return of.dissent; }));
        add_step_counts(steps_of(voted), got(item).steps, made);
        if (two_rounds(voted)) add_step_counts(steps_of(voted), got(item).before, made);
        return made;
    }

    // Acceptance, so that the least resistance is first.
    item_weight weight(const vote& voted, const vote_item& item) const override {
        const auto of = judged(item);
        return of ? item_weight{rules_of(voted).highest * of->judgements - of->sum, of->judgements} : judged_by_nobody;
    }

    std::string rule(const vote& voted, language in) const override {
        const auto& rules = rules_of(voted);
        auto words = text_of(in, "rule.consensing", {{"high", number_of(in, rules.highest)}});
        words += " " + text_of(in, "rule.consensing.judged");
        if (rules.passive) words += " " + text_of(in, "rule.consensing.passive");
        if (rules.veto > 0) words += " " + text_of(in, "rule.consensing.veto", {{"n", number_of(in, rules.veto)}});
        if (rules.objections) words += " " + text_of(in, "rule.consensing.objections");
        return words;
    }

    std::string mark(const vote_item& item, language in) const override {
        return got(item).passive ? text_of(in, "passive") : std::string();
    }

    std::string amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.resistance", voted, item, in);
    }
    std::string with_amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.with_resistance", voted, item, in);
    }
    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return judged(item) ? amount(voted, item, in) : std::string();
    }
    std::string nothing_ahead(language in) const override { return text_of(in, "cover.unjudged"); }

    chart drawn(const vote& voted, const items& part, language in) const override {
        const auto mean = [](const vote_item& item) { return judged(item) ? judged(item)->mean : 0; };
        auto made = single_bars(voted, part, mean, [&](const auto& item) { return beside(voted, item, in); });
        auto& bars = std::get<bar_chart>(made.drawn);
        bars.scale = rules_of(voted).highest;
        for (std::size_t at = 0; at < part.size(); ++at) bars.bars[at].label = first_line(marked(voted, *part[at], in));
        made.note = text_of(in, "chart.consensing");
        return made;
    }

    std::vector<addition> additions(const vote& voted, const items& sorted, language in) const override {
        std::vector<addition> all;
        std::vector<disputed> talk;
        for (const auto* item : sorted)
            if (const auto of = judged(*item); of && got(*item).talk) talk.push_back({quoted(*item, in), of->dissent});
        add_talk(std::move(talk), in, all);
        if (rules_of(voted).passive) all.push_back({text_of(in, "passive.compared"), {compared(sorted, in)}, {}});
        add_objections(sorted, in, all);
        return all;
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        const auto& rules = rules_of(voted);
        out["rules"] = {{"highest", rules.highest},
                        {"passive", rules.passive},
                        {"veto", rules.veto},
                        {"objections", rules.objections}};
    }

    void tell_item(const vote&, const vote_item& item, nlohmann::ordered_json& out) const override {
        if (got(item).passive) out["passive"] = true;
        if (got(item).better_than_passive) out["betterThanPassive"] = true;
        out["objections"] = got(item).objections;
    }

private:
    static std::optional<double> acceptance(const vote& voted, const vote_item& item) {
        const auto of = judged(item);
        return of ? std::optional(1 - of->mean / rules_of(voted).highest) : std::nullopt;
    }

    static std::string accepted(const vote& voted, const vote_item& item, language in) {
        const auto share = acceptance(voted, item);
        return share ? percent_of(*share, in) : std::string();
    }

    static std::string words(std::string_view key, const vote& voted, const vote_item& item, language in) {
        const auto of = judged(item);
        if (!of) return text_of(in, key == "value.resistance" ? "value.no_mean" : "value.with_no_mean");
        return text_of(in, key, {{"mean", decimal_of(in, of->mean)}, {"share", accepted(voted, item, in)}});
    }

    static std::string beside(const vote& voted, const vote_item& item, language in) {
        const auto of = judged(item);
        return of ? decimal_of(in, of->mean) + " · " + accepted(voted, item, in) : "–";
    }

    static std::string compared(const items& sorted, language in) {
        std::vector<std::string> better;
        for (const auto* item : sorted)
            if (got(*item).better_than_passive) better.push_back(quoted(*item, in));
        return better.empty() ? text_of(in, "passive.none_better")
                              : text_of(in, "passive.better", {{"items", enumerated(better, in)}});
    }

    static void add_objections(const items& sorted, language in, std::vector<addition>& all) {
        table listed{.caption = text_of(in, "objections.caption"),
                     .note = text_of(in, "objections.note"),
                     .columns = {{text_of(in, "item.consensing"), false}, {text_of(in, "column.objection"), false}},
                     .rows = {}};
        for (const auto* item : sorted)
            for (const auto& each : got(*item).objections) listed.rows.push_back({item->text, each});
        if (listed.rows.empty()) return;
        all.push_back({text_of(in, "objections"), {}, std::move(listed)});
    }
};

}  // namespace

const method& consensing_method() {
    static const consensing only;
    return only;
}

}  // namespace klartext::protocol
