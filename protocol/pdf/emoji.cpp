#include "protocol/pdf/emoji.hpp"

namespace klartext::protocol::pdf {
namespace {

// Noto Color Emoji: pictures of 136 x 128 pixels made for 109 pixels to the em, 101 of them above the base line.
constexpr int wide = 136, high = 128, em = 109, above = 101;

}  // namespace

cairo_surface_t* emoji_painter::picture_of(const shared_font& font, unsigned long glyph) {
    auto* face = cairo_scaled_font_get_font_face(font.get());
    auto& picture = pictures[{face, glyph}];
    if (picture) return picture.get();
    cairo_matrix_t size, identity;
    cairo_matrix_init_scale(&size, em, em);
    cairo_matrix_init_identity(&identity);
    const owned<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
    const owned<cairo_scaled_font_t, cairo_scaled_font_destroy> native(
        cairo_scaled_font_create(face, &size, &identity, options.get()));
    picture.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, wide, high));
    const owned_cairo on(cairo_create(picture.get()));
    const cairo_glyph_t at{glyph, 0, above};
    cairo_set_scaled_font(on.get(), native.get());
    cairo_show_glyphs(on.get(), &at, 1);
    return picture.get();
}

void emoji_painter::paint(cairo_t* on, const piece& what, double left, double base, double size) {
    for (const auto& glyph : what.glyphs) {
        cairo_save(on);
        cairo_translate(on, left + glyph.x, base + glyph.y);
        cairo_scale(on, size / em, size / em);
        cairo_set_source_surface(on, picture_of(what.font, glyph.index), 0, -above);
        cairo_paint(on);
        cairo_restore(on);
    }
}

}  // namespace klartext::protocol::pdf
