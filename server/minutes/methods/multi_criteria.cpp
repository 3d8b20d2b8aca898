#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::multi_criteria_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::multi_criteria;
    written.scale.resize(static_cast<std::size_t>(rules.steps));
    written.lowest_step = rules.lowest;
    written.cannot_judge = rules.cannot_judge;
    for (const auto& each : rules.criteria)
        written.criteria.push_back({each.title, static_cast<double>(each.weight), each.inverted});
}

void write_result(const domain::multi_criteria_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) {
        protocol::weighed made;
        for (const auto& cell : row.criteria) made.criteria.push_back({cell.steps, cell.cannot_judge, {}});
        made.total = row.total;
        return made;
    });
}

void write_before(const domain::multi_criteria_result& result, protocol::vote& written) {
    add_before<protocol::weighed>(result.rows, written, [](auto& now, const auto& row) {
        for (std::size_t each = 0; each < now.criteria.size(); ++each)
            now.criteria[each].before = row.criteria.at(each).steps;
        now.total_before = row.total;
    });
}

}  // namespace klartext::minutes
