#pragma once
#include <string>

#include "protocol/blocks.hpp"
#include "protocol/odt/text.hpp"

namespace klartext::protocol::odt {

/// Appends the table without its caption: heads of columns, which are repeated on every page, and of rows.
void put_table(const table&, paragraph_styles&, std::string& out);

/// The styles that tables need, as automatic styles.
[[nodiscard]] std::string table_styles(const std::string& accent);

}  // namespace klartext::protocol::odt
