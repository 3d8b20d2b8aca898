#include <nlohmann/json.hpp>

#include "protocol/methods/choices.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

class multiple_choice final : public choices {
public:
    multiple_choice() : choices("multiple_choice") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.count"), "count"}, {text_of(in, "column.ballot_share"), "", figure_kind::share}};
    }

    std::string rule(const vote& voted, language in) const override {
        const auto& rules = std::get<choice_rules>(voted.rules);
        auto words = limits_of(rules, in);
        if (rules.other) words += " " + text_of(in, "rule.multiple_choice.other");
        return words + " " + text_of(in, "share.ballots");
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
    static std::string limits_of(const choice_rules& rules, language in) {
        if (rules.most > 0 && rules.least == rules.most) return counted(in, "rule.multiple_choice.exactly", rules.most);
        if (rules.least > 0 && rules.most > 0)
            return counted(in, "rule.multiple_choice.between", rules.most, {{"least", number_of(in, rules.least)}});
        if (rules.least > 0) return counted(in, "rule.multiple_choice.least", rules.least);
        if (rules.most > 0) return counted(in, "rule.multiple_choice.most", rules.most);
        return text_of(in, "rule.multiple_choice");
    }
};

}  // namespace

const method& multiple_choice_method() {
    static const multiple_choice only;
    return only;
}

}  // namespace klartext::protocol
