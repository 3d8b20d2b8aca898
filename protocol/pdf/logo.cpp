#include "protocol/pdf/logo.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "protocol/pdf/fonts.hpp"
#include "protocol/pdf/svg.hpp"

namespace klartext::protocol::pdf {
namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr double most_pixels = 4096;
constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

[[noreturn]] void refuse(const std::string& why) {
    throw unusable_house("the logo " + why + ". Use a PNG or SVG file of at most 4096 x 4096 pixels and 4 MiB");
}

unsigned big_endian(std::string_view bytes) {
    unsigned value = 0;
    for (const char each : bytes) value = value << 8 | static_cast<unsigned char>(each);
    return value;
}

struct reading {
    std::string_view rest;

    static cairo_status_t next(void* self, unsigned char* into, unsigned int length) {
        auto& from = static_cast<reading*>(self)->rest;
        if (from.size() < length) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(into, from.data(), length);
        from.remove_prefix(length);
        return CAIRO_STATUS_SUCCESS;
    }
};

}  // namespace

logo::logo(const std::string& bytes) {
    if (bytes.size() > most_bytes) refuse("is larger than 4 MiB");
    bytes.starts_with(png_signature) ? read_png(bytes) : read_svg(bytes);
}

// Its size is looked at before anything is unpacked.
void logo::read_png(const std::string& bytes) {
    if (bytes.size() < 24) refuse("is a PNG file that ends too early");
    const std::string_view header(bytes);
    wide = big_endian(header.substr(16, 4));
    high = big_endian(header.substr(20, 4));
    if (wide < 1 || high < 1 || wide > most_pixels || high > most_pixels) refuse("has a size that cannot be used");
    reading from{bytes};
    image.reset(cairo_image_surface_create_from_png_stream(reading::next, &from));
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) refuse("is a PNG file that cannot be read");
}

void logo::read_svg(const std::string& bytes) {
    (void)letters_of_this_thread();
    try {
        drawing = read_drawing(bytes);
    } catch (const std::runtime_error& fault) {
        refuse(std::string("is neither PNG nor SVG that can be read (") + fault.what() + ")");
    }
    if (!rsvg_handle_get_intrinsic_size_in_pixels(drawing.get(), &wide, &high)) {
        gboolean has_box = FALSE;
        RsvgRectangle box{};
        rsvg_handle_get_intrinsic_dimensions(drawing.get(), nullptr, nullptr, nullptr, nullptr, &has_box, &box);
        wide = has_box ? box.width : 0;
        high = has_box ? box.height : 0;
    }
    if (!(wide > 0) || !(high > 0)) refuse("is an SVG file without width and height or viewBox");
}

void logo::paint(cairo_t* on, double left, double top, double width, double height) const {
    if (drawing) return paint_drawing(drawing.get(), on, left, top, width, height);
    cairo_save(on);
    cairo_translate(on, left, top);
    cairo_scale(on, width / wide, height / high);
    cairo_set_source_surface(on, image.get(), 0, 0);
    cairo_paint(on);
    cairo_restore(on);
}

}  // namespace klartext::protocol::pdf
