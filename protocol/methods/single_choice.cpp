#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

int count_of(const vote_item& item) { return std::get<chosen>(item.result).count; }

class single_choice final : public method {
public:
    single_choice() : method("single_choice") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.count"), "count"}, {text_of(in, "column.share"), "", figure_kind::share}};
    }

    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        double all = 0;
        for (const auto& each : voted.items) all += count_of(each);
        return {count_of(item), all > 0 ? count_of(item) / all : 0};
    }

    item_weight weight(const vote&, const vote_item& item) const override { return {count_of(item), 1}; }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.count", count_of(item));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return count_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        return single_bars(voted, part, count_of, [in](const auto& item) { return number_of(in, count_of(item)); });
    }
};

}  // namespace

const method& single_choice_method() {
    static const single_choice only;
    return only;
}

}  // namespace klartext::protocol
