#include <nlohmann/json.hpp>

#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const allotted& got(const vote_item& item) { return std::get<allotted>(item.result); }
long long points_of(const vote_item& item) { return got(item).points; }

class points final : public method {
public:
    points() : method("points") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.points"), "points"}, {text_of(in, "column.point_ballots"), "ballots"}};
    }

    std::vector<std::optional<double>> figures(const vote&, const vote_item& item) const override {
        return {static_cast<double>(points_of(item)), got(item).ballots};
    }

    item_weight weight(const vote&, const vote_item& item) const override { return {points_of(item), 1}; }

    std::string rule(const vote& voted, language in) const override {
        const auto& rules = std::get<point_rules>(voted.rules);
        auto words = counted(in, "rule.points", voted.budget);
        if (rules.quadratic) words += " " + text_of(in, "rule.points.quadratic");
        if (voted.per_item > 0) words += " " + counted(in, "rule.points.per_item", voted.per_item);
        if (rules.spend_all) words += " " + text_of(in, "rule.points.spend_all");
        return words;
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.colon.points", static_cast<int>(points_of(item)));
    }

    std::string with_amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.points", static_cast<int>(points_of(item)));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return points_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        return single_bars(voted, part, points_of, [in](const auto& item) { return number_of(in, points_of(item)); });
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        const auto& rules = std::get<point_rules>(voted.rules);
        out["rules"] = {{"budget", voted.budget},
                        {"perItem", voted.per_item},
                        {"quadratic", rules.quadratic},
                        {"spendAll", rules.spend_all}};
    }
};

}  // namespace

const method& points_method() {
    static const points only;
    return only;
}

}  // namespace klartext::protocol
