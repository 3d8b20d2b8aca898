#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const placed& got(const vote_item& item) { return std::get<placed>(item.result); }
int points_of(const vote_item& item) { return static_cast<int>(got(item).points); }

class ranking final : public method {
public:
    ranking() : method("ranking") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.place"), "place"},
                {text_of(in, "column.points"), "points"},
                {text_of(in, "column.first"), "first"}};
    }

    // Ties share their place.
    std::vector<std::optional<double>> figures(const vote& voted, const vote_item& item) const override {
        int place = 1;
        for (const auto& other : voted.items) place += points_of(other) > points_of(item) ? 1 : 0;
        return {place, got(item).points, got(item).first};
    }

    item_weight weight(const vote_item& item) const override { return {points_of(item), 1}; }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.colon.points", points_of(item));
    }

    std::string with_amount(const vote&, const vote_item& item, language in) const override {
        return counted(in, "value.points", points_of(item));
    }

    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return points_of(item) > 0 ? amount(voted, item, in) : std::string();
    }

    chart drawn(const vote& voted, const items& part, language in) const override {
        auto made =
            single_bars(voted, part, points_of, [in](const auto& item) { return number_of(in, points_of(item)); });
        std::get<bar_chart>(made.drawn).figure = 1;
        return made;
    }
};

}  // namespace

const method& ranking_method() {
    static const ranking only;
    return only;
}

}  // namespace klartext::protocol
