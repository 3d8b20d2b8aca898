#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

int count_of(const vote_item& item) { return std::get<chosen>(item.result).count; }

class approval final : public method {
public:
    approval() : method("approval") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.approvals"), "approvals"},
                {text_of(in, "column.ballot_share"), "", figure_kind::share}};
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        const double all = voted.filled_in;
        return {count_of(item), all > 0 ? count_of(item) / all : 0};
    }

    item_weight weight(const vote&, const vote_item& item) const override { return {count_of(item), 1}; }

    std::string rule(const vote&, language in) const override {
        return text_of(in, "rule.approval") + " " + text_of(in, "share.ballots");
    }

    std::string amount(const vote& voted, const vote_item& item, language in) const override {
        return text_of(in, "value.approvals",
                       {{"n", number_of(in, count_of(item))}, {"all", number_of(in, voted.filled_in)}});
    }

    std::string with_amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.with_approvals", count_of(item));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return count_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        auto made =
            single_bars(voted, part, count_of, [in](const auto& item) { return number_of(in, count_of(item)); });
        std::get<bar_chart>(made.drawn).scale = voted.filled_in;
        made.note = text_of(in, "chart.approval");
        return made;
    }
};

}  // namespace

const method& approval_method() {
    static const approval only;
    return only;
}

}  // namespace klartext::protocol
