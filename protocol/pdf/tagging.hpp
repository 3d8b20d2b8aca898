#pragma once
#include <string>

#include "protocol/minutes.hpp"
#include "protocol/pdf/structure.hpp"

namespace klartext::protocol::pdf {

struct document_facts {
    std::string title;
    std::string house;  ///< may be empty
    std::chrono::year_month_day date;
    language in = language::de;
};

/// The painted pages with what they mean: structure tree, language, title, outline, links; what is painted without a
/// mark becomes an artifact. The same input gives the same bytes.
[[nodiscard]] std::string tagged(const std::string& pdf, const structure&, const document_facts&);

}  // namespace klartext::protocol::pdf
