#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "protocol/methods/bars.hpp"
#include "protocol/methods/contest.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const placed& got(const vote_item& item) { return std::get<placed>(item.result); }
double points_of(const vote_item& item) { return got(item).points; }

ranking_rules rules_of(const vote& voted) {
    const auto* rules = std::get_if<ranking_rules>(&voted.rules);
    return rules ? *rules : ranking_rules{};
}

bool anybody_ranked(const vote& voted) {
    return std::ranges::any_of(voted.items, [](const auto& item) { return got(item).ranked > 0; });
}

std::string_view key_of(unranked_items unranked) {
    switch (unranked) {
        case unranked_items::nothing: return "rule.ranking.nothing";
        case unranked_items::share_rest: return "rule.ranking.share_rest";
        case unranked_items::counted_down: return "rule.ranking.counted_down";
    }
    return {};
}

class ranking final : public method {
public:
    ranking() : method("ranking") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.place"), "place"},
                {text_of(in, "column.points"), "points", figure_kind::number},
                {text_of(in, "column.first"), "first"},
                {text_of(in, "column.ranked"), "ranked"}};
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        return {place_of(voted, item), got(item).points, got(item).first, got(item).ranked};
    }

    // Points are halves at most.
    item_weight weight(const vote& voted, const vote_item& item) const override {
        if (rules_of(voted).by_runoff) return {static_cast<long long>(voted.items.size()) - got(item).runoff, 1};
        return {std::llround(2 * points_of(item)), 2};
    }

    std::string rule(const vote& voted, language in) const override {
        const auto rules = rules_of(voted);
        auto words = rules.most > 0 ? counted(in, "rule.ranking.most", rules.most) : text_of(in, "rule.ranking");
        const auto best = std::max(static_cast<int>(voted.items.size()) - 1, 0);
        words += " " + (rules.unranked == unranked_items::counted_down ? text_of(in, key_of(rules.unranked))
                                                                       : counted(in, key_of(rules.unranked), best));
        return words + " " + text_of(in, rules.by_runoff ? "rule.ranking.by_runoff" : "rule.ranking.by_points");
    }

    std::string amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.colon.points", voted, item, in);
    }

    std::string with_amount(const vote& voted, const vote_item& item, language in) const override {
        return words("value.points", voted, item, in);
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return got(item).ranked > 0 || points_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        auto made = single_bars(voted, part, points_of,
                                [in](const auto& item) { return short_decimal_of(in, points_of(item)); });
        std::get<bar_chart>(made.drawn).figure = 1;
        if (rules_of(voted).by_runoff) made.note = text_of(in, "chart.runoff");
        return made;
    }

    std::vector<addition> additions(const vote& voted, const items&, language in) const override {
        std::vector<addition> all;
        if (voted.contest) add_contest(voted, in, all);
        return all;
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        constexpr const char* names[] = {"nothing", "share_rest", "counted_down"};
        const auto rules = rules_of(voted);
        out["rules"] = {{"unranked", names[static_cast<int>(rules.unranked)]},
                        {"order", rules.by_runoff ? "instant_runoff" : "borda"},
                        {"most", rules.most}};
    }

    void tell_item(const vote& voted, const vote_item& item, nlohmann::ordered_json& out) const override {
        out["runoffPlace"] = anybody_ranked(voted) ? nlohmann::ordered_json(got(item).runoff) : nullptr;
    }

    void tell_result(const vote& voted, nlohmann::ordered_json& out) const override {
        if (voted.contest) tell_contest(*voted.contest, out["contest"]);
    }

private:
    // Ties share their place; without a ballot that ranks anything there are none.
    static std::optional<double> place_of(const vote& voted, const vote_item& item) {
        if (!anybody_ranked(voted)) return std::nullopt;
        if (rules_of(voted).by_runoff) return got(item).runoff;
        int place = 1;
        for (const auto& other : voted.items) place += points_of(other) > points_of(item) ? 1 : 0;
        return place;
    }

    static std::string words(const std::string& key, const vote& voted, const vote_item& item, language in) {
        if (rules_of(voted).by_runoff) return text_of(in, "value.runoff", {{"n", number_of(in, got(item).runoff)}});
        const auto points = points_of(item);
        return text_of(in, key + (points == 1 ? "_one" : "_other"), {{"n", short_decimal_of(in, points)}});
    }
};

}  // namespace

const method& ranking_method() {
    static const ranking only;
    return only;
}

}  // namespace klartext::protocol
