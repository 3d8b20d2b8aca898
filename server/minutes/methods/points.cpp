#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::points_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::points;
    written.budget = rules.budget;
    written.per_item = rules.per_item;
    written.rules = protocol::point_rules{rules.quadratic, rules.spend_all};
}

void write_result(const domain::points_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::allotted{row.points, row.ballots}; });
}

}  // namespace klartext::minutes
