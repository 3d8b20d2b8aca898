#pragma once
#include <string>
#include <variant>
#include <vector>

/// What the parts of a document are, in reading order: the structure tree of PDF 1.7 (ISO 32000-1, 14.7), apart from
/// how it is written.
namespace klartext::protocol::pdf {

using element_id = int;
inline constexpr element_id artifact = -1;  ///< painted, but no part of what is read

struct content_of_page {
    int page = 0;
    int mark = 0;  ///< number of the marked content on its page (MCID)
};
struct child_element {
    element_id id = 0;
};
struct link_annotation {
    int index = 0;  ///< in structure::links
};
using part = std::variant<content_of_page, child_element, link_annotation>;

struct element {
    std::string role;  ///< a standard structure type: "P", "TH"
    element_id parent = artifact;
    std::vector<part> parts = {};
    std::string instead = {};         ///< alternative text of a figure
    std::string stands_for = {};      ///< the text that its glyphs do not say (ActualText)
    std::string scope = {};           ///< of a TH: "Column" or "Row"
    std::string language = {};        ///< if it is not that of the document: "he"
    std::string list_numbering = {};  ///< of an L: "Disc", "Decimal", "None"
};

/// A rectangle that leads to an address, or to a place of the document.
struct link_area {
    int page = 0;
    double left = 0, top = 0, right = 0, bottom = 0;  ///< points from the upper left corner of the page
    std::string address;                              ///< empty: to the place
    int to_page = 0;
    double to_top = 0;
    std::string words;  ///< where it leads, for those who do not see it
    element_id within = artifact;
};

struct outline_entry {
    int level = 1;
    std::string text;
    int page = 0;
    double top = 0;
};

struct structure {
    std::vector<element> elements{{"Document", artifact}};  ///< parents before their children
    std::vector<link_area> links = {};
    std::vector<int> marks = {};  ///< per page: how many marked contents it has
    std::vector<outline_entry> outline = {};

    static constexpr element_id document = 0;

    element_id add(element_id parent, std::string role) {
        const auto id = static_cast<element_id>(elements.size());
        elements.push_back({std::move(role), parent});
        at(parent).parts.push_back(child_element{id});
        return id;
    }
    element& at(element_id id) { return elements.at(static_cast<std::size_t>(id)); }
    const element& at(element_id id) const { return elements.at(static_cast<std::size_t>(id)); }
};

}  // namespace klartext::protocol::pdf
