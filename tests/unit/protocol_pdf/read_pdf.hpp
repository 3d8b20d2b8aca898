#pragma once
#include <string>
#include <vector>

namespace klartext::protocol::pdf {

/// What a reader of the tags gets from a PDF.
struct read_element {
    std::string role;
    int depth = 0;
    bool has_alternative = false;
    std::string scope;
    int contents = 0;    ///< marked contents directly in it
    int references = 0;  ///< annotations directly in it
    std::string stands_for = {};
    std::string language = {};
};

struct read_font {
    std::string name;
    bool embedded = false;
    bool says_unicode = false;
};

struct read_file {
    int pages = 0;
    std::vector<read_element> elements;  ///< in reading order
    int unmarked_paintings = 0;          ///< painting operators that are neither read nor artifacts
    int marks = 0;                       ///< marked contents of all pages
    int orphaned_marks = 0;              ///< of them: not found from the page by way of the parent tree
    int links = 0, links_without_words = 0;
    std::vector<read_font> fonts;
    std::vector<std::string> outline;  ///< titles, each with as many blanks in front as it is deep
    std::string language, title, xmp;
    bool title_shown = false, marked = false, tabs_follow_structure = true;
    std::vector<std::string> problems;  ///< what QPDF objects to
};

/// Throws what QPDF throws if the bytes are no PDF.
[[nodiscard]] read_file read(const std::string& pdf);

/// The text of the tagged elements in reading order, as poppler finds it, without contents, figures and masthead.
/// Runs `pdfinfo`.
[[nodiscard]] std::string text_by_tags(const std::string& pdf);

}  // namespace klartext::protocol::pdf
