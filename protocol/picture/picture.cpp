#include "protocol/picture/picture.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

namespace klartext::protocol {
namespace {

using drawing = std::unique_ptr<RsvgHandle, decltype([](RsvgHandle* of) { g_object_unref(of); })>;
using surface = std::unique_ptr<cairo_surface_t, decltype([](cairo_surface_t* of) { cairo_surface_destroy(of); })>;
using context = std::unique_ptr<cairo_t, decltype([](cairo_t* of) { cairo_destroy(of); })>;

constexpr double largest_side = 20000;

/// The letters of a thread are whichever its last document has set, and would be seen in the picture. Here they are
/// those of the system, as long as this lives; reading them takes time, so each thread keeps its own.
class own_letters {
public:
    own_letters() : before_(PANGO_CAIRO_FONT_MAP(g_object_ref(pango_cairo_font_map_get_default()))) {
        thread_local const font_map mine(pango_cairo_font_map_new());
        pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(mine.get()));
    }
    own_letters(const own_letters&) = delete;
    own_letters& operator=(const own_letters&) = delete;
    ~own_letters() {
        pango_cairo_font_map_set_default(before_);
        g_object_unref(before_);
    }

private:
    using font_map = std::unique_ptr<PangoFontMap, decltype([](PangoFontMap* of) { g_object_unref(of); })>;
    PangoCairoFontMap* before_;
};

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

// Not cairo's own, which takes four times as long for the same size.
std::string as_png(cairo_surface_t* painted) {
    const auto width = cairo_image_surface_get_width(painted), height = cairo_image_surface_get_height(painted);
    const auto* data = cairo_image_surface_get_data(painted);
    const auto stride = cairo_image_surface_get_stride(painted);
    std::vector<unsigned char> colours(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    auto* colour = colours.data();
    for (int y = 0; y < height; ++y) {
        const auto* line = reinterpret_cast<const std::uint32_t*>(data + y * stride);
        for (const auto* dot = line; dot != line + width; ++dot, colour += 3) {
            colour[0] = static_cast<unsigned char>(*dot >> 16);
            colour[1] = static_cast<unsigned char>(*dot >> 8);
            colour[2] = static_cast<unsigned char>(*dot);
        }
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    std::size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(size, '\0');
    if (!png_image_write_to_memory(&image, out.data(), &size, 0, colours.data(), 0, nullptr))
        throw std::runtime_error(std::string("a picture that cannot be written as PNG: ") + image.message);
    out.resize(size);
    return out;
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

std::optional<std::string> data_address(std::string_view bytes) {
    const auto facts = look_at(bytes);
    if (!facts) return std::nullopt;
    const std::string_view type = facts->kind == picture_kind::png ? "image/png" : "image/svg+xml";
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const std::unique_ptr<char, decltype(&g_free)> coded(g_base64_encode(data, bytes.size()), &g_free);
    return std::string("data:").append(type).append(";base64,").append(coded.get());
}

std::string rasterised(std::string_view svg, double width, double height, double scale) {
    const own_letters letters;
    const auto read = read_svg(svg);
    if (!read) throw std::runtime_error("not an SVG drawing");
    const auto dots = [&](double side) {
        return static_cast<int>(std::ceil(std::clamp(side * scale, 1., largest_side)));
    };
    const surface paper(cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots(width), dots(height)));
    const context pen(cairo_create(paper.get()));
    cairo_set_source_rgb(pen.get(), 1, 1, 1);
    cairo_paint(pen.get());
    cairo_scale(pen.get(), scale, scale);
    const RsvgRectangle frame{0, 0, width, height};
    if (!rsvg_handle_render_document(read.get(), pen.get(), &frame, nullptr))
        throw std::runtime_error("an SVG drawing that cannot be drawn");
    return as_png(paper.get());
}

}  // namespace klartext::protocol
