#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::estimate_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::estimate;
    written.rules = protocol::estimate_rules{rules.decimals, rules.lowest, rules.highest, rules.unit};
}

void write_result(const domain::estimate_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) {
        protocol::estimated made{.estimates = row.estimates,
                                 .median = row.median,
                                 .mean = row.mean,
                                 .deviation = row.deviation,
                                 .lower_quartile = row.lower_quartile,
                                 .upper_quartile = row.upper_quartile,
                                 .lowest = row.lowest,
                                 .highest = row.highest};
        for (const auto& bin : row.histogram) made.histogram.push_back({bin.from, bin.to, bin.count});
        return made;
    });
}

void write_before(const domain::estimate_result& result, protocol::vote& written) {
    add_before<protocol::estimated>(result.rows, written,
                                    [](auto& now, const auto& row) { now.median_before = row.median; });
}

}  // namespace klartext::minutes
