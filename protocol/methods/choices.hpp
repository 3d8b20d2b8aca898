#pragma once
#include "protocol/methods/method.hpp"

namespace klartext::protocol {

/// Methods that count on how many ballots each item was chosen, and what share of the ballots without abstentions that
/// is. The two are their columns, in this order.
class choices : public method {
public:
    using method::method;

    [[nodiscard]] std::vector<std::optional<double>> figures(const vote&, const vote_item&) const override;
    [[nodiscard]] item_weight weight(const vote&, const vote_item&) const override;
    [[nodiscard]] std::string amount(const vote&, const vote_item&, language) const override;
    [[nodiscard]] std::string ahead(const vote&, const vote_item&, language) const override;
    [[nodiscard]] chart drawn(const vote&, const items& part, language) const override;

protected:
    ~choices() = default;

    static int count_of(const vote_item& item) { return std::get<chosen>(item.result).count; }
};

}  // namespace klartext::protocol
