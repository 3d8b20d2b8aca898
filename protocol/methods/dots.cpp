#include <nlohmann/json.hpp>

#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const dotted& got(const vote_item& item) { return std::get<dotted>(item.result); }
int dots_of(const vote_item& item) { return got(item).dots; }

class dots final : public method {
public:
    dots() : method("dots") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.dots"), "dots"}, {text_of(in, "column.dot_ballots"), "ballots"}};
    }

    std::vector<std::optional<double>> figures(const vote&, const vote_item& item) const override {
        return {got(item).dots, got(item).ballots};
    }

    item_weight weight(const vote&, const vote_item& item) const override { return {dots_of(item), 1}; }

    std::string rule(const vote& voted, language in) const override {
        const bool free = voted.per_item <= 0 || voted.per_item >= voted.budget;
        if (free && voted.budget > 1) return text_of(in, "rule.dots_free", {{"n", number_of(in, voted.budget)}});
        return counted(in, "rule.dots", voted.budget, {{"most", number_of(in, voted.per_item)}});
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.colon.dots", dots_of(item));
    }

    std::string with_amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.dots", dots_of(item));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return dots_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        out["budget"] = voted.budget;
        out["perItem"] = voted.per_item;
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        return single_bars(voted, part, dots_of, [in](const auto& item) { return number_of(in, dots_of(item)); });
    }
};

}  // namespace

const method& dots_method() {
    static const dots only;
    return only;
}

}  // namespace klartext::protocol
