#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// One table that minutes hold, not written yet. Lives no longer than its minutes.
struct csv_sheet {
    std::string name;   ///< "02-ideen.csv": ASCII, unique
    std::string holds;  ///< title of its activity, and where that has two tables, that these are the results
    const activity* of;
    bool results;                              ///< its items by result, not its entries with their comments
    std::optional<std::size_t> addition = {};  ///< which of those that its method adds to the result
    bool code_book = false;                    ///< its tags, not its entries
};

/// One per activity that gathered something, items for measures included; two for one that has both entries and items,
/// one for each code book, and more where a method adds lists of its own to the result.
[[nodiscard]] std::vector<csv_sheet> csv_sheets(const minutes&);

/// For spreadsheets: UTF-8 with byte order mark, CRLF, ';' in German and ',' in English, RFC 4180 quoting, and no text
/// that a spreadsheet would take for a formula.
[[nodiscard]] std::string to_csv(const csv_sheet&, language);

}  // namespace klartext::protocol
