#pragma once
#include <vector>

#include "protocol/blocks.hpp"

namespace klartext::protocol::odt {

/// How wide the columns of a table are, in millimetres; together 170, the breadth of the text. Numbers have what they
/// and the words of their titles need, words share the rest by how long they are.
[[nodiscard]] std::vector<int> column_widths(const table&);

}  // namespace klartext::protocol::odt
