#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {

void write_rules(const domain::single_choice_rules&, protocol::vote& written) {
    written.method = protocol::vote_method::single_choice;
}

void write_result(const domain::single_choice_result& result, protocol::vote& written) {
    write_rows(result.counts, written, [](int count) { return protocol::chosen{count}; });
}

}  // namespace klartext::minutes
