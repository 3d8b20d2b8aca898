#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::agree_disagree_rules&, protocol::vote& written) {
    written.method = protocol::vote_method::agree_disagree;
}

void write_result(const domain::agree_disagree_result& result, protocol::vote& written) {
    write_rows(result.rows, written, [](const auto& row) {
        return protocol::judged{row.agree, row.pass, row.disagree};
    });
}

}  // namespace klartext::minutes
