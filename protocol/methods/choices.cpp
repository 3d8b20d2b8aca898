#include "protocol/methods/choices.hpp"

#include "protocol/methods/bars.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {

std::vector<std::optional<double>> choices::figures(const vote& voted, const vote_item& item) const {
    const double all = voted.filled_in;
    return {count_of(item), all > 0 ? count_of(item) / all : 0};
}

item_weight choices::weight(const vote&, const vote_item& item) const { return {count_of(item), 1}; }

std::string choices::amount(const vote&, const vote_item& item, language in) const {
    return counted(in, "value.count", count_of(item));
}

std::string choices::ahead(const vote& voted, const vote_item& item, language in) const {
    return count_of(item) > 0 ? amount(voted, item, in) : std::string();
}

chart choices::drawn(const vote& voted, const items& part, language in) const {
    return single_bars(voted, part, count_of, [in](const auto& item) { return number_of(in, count_of(item)); });
}

}  // namespace klartext::protocol
