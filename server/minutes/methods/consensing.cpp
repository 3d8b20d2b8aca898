#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::consensing_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::consensing;
    written.rules = protocol::resistance_rules{rules.highest, !rules.passive.empty(), rules.veto, rules.objections};
}

void write_result(const domain::consensing_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) {
        return protocol::resisted{row.steps, row.vetoes, row.objections, false, row.better_than_passive, {}, row.talk};
    });
    if (!result.passive_item) return;
    auto& passive = written.items.at(static_cast<std::size_t>(*result.passive_item)).result;
    std::get<protocol::resisted>(passive).passive = true;
}

void write_before(const domain::consensing_result& result, protocol::vote& written) {
    add_before<protocol::resisted>(result.rows, written, [](auto& now, const auto& row) { now.before = row.steps; });
}

}  // namespace klartext::minutes
