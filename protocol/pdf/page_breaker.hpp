#pragma once
#include <cstddef>
#include <span>
#include <vector>

/// Where pages end. Knows heights and what belongs together, and nothing of letters or drawing.
namespace klartext::protocol::pdf {

/// How strongly a strip wants the one below it on its own page.
enum class bond {
    none,  ///< a page may end here
    weak,  ///< better not: it would tear a short table
    firm   ///< only if nothing else is possible: a heading would stand alone
};

/// A strip of the page from margin to margin that is never cut. Lengths in points.
struct strip_size {
    double gap = 0;       ///< free room above it; dropped at the top of a page
    double height = 0;    ///< may not be more than a page has room for
    double repeated = 0;  ///< room for what is said again above it when a page starts with it, such as a table's head
    bond with_next = bond::none;
    bool ends_page = false;
};

struct page_run {
    std::size_t first = 0;     ///< index of the strip at the top
    std::vector<double> tops;  ///< one per strip: distance from the top margin to the top of the strip
    double used = 0;           ///< from the top margin to the bottom of the last strip
};

/// Every strip once, in order; no page is empty, except the only one when there are no strips. As full as the bonds
/// allow; a weak bond breaks where a page would else stay empty by more than a third.
[[nodiscard]] std::vector<page_run> break_into_pages(std::span<const strip_size>, double room);

}  // namespace klartext::protocol::pdf
