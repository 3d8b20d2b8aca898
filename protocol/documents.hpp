#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/minutes.hpp"

/// The minutes in every format that there is. A new format is one line in the table of documents.cpp and its file.
namespace klartext::protocol {

struct document {
    std::string name;  ///< safe as a file name; may hold one folder, as in "csv/02-ideen.csv"
    std::string media_type;
    std::string content;
};

enum class format { html, pdf, json, csv };

/// How the documents come together: in a folder, linked to each other, or attached to one mail, where nothing can be
/// linked and names hold no folder.
enum class delivery { folder, mail };

[[nodiscard]] std::span<const format> all_formats();

/// The same minutes give the same documents, byte for byte. Whichever are made, the page names them all.
[[nodiscard]] std::vector<document> render(const minutes&, std::span<const format>, delivery = delivery::folder);

/// The one with this name as in a folder, and no other is made; nothing if there is none.
[[nodiscard]] std::optional<document> render_one(const minutes&, std::string_view name);

}  // namespace klartext::protocol
