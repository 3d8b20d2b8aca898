#include "protocol/pdf/svg.hpp"

#include <stdexcept>

namespace klartext::protocol::pdf {
namespace {

[[noreturn]] void fail(GError* reason) {
    const owned<GError, g_error_free> kept(reason);
    throw std::runtime_error(reason ? reason->message : "SVG that librsvg does not take");
}

}  // namespace

owned_object<RsvgHandle> read_drawing(const std::string& svg) {
    GError* reason = nullptr;
    owned_object<RsvgHandle> read(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &reason));
    if (!read) fail(reason);
    rsvg_handle_set_dpi(read.get(), 96);
    return read;
}

void paint_drawing(RsvgHandle* drawing, cairo_t* on, double left, double top, double width, double height) {
    const RsvgRectangle place{left, top, width, height};
    GError* reason = nullptr;
    if (!rsvg_handle_render_document(drawing, on, &place, &reason)) fail(reason);
}

}  // namespace klartext::protocol::pdf
