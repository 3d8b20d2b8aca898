#pragma once
#include <set>
#include <string>
#include <string_view>

/// Paragraphs of an OpenDocument text.
namespace klartext::protocol::odt {

/// Escaped, with white space and line breaks as ODF writes them, which would lose them otherwise. `after_blank`: what
/// stands before it is white space or the beginning of a paragraph.
[[nodiscard]] std::string content_of(std::string_view text, bool after_blank = true);

/// Escaped, in a span of this character style.
[[nodiscard]] std::string span(std::string_view style, std::string_view text);

/// Which variants of the named styles a document needs: from right to left, and at the beginning of a page.
class paragraph_styles {
public:
    /// The attribute for a paragraph that holds `text`. The first one after `begin_page` begins a page.
    std::string attribute(std::string_view style, std::string_view text);

    void begin_page() { page_begins_ = true; }

    /// All variants that were asked for, as automatic styles.
    [[nodiscard]] std::string definitions() const;

private:
    std::set<std::string> leftward_;
    std::set<std::string> page_rightward_, page_leftward_;
    bool page_begins_ = false;
};

}  // namespace klartext::protocol::odt
