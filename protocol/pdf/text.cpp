#include "protocol/pdf/text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "protocol/pdf/fonts.hpp"
#include "protocol/pdf/glyphs.hpp"
#include "protocol/pdf/hyphenation.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::pdf {
namespace {

// Of Noto Sans, per size: every line is set by it, so that a line with other letters in it is as high as the others.
constexpr double ascent = 1.069, descent = 0.293;
constexpr double aside_share = 0.84;
// Wider than nearly every letter: a text that is shorter by this measure stands on one line.
constexpr double wide_letter = 0.62;

using attributes = owned<PangoAttrList, pango_attr_list_unref>;

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

// A text with its attributes while it is put together.
struct assembly {
    colour of_links;
    std::string text = {};
    attributes all{pango_attr_list_new()};
    std::vector<link_range> ranges = {};
    std::vector<std::string> links = {};

    void put(PangoAttribute* one, std::size_t from) {
        one->start_index = static_cast<guint>(from);
        one->end_index = static_cast<guint>(text.size());
        pango_attr_list_insert(all.get(), one);
    }

    void coloured(colour of, std::size_t from) {
        const auto wide = [](std::uint8_t value) { return static_cast<guint16>(value * 257); };
        put(pango_attr_foreground_new(wide(of.red), wide(of.green), wide(of.blue)), from);
    }

    void add(const text_run& run, const letters& with, const std::string& shown) {
        const auto from = text.size();
        text += shown;
        if (run.bold) put(pango_attr_weight_new(PANGO_WEIGHT_BOLD), from);
        if (run.italic) put(pango_attr_style_new(PANGO_STYLE_ITALIC), from);
        if (run.code) {
            put(pango_attr_family_new(code_family), from);
            put(pango_attr_insert_hyphens_new(FALSE), from);
        }
        if (run.aside) {
            put(pango_attr_size_new(units(with.size * aside_share)), from);
            put(pango_attr_weight_new(PANGO_WEIGHT_NORMAL), from);
            coloured(soft_ink, from);
        }
        if (!run.link.empty()) {
            coloured(of_links, from);
            ranges.push_back({static_cast<int>(from), static_cast<int>(text.size())});
            links.push_back(run.link);
        }
    }
};

void use_letters(PangoLayout* layout, const letters& with) {
    const owned<PangoFontDescription, pango_font_description_free> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), text_family);
    pango_font_description_set_absolute_size(font.get(), units(with.size));
    pango_font_description_set_weight(font.get(), with.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font.get(), with.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font.get());
}

// Pango takes left for right in paragraphs that run to the left.
PangoAlignment alignment_of(side aligned, const std::string& text) {
    const auto leftwards = [&] { return reads_right_to_left(text); };
    switch (aligned) {
        case side::start: return PANGO_ALIGN_LEFT;
        case side::left: return leftwards() ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
        case side::end: return leftwards() ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
        case side::middle: return PANGO_ALIGN_CENTER;
    }
    return PANGO_ALIGN_LEFT;
}

owned_object<PangoContext> make_context(language in) {
    owned_object<PangoContext> made(pango_font_map_create_context(letters_of_this_thread()));
    pango_context_set_language(made.get(), pango_language_from_string(in == language::de ? "de" : "en"));
    // Letters stand where they belong, not on the grid of a screen.
    pango_context_set_round_glyph_positions(made.get(), FALSE);
    const owned<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(made.get(), options.get());
    return made;
}

}  // namespace

std::string printable(std::string_view text) {
    const owned<char, g_free> valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    std::string out;
    for (const char* at = valid.get(); *at; at = g_utf8_next_char(at)) {
        const auto c = g_utf8_get_char(at);
        const std::string_view here(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        if (c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
            if (at[0] != '\r' || at[1] != '\n') out += '\n';
        } else if (c == '\t') {
            out += "    ";
        } else if (c == '\n' || !g_unichar_iscntrl(c)) {
            out += here;
        } else {
            out += "\xEF\xBF\xBD";
        }
    }
    return out;
}

typesetter::typesetter(language of, colour of_links)
    : in(of), of_links(of_links), context(make_context(of)), layout(pango_layout_new(context.get())) {
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout.get(), TRUE);
}

laid_text typesetter::set(const rich_text& runs, const text_form& form) const {
    assembly made{of_links};
    std::size_t size = 0;
    for (const auto& run : runs) size += run.text.size();
    const bool may_wrap = static_cast<double>(size) * form.with.size * wide_letter > form.width;
    for (const auto& run : runs) {
        const auto shown = printable(run.text);
        const bool hyphenated = form.hyphenated && may_wrap && !run.code;
        made.add(run, form.with, hyphenated ? with_soft_hyphens(shown, in) : shown);
    }
    // A ligature says two letters with one glyph, which not every reader takes apart again.
    pango_attr_list_insert(made.all.get(), pango_attr_font_features_new("liga=0, clig=0"));
    use_letters(layout.get(), form.with);
    pango_layout_set_alignment(layout.get(), alignment_of(form.aligned, made.text));
    pango_layout_set_width(layout.get(), units(form.width));
    pango_layout_set_text(layout.get(), made.text.data(), static_cast<int>(made.text.size()));
    pango_layout_set_attributes(layout.get(), made.all.get());

    laid_text laid;
    laid.links = std::move(made.links);
    laid.size = form.with.size;
    laid.line = form.with.line;
    laid.base = (form.with.line + (ascent - descent) * form.with.size) / 2;
    const owned<PangoLayoutIter, pango_layout_iter_free> at(pango_layout_get_iter(layout.get()));
    do {
        PangoRectangle place;
        pango_layout_iter_get_line_extents(at.get(), nullptr, &place);
        laid.lines.push_back(glyphs_of(pango_layout_iter_get_line_readonly(at.get()),
                                       static_cast<double>(place.x) / PANGO_SCALE, form.with.of, made.ranges));
        laid.width = std::max(laid.width, laid.lines.back().right - laid.lines.back().left);
    } while (pango_layout_iter_next_line(at.get()));
    return laid;
}

double typesetter::width_of(std::string_view text) const {
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double typesetter::natural_width(const std::string& text, const letters& with) const {
    use_letters(layout.get(), with);
    pango_layout_set_attributes(layout.get(), nullptr);
    pango_layout_set_width(layout.get(), -1);
    return width_of(printable(text));
}

double typesetter::least_width(const std::string& text, const letters& with) const {
    const auto shown = printable(text);
    auto least = natural_width({}, with);
    for (std::size_t from = 0; from < shown.size();) {
        const auto to = std::min(shown.find_first_of(" \n", from), shown.size());
        least = std::max(least, width_of(std::string_view(shown).substr(from, to - from)));
        from = to + 1;
    }
    return least;
}

}  // namespace klartext::protocol::pdf
