#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {
namespace {

std::vector<std::string> labels_of(const domain::rating_rules& rules) {
    auto labels = rules.labels;
    labels.resize(static_cast<std::size_t>(rules.steps));
    return labels;
}

}  // namespace

void write_rules(const domain::rating_rules& rules, protocol::vote& written) {
    written.method = rules.mood ? protocol::vote_method::mood : protocol::vote_method::rating;
    written.scale = labels_of(rules);
    written.lowest_step = rules.lowest;
    written.cannot_judge = rules.cannot_judge;
}

void write_result(const domain::rating_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::rated{row.steps, row.cannot_judge, {}}; });
}

void write_before(const domain::rating_result& result, protocol::vote& written) {
    add_before<protocol::rated>(result.rows, written, [](auto& now, const auto& row) { now.before = row.steps; });
}

}  // namespace klartext::minutes
