#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::dots_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::dots;
    written.budget = rules.budget;
    written.per_item = rules.per_item;
}

void write_result(const domain::dots_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::dotted{row.dots, row.ballots}; });
}

}  // namespace klartext::minutes
