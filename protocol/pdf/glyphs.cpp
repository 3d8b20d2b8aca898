#include "protocol/pdf/glyphs.hpp"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace klartext::protocol::pdf {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD", no_break_space = "\xC2\xA0", narrow_no_break = "\xE2\x80\xAF";

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

shared_font font_of(PangoFont* font) {
    auto* scaled = pango_cairo_font_get_scaled_font(reinterpret_cast<PangoCairoFont*>(font));
    return {cairo_scaled_font_reference(scaled), scaled_font_reference{}};
}

// Asked for every run, and answered by looking through the tables of the font. One entry per font and size.
bool has_pictures(PangoFont* font) {
    thread_local std::map<PangoFont*, std::pair<owned_object<PangoFont>, bool>> known;
    const auto found = known.find(font);
    if (found != known.end()) return found->second.second;
    auto* face = hb_font_get_face(pango_font_get_hb_font(font));
    const bool has = hb_ot_color_has_png(face) || hb_ot_color_has_layers(face);
    owned_object<PangoFont> kept(static_cast<PangoFont*>(g_object_ref(font)));
    known.emplace(font, std::pair(std::move(kept), has));
    return has;
}

bool is_mark(std::string_view text) {
    return !text.empty() && g_unichar_type(g_utf8_get_char(text.data())) == G_UNICODE_NON_SPACING_MARK;
}

// One line while its glyphs are collected.
struct collector {
    PangoLayoutLine* line;
    std::string_view text;  ///< of the whole layout
    colour usual;
    const std::vector<link_range>& links;
    std::vector<piece> found;

    // State of the run at hand.
    PangoGlyphItem* run = nullptr;
    shared_font font;
    std::vector<double> before;  ///< of each glyph: where it begins
    bool picture = false;        ///< its font draws pictures, which carry no text
    colour of;
    int link = -1;

    int line_end() const { return line->start_index + line->length; }

    void begin(PangoGlyphItem* next, double left) {
        run = next;
        const auto& analysis = run->item->analysis;
        font = font_of(analysis.font);
        picture = has_pictures(analysis.font);
        before.assign(static_cast<std::size_t>(run->glyphs->num_glyphs), left);
        for (std::size_t at = 1; at < before.size(); ++at)
            before[at] = before[at - 1] + points(run->glyphs->glyphs[at - 1].geometry.width);
        const auto around = std::ranges::find_if(links, [&](const link_range& each) {
            return run->item->offset >= each.from && run->item->offset < each.to;
        });
        link = around == links.end() ? -1 : static_cast<int>(around - links.begin());
        of = usual;
        for (auto* each = analysis.extra_attrs; each; each = each->next)
            if (const auto* named = pango_attribute_as_color(static_cast<PangoAttribute*>(each->data)))
                of = {static_cast<std::uint8_t>(named->color.red >> 8),
                      static_cast<std::uint8_t>(named->color.green >> 8),
                      static_cast<std::uint8_t>(named->color.blue >> 8)};
    }

    PangoGlyphInfo& info(int at) const { return run->glyphs->glyphs[at]; }

    piece started() const {
        piece made;
        made.font = font;
        made.of = of;
        made.link = link;
        return made;
    }

    piece& plain() {
        const bool fits = !found.empty() && found.back().font == font && found.back().stands_for.empty() &&
                          found.back().of == of && found.back().link == link;
        if (!fits) found.push_back(started());
        return found.back();
    }

    void place(piece& into, int at) {
        const auto& geometry = info(at).geometry;
        const auto left = before[static_cast<std::size_t>(at)];
        const auto right = left + points(geometry.width);
        into.left = into.glyphs.empty() ? left : std::min(into.left, left);
        into.right = into.glyphs.empty() ? right : std::max(into.right, right);
        into.glyphs.push_back({info(at).glyph, left + points(geometry.x_offset), points(geometry.y_offset)});
    }

    void say(int glyph, std::string_view says) {
        auto& into = plain();
        place(into, glyph);
        into.text += says;
        into.clusters.push_back({static_cast<int>(says.size()), 1});
    }

    void stand_in(const std::vector<int>& glyphs, std::string_view says, bool unknown = false) {
        auto made = started();
        made.stands_for = says;
        made.unknown = unknown;
        made.picture = picture && !unknown;
        for (const auto glyph : glyphs) place(made, glyph);
        made.text = says;
        made.clusters = {{static_cast<int>(says.size()), static_cast<int>(glyphs.size())}};
        found.push_back(std::move(made));
    }

