#pragma once
#include <string>
#include <vector>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

struct named_file {
    std::string name;
    std::string content;
};

/// One table per activity that gathered something, named like "02-ideen.csv" (ASCII, unique): its entries with their
/// comments, or its items by result. For spreadsheets: UTF-8 with byte order mark, CRLF, ';' in German and ',' in
/// English, RFC 4180 quoting, and no text that a spreadsheet would take for a formula.
[[nodiscard]] std::vector<named_file> to_csv(const minutes&);

}  // namespace klartext::protocol
