#pragma once
#include <set>
#include <string>

#include "protocol/blocks.hpp"
#include "protocol/odt/text.hpp"

namespace klartext::protocol::odt {

/// Appends the table without its caption: heads of columns, which are repeated on every page, and of rows. Adds how
/// wide its columns are, in millimetres.
void put_table(const table&, paragraph_styles&, std::set<int>& widths, std::string& out);

/// The styles that tables with columns of these widths need, as automatic styles.
[[nodiscard]] std::string table_styles(const std::set<int>& widths, const std::string& accent);

}  // namespace klartext::protocol::odt