    // Letters with marks: each glyph says its own character, as long as there are as many.
    bool say_each(const std::vector<int>& glyphs, std::string_view says) {
        std::vector<std::string_view> each;
        for (std::size_t at = 0; at < says.size();) {
            const auto size = static_cast<std::size_t>(g_utf8_skip[static_cast<unsigned char>(says[at])]);
            each.push_back(says.substr(at, size));
            at += size;
        }
        if (each.size() != glyphs.size() || !std::all_of(each.begin() + 1, each.end(), is_mark)) return false;
        for (std::size_t at = 0; at < each.size(); ++at) say(glyphs[at], each[at]);
        return true;
    }

    void space(int glyph) {
        hb_codepoint_t real = 0;
        if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &real)) return;
        info(glyph).glyph = real;
        say(glyph, " ");
    }

    void cluster(std::vector<int> glyphs, std::string_view says, bool last) {
        const bool needs_hyphen = last && (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) != 0;
        const auto hyphen = glyphs.back();
        if (needs_hyphen) glyphs.pop_back();
        if (says == soft_hyphen) glyphs.clear();
        std::erase_if(glyphs, [&](int at) { return info(at).glyph == PANGO_GLYPH_EMPTY && says != " "; });
        if (!glyphs.empty()) visible(glyphs, says);
        if (needs_hyphen) stand_in({hyphen}, soft_hyphen);
    }

    void visible(const std::vector<int>& glyphs, std::string_view says) {
        const auto first = info(glyphs.front()).glyph;
        if (first & PANGO_GLYPH_UNKNOWN_FLAG) return stand_in(glyphs, says, true);
        if (says == " " || says == no_break_space || says == narrow_no_break) return space(glyphs.front());
        if (picture || is_mirrored(says)) return stand_in(glyphs, says);
        if (glyphs.size() == 1) return say(glyphs.front(), says);
        if (!say_each(glyphs, says)) stand_in(glyphs, says);
    }

    // A bracket that is turned round says the other one.
    bool is_mirrored(std::string_view says) const {
        gunichar other = 0;
        return (run->item->analysis.level & 1) != 0 && g_unichar_get_mirror_char(g_utf8_get_char(says.data()), &other);
    }

    void clusters(bool last_run) {
        PangoGlyphItemIter at;
        for (bool more = pango_glyph_item_iter_init_start(&at, run, text.data()); more;
             more = pango_glyph_item_iter_next_cluster(&at)) {
            std::vector<int> glyphs;
            const int step = at.start_glyph < at.end_glyph ? 1 : -1;
            for (int glyph = at.start_glyph; glyph != at.end_glyph; glyph += step) glyphs.push_back(glyph);
            if (glyphs.empty()) continue;
            const auto says = text.substr(static_cast<std::size_t>(at.start_index),
                                          static_cast<std::size_t>(at.end_index - at.start_index));
            cluster(std::move(glyphs), says, last_run && at.end_index == run->item->offset + run->item->length);
        }
    }

    // Where the writer ended the line, a blank keeps the words on both sides apart when the text is read out.
    void end_of_line() {
        const auto end = static_cast<std::size_t>(line_end());
        if (!run || end >= text.size() || text[end] != '\n' || found.empty() || found.back().text.ends_with(' '))
            return;
        if (picture) return;
        hb_codepoint_t blank = 0;
        if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &blank)) return;
        auto& into = plain();
        into.glyphs.push_back({blank, into.right, 0});
        into.text += ' ';
        into.clusters.push_back({1, 1});
    }
};

}  // namespace

text_line glyphs_of(PangoLayoutLine* line, double left, colour usual, const std::vector<link_range>& links) {
    struct placed {
        PangoGlyphItem* run;
        double left;
    };
    std::vector<placed> runs;
    double at = left;
    for (auto* each = line->runs; each; each = each->next) {
        auto* run = static_cast<PangoGlyphItem*>(each->data);
        runs.push_back({run, at});
        at += points(pango_glyph_string_get_width(run->glyphs));
    }
    // Painted as read, not from left to right: a tagged text is read in the order in which it is painted.
    std::ranges::sort(runs, {}, [](const placed& each) { return each.run->item->offset; });
    collector into{line, pango_layout_get_text(line->layout), usual, links, {}, nullptr, {}, {}, false, usual, -1};
    for (const auto& each : runs) {
        into.begin(each.run, each.left);
        into.clusters(&each == &runs.back());
    }
    into.end_of_line();
    return {std::move(into.found), left, at};
}

}  // namespace klartext::protocol::pdf
