#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const judged& got(const vote_item& item) { return std::get<judged>(item.result); }
long long judgements(const vote_item& item) {
    return static_cast<long long>(got(item).agree) + got(item).pass + got(item).disagree;
}

std::string percent_of(const vote_item& item) {
    return std::to_string((200LL * got(item).agree + judgements(item)) / (2 * judgements(item)));
}

class agree_disagree final : public method {
public:
    agree_disagree() : method("agree_disagree") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.agree"), "agree"},
                {text_of(in, "column.pass"), "pass"},
                {text_of(in, "column.disagree"), "disagree"},
                {text_of(in, "column.agree_share"), "", figure_kind::share}};
    }

    std::vector<std::optional<double>> figures(const vote&, const vote_item& item) const override {
        const auto all = static_cast<double>(judgements(item));
        return {got(item).agree, got(item).pass, got(item).disagree,
                all > 0 ? std::optional(got(item).agree / all) : std::nullopt};
    }

    item_weight weight(const vote&, const vote_item& item) const override {
        return judgements(item) > 0 ? item_weight{got(item).agree, judgements(item)} : judged_by_nobody;
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return text_of(in, "value.judged",
                       {{"agree", number_of(in, got(item).agree)},
                        {"pass", number_of(in, got(item).pass)},
                        {"disagree", number_of(in, got(item).disagree)}});
    }

    std::string ahead(const vote&, const vote_item& item, language in) const override {
        if (got(item).agree == 0) return {};
        return text_of(in, "cover.agree",
                       {{"agree", number_of(in, got(item).agree)},
                        {"all", number_of(in, static_cast<int>(judgements(item)))},
                        {"n", percent_of(item)}});
    }

    std::string shared(const vote&, const vote_item& item, language in) const override {
        return got(item).agree == 0 ? std::string() : text_of(in, "cover.agree_share", {{"n", percent_of(item)}});
    }

    chart drawn(const vote&, const items& part, language in) const override {
        bar_chart bars{
            .legend = {text_of(in, "column.agree"), text_of(in, "column.pass"), text_of(in, "column.disagree")}};
        for (const auto* item : part) {
            const auto& [agree, pass, disagree] = got(*item);
            bars.bars.push_back({first_line(item->text),
                                 {static_cast<double>(agree), static_cast<double>(pass), static_cast<double>(disagree)},
                                 number_of(in, agree) + " · " + number_of(in, pass) + " · " + number_of(in, disagree)});
        }
        return {.note = text_of(in, "chart.order"), .drawn = std::move(bars)};
    }

    std::string kind_of_chart(const vote&, const items& part, language in) const override {
        return counted(in, "alt.stacked", static_cast<int>(part.size()));
    }
};

}  // namespace

const method& agree_disagree_method() {
    static const agree_disagree only;
    return only;
}

}  // namespace klartext::protocol
