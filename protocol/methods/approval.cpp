#include "protocol/methods/choices.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

class approval final : public choices {
public:
    approval() : choices("approval") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.approvals"), "approvals"},
                {text_of(in, "column.ballot_share"), "", figure_kind::share}};
    }

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

    chart drawn(const vote& voted, const items& part, language in) const override {
        auto made = choices::drawn(voted, part, in);
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
