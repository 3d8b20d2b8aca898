#include <nlohmann/json.hpp>

#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

int count_of(const vote_item& item) { return std::get<chosen>(item.result).count; }

class multiple_choice final : public method {
public:
    multiple_choice() : method("multiple_choice") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.count"), "count"}, {text_of(in, "column.ballot_share"), "", figure_kind::share}};
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        const double all = voted.filled_in;
        return {count_of(item), all > 0 ? count_of(item) / all : 0};
    }

    item_weight weight(const vote&, const vote_item& item) const override { return {count_of(item), 1}; }

    std::string rule(const vote& voted, language in) const override {
        const auto& rules = std::get<choice_rules>(voted.rules);
        auto words =
            text_of(in, key_of(rules), {{"least", number_of(in, rules.least)}, {"most", number_of(in, rules.most)}});
        if (rules.other) words += " " + text_of(in, "rule.multiple_choice.other");
        return words + " " + text_of(in, "share.ballots");
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.count", count_of(item));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return count_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        return single_bars(voted, part, count_of, [in](const auto& item) { return number_of(in, count_of(item)); });
    }

    std::vector<addition> additions(const vote& voted, const items&, language in) const override {
        std::vector<addition> all;
        add_wording(text_of(in, "others"), counted(in, "others.count", static_cast<int>(voted.others.size())),
                    voted.others, all);
        return all;
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        const auto& rules = std::get<choice_rules>(voted.rules);
        out["rules"] = {{"least", rules.least}, {"most", rules.most}, {"other", rules.other}};
    }

    void tell_result(const vote& voted, nlohmann::ordered_json& out) const override { out["others"] = voted.others; }

private:
    static std::string_view key_of(const choice_rules& rules) {
        if (rules.most > 0 && rules.least == rules.most) return "rule.multiple_choice.exactly";
        if (rules.least > 0) return rules.most > 0 ? "rule.multiple_choice.between" : "rule.multiple_choice.least";
        return rules.most > 0 ? "rule.multiple_choice.most" : "rule.multiple_choice";
    }
};

}  // namespace

const method& multiple_choice_method() {
    static const multiple_choice only;
    return only;
}

}  // namespace klartext::protocol
