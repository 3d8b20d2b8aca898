#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::approval_rules&, protocol::vote& written) {
    written.method = protocol::vote_method::approval;
}

void write_result(const domain::approval_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) { return protocol::chosen{row.approvals}; });
}

}  // namespace klartext::minutes
