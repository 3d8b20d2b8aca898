#pragma once
#include <span>
#include <string>
#include <vector>

#include "protocol/minutes.hpp"

/// The minutes in every format that there is. A new format is one line in the table of documents.cpp and its file.
namespace klartext::protocol {

struct document {
    std::string name;  ///< safe as a file name; may hold one folder, as in "csv/02-ideen.csv"
    std::string media_type;
    std::string content;
};

enum class format { html, json, csv };

[[nodiscard]] std::span<const format> all_formats();

/// The same minutes give the same documents, byte for byte.
[[nodiscard]] std::vector<document> render(const minutes&, std::span<const format>);

}  // namespace klartext::protocol
