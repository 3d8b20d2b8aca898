#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"

/// Entries as a table, for CSV and XLSX alike: each is a row, and so is each of its comments, below it.
namespace klartext::protocol {

enum class entry_column { number, what, canvas, section, cluster, kind, text, up_votes, answered, tags, on_behalf };

/// In their order, without those that this activity has no use for.
[[nodiscard]] std::vector<entry_column> columns_of(const activity&);

[[nodiscard]] std::string title_of(entry_column, const activity&, language);

/// Whether what stands there is a number, or nothing.
[[nodiscard]] bool is_numeric(entry_column, const activity&);

struct entry_row {
    int number = 0;  ///< from 1; of the entry, for its comments, too
    const entry* of = nullptr;
    const std::string* comment = nullptr;  ///< null: the entry itself
};

[[nodiscard]] std::vector<entry_row> rows_of_entries(const activity&);

/// What stands there. Comments have section, cluster, kind and tags of their entry, so that they stay together; not its
/// up-votes, which would be added up twice.
[[nodiscard]] std::string cell_of(const entry_row&, entry_column, const activity&, language);

/// In which it was written; null if there is no such section.
[[nodiscard]] const section* section_of(const activity&, const entry&);

/// The code book: what each tag is meant for, where that was written down, and how many cards have it.
[[nodiscard]] table code_book_of(const activity&, language);

}  // namespace klartext::protocol
