#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::open_text_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::open_text;
    written.rules = protocol::answer_rules{rules.longest};
}

void write_result(const domain::open_text_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::answered{row.answers}; });
}

}  // namespace klartext::minutes
