#pragma once
#include <cairo.h>
#include <pango/pango.h>

#include <string>
#include <string_view>
#include <vector>

#include "protocol/minutes.hpp"
#include "protocol/pdf/owned.hpp"
#include "protocol/pdf/style.hpp"

/// Texts broken into lines of glyphs. What comes out is plain data that any thread may paint.
namespace klartext::protocol::pdf {

struct text_run {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool code = false;
    bool aside = false;  ///< smaller and softer than what it stands behind
    std::string link = {};
};
using rich_text = std::vector<text_run>;

/// start: left, or right where a paragraph begins with right-to-left letters.
enum class side { start, left, end, middle };

struct text_form {
    letters with = body_letters;
    double width = a4::text_width;
    pdf::side aligned = side::start;
    bool hyphenated = true;
};

/// Glyphs of one font on one line, in the order in which they are read.
struct piece {
    shared_font font;
    std::vector<cairo_glyph_t> glyphs;  ///< from the left end of the text and the base line of the line
    std::string text;
    std::vector<cairo_text_cluster_t> clusters;
    std::string stands_for;  ///< not empty: the glyphs do not say it themselves (emoji, hyphen at the end of a line)
    bool unknown = false;    ///< no font has it: a box is drawn
    bool picture = false;    ///< its glyphs are coloured pictures
    colour of = ink;
    int link = -1;  ///< index in laid_text::links
    double left = 0, right = 0;
};

struct text_line {
    std::vector<piece> pieces;
    double left = 0, right = 0;  ///< where there are letters
};

struct laid_text {
    std::vector<text_line> lines;
    std::vector<std::string> links;
    double size = 0, line = 0;
    double base = 0;   ///< from the top of a line to its base line
    double width = 0;  ///< of the longest line
    double height() const { return line * static_cast<double>(lines.size()); }
};

/// Valid UTF-8 without control characters, line breaks as '\n', tabs as blanks.
[[nodiscard]] std::string printable(std::string_view text);

/// Breaks texts of one language into lines; belongs to the thread that made it.
class typesetter {
public:
    explicit typesetter(language, colour of_links = usual_accent);
    [[nodiscard]] laid_text set(const rich_text&, const text_form&) const;
    /// Of the longest line, if none is broken.
    [[nodiscard]] double natural_width(const std::string&, const letters&) const;
    /// Of the longest word.
    [[nodiscard]] double least_width(const std::string&, const letters&) const;

private:
    [[nodiscard]] double width_of(std::string_view) const;

    language in;
    colour of_links;
    owned_object<PangoContext> context;
    owned_object<PangoLayout> layout;
};

}  // namespace klartext::protocol::pdf
