#include "protocol/picture/picture.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace klartext::protocol {
namespace {

using drawing = std::unique_ptr<RsvgHandle, decltype([](RsvgHandle* of) { g_object_unref(of); })>;
using surface = std::unique_ptr<cairo_surface_t, decltype([](cairo_surface_t* of) { cairo_surface_destroy(of); })>;
using context = std::unique_ptr<cairo_t, decltype([](cairo_t* of) { cairo_destroy(of); })>;

constexpr double largest_side = 20000;

// Without a base address, so that librsvg loads nothing else.
drawing read_svg(std::string_view bytes) {
    const std::unique_ptr<GInputStream, decltype(&g_object_unref)> stream(
        g_memory_input_stream_new_from_data(bytes.data(), static_cast<gssize>(bytes.size()), nullptr), &g_object_unref);
    drawing read(rsvg_handle_new_from_stream_sync(stream.get(), nullptr, RSVG_HANDLE_FLAGS_NONE, nullptr, nullptr));
    if (read) rsvg_handle_set_dpi(read.get(), 96);
    return read;
}

cairo_status_t take_bytes(void* from, unsigned char* to, unsigned int count) {
    auto& rest = *static_cast<std::string_view*>(from);
    if (rest.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, rest.data(), count);
    rest.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
}

cairo_status_t give_bytes(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(bytes, bytes + count);
    return CAIRO_STATUS_SUCCESS;
}

std::optional<picture_facts> png_facts(std::string_view bytes) {
    const surface read(cairo_image_surface_create_from_png_stream(take_bytes, &bytes));
    if (cairo_surface_status(read.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    return picture_facts{picture_kind::png, static_cast<double>(cairo_image_surface_get_width(read.get())),
                         static_cast<double>(cairo_image_surface_get_height(read.get()))};
}

std::optional<picture_facts> svg_facts(std::string_view bytes) {
    const auto read = read_svg(bytes);
    if (!read) return std::nullopt;
    picture_facts facts{picture_kind::svg, 0, 0};
    if (rsvg_handle_get_intrinsic_size_in_pixels(read.get(), &facts.width, &facts.height)) return facts;
    gboolean has_width = 0, has_height = 0, has_box = 0;
    RsvgLength width, height;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(read.get(), &has_width, &width, &has_height, &height, &has_box, &box);
    if (!has_box) return std::nullopt;
    return picture_facts{picture_kind::svg, box.width, box.height};
}

}  // namespace

std::optional<picture_facts> look_at(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto found = bytes.starts_with("\x89PNG") ? png_facts(bytes) : svg_facts(bytes);
    return found && found->width > 0 && found->height > 0 ? found : std::nullopt;
}

std::string rasterised(std::string_view svg, double width, double height, double scale) {
    const auto read = read_svg(svg);
    if (!read) throw std::runtime_error("not an SVG drawing");
    const auto dots = [&](double side) { return static_cast<int>(std::ceil(std::clamp(side * scale, 1., largest_side))); };
    const surface paper(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, dots(width), dots(height)));
    const context pen(cairo_create(paper.get()));
    cairo_scale(pen.get(), scale, scale);
    const RsvgRectangle frame{0, 0, width, height};
    if (!rsvg_handle_render_document(read.get(), pen.get(), &frame, nullptr))
        throw std::runtime_error("an SVG drawing that cannot be drawn");
    std::string png;
    if (cairo_surface_write_to_png_stream(paper.get(), give_bytes, &png) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("a picture that cannot be written as PNG");
    return png;
}

}  // namespace klartext::protocol
