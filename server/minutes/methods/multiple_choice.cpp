#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::multiple_choice_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::multiple_choice;
    written.rules = protocol::choice_rules{rules.least, rules.most, rules.other};
}

void write_result(const domain::multiple_choice_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::chosen{row.count}; });
    written.others = result.others;
}

}  // namespace klartext::minutes
