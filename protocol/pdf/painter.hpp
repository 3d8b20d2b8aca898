#pragma once
#include <string>
#include <vector>

#include "protocol/pdf/flow.hpp"
#include "protocol/pdf/logo.hpp"
#include "protocol/pdf/page_breaker.hpp"

namespace klartext::protocol::pdf {

/// What stands at the foot of every page.
struct running_foot {
    std::string title;
    std::string house;
    language in = language::de;
};

/// Paints the pages as PDF, every piece of content marked, and fills the structure with what is on which page. The
/// marks say which content it is and not yet what it means: tagged() adds that.
[[nodiscard]] std::string painted(flow&, const std::vector<page_run>&, const running_foot&, const typesetter&,
                                  const logo*);

}  // namespace klartext::protocol::pdf
