#include "protocol/picture/picture.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

namespace klartext::protocol {
namespace {

using drawing = std::unique_ptr<RsvgHandle, decltype([](RsvgHandle* of) { g_object_unref(of); })>;
using surface = std::unique_ptr<cairo_surface_t, decltype([](cairo_surface_t* of) { cairo_surface_destroy(of); })>;
using context = std::unique_ptr<cairo_t, decltype([](cairo_t* of) { cairo_destroy(of); })>;

constexpr double largest_side = 20000;

// Those of the system; reading them takes time, so each thread keeps its own.
PangoFontMap* system_letters() {
    using font_map = std::unique_ptr<PangoFontMap, decltype([](PangoFontMap* of) { g_object_unref(of); })>;
    thread_local const font_map mine(pango_cairo_font_map_new());
    return mine.get();
}

/// librsvg takes the letters of the thread, which are whichever its last document has set, and would be seen in the
/// picture. As long as this lives they are those of the system.
class own_letters {
public:
    own_letters() : before_(PANGO_CAIRO_FONT_MAP(g_object_ref(pango_cairo_font_map_get_default()))) {
        pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(system_letters()));
    }
    own_letters(const own_letters&) = delete;
    own_letters& operator=(const own_letters&) = delete;
    ~own_letters() {
        pango_cairo_font_map_set_default(before_);
        g_object_unref(before_);
    }

private:
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

using colour = std::uint32_t;  ///< 0xRRGGBB
using bytes = std::vector<unsigned char>;

bytes channels_of(const std::vector<colour>& all) {
    bytes made(all.size() * 3);
    auto* channel = made.data();
    for (const auto each : all)
        for (const auto shift : {16, 8, 0}) *channel++ = static_cast<unsigned char>(each >> shift);
    return made;
}

std::vector<colour> dots_of(cairo_surface_t* painted) {
    const auto width = cairo_image_surface_get_width(painted), height = cairo_image_surface_get_height(painted);
    cairo_surface_flush(painted);
    const auto* data = cairo_image_surface_get_data(painted);
    const auto stride = cairo_image_surface_get_stride(painted);
    std::vector<colour> dots(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    auto to = dots.begin();
    for (int y = 0; y < height; ++y) {
        const auto* line = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
        to = std::transform(line, line + width, to, [](std::uint32_t dot) { return dot & 0xFFFFFF; });
    }
    return dots;
}

/// Calls what is done with a colour once for each run of the same.
template <class Look>
void each_run(const std::vector<colour>& dots, Look look) {
    for (std::size_t from = 0, to = 0; from < dots.size(); from = to) {
        while (to < dots.size() && dots[to] == dots[from]) ++to;
        look(dots[from], from, to);
    }
}

/// A picture of a third of the size, written in a third of the time: each dot is the number of a colour in a table.
struct table_of_colours {
    static constexpr std::size_t most = 256;
    std::vector<colour> colours;
    std::unordered_map<colour, unsigned char> numbers;

    /// Shades that differ in their lowest bits alone are one where that makes the table short enough: the edges of
    /// letters and emoji have many. The most frequent of them stands for all, so that no plain area changes.
    static std::optional<table_of_colours> of(const std::vector<colour>& dots) {
        std::unordered_map<colour, std::size_t> counted;
        each_run(dots, [&](colour each, std::size_t from, std::size_t to) { counted[each] += to - from; });
        for (unsigned bits = 0; bits <= 3; ++bits)
            if (auto made = grouped(counted, bits)) return made;
        return std::nullopt;
    }

    bytes numbered(const std::vector<colour>& dots) const {
        bytes made(dots.size());
        each_run(dots, [&](colour each, std::size_t from, std::size_t to) {
            std::fill(made.begin() + static_cast<std::ptrdiff_t>(from), made.begin() + static_cast<std::ptrdiff_t>(to),
                      numbers.at(each));
        });
        return made;
    }

private:
    static std::optional<table_of_colours> grouped(const std::unordered_map<colour, std::size_t>& counted,
                                                   unsigned bits) {
        const auto group_of = [bits](colour each) { return each >> bits & (0xFFu >> bits) * 0x010101u; };
        std::map<colour, std::pair<std::size_t, colour>> groups;
        for (const auto& [each, count] : counted) {
            auto& best = groups[group_of(each)];
            best = std::max(best, {count, each});
            if (groups.size() > most) return std::nullopt;
        }
        table_of_colours made;
        for (auto& [group, best] : groups) {
            best.first = made.colours.size();
            made.colours.push_back(best.second);
        }
        for (const auto& [each, count] : counted)
            made.numbers[each] = static_cast<unsigned char>(groups[group_of(each)].first);
        return made;
    }
};

std::string written(png_image image, const bytes& rows, const bytes& table) {
    std::string out(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = out.size();
    if (!png_image_write_to_memory(&image, out.data(), &size, 0, rows.data(), 0, table.data()))
        throw std::runtime_error(std::string("a picture that cannot be written as PNG: ") + image.message);
    out.resize(size);
    return out;
}

// Not cairo's own, which takes four times as long for the same size.
std::string as_png(cairo_surface_t* painted) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(cairo_image_surface_get_width(painted));
    image.height = static_cast<png_uint_32>(cairo_image_surface_get_height(painted));
    image.flags = PNG_IMAGE_FLAG_FAST;
    image.format = PNG_FORMAT_RGB;
    const auto dots = dots_of(painted);
    const auto table = table_of_colours::of(dots);
    if (!table) return written(image, channels_of(dots), {});
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(table->colours.size());
    return written(image, table->numbered(dots), channels_of(table->colours));
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

/// White paper, in CSS pixels.
class sheet {
public:
    sheet(double width, double height, double scale)
        : frame_{0, 0, width, height},
          paper_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side(width * scale), side(height * scale))),
          pen_(cairo_create(paper_.get())) {
        cairo_set_source_rgb(pen_.get(), 1, 1, 1);
        cairo_paint(pen_.get());
        cairo_scale(pen_.get(), scale, scale);
    }

    void paint(std::string_view svg) {
        const auto read = read_svg(svg);
        if (!read) throw std::runtime_error("not an SVG drawing");
        if (!rsvg_handle_render_document(read.get(), pen_.get(), &frame_, nullptr))
            throw std::runtime_error("an SVG drawing that cannot be drawn");
    }

    void write(const std::vector<picture_words>& all) {
        const std::unique_ptr<PangoContext, unref> set(pango_font_map_create_context(system_letters()));
        pango_cairo_update_context(pen_.get(), set.get());
        const std::unique_ptr<PangoLayout, unref> line(pango_layout_new(set.get()));
        for (const auto& each : all) {
            const auto channel = [&](unsigned shift) { return (each.colour >> shift & 0xFF) / 255.; };
            cairo_set_source_rgb(pen_.get(), channel(16), channel(8), channel(0));
            use_letters(line.get(), each.bold);
            const std::unique_ptr<char, decltype(&g_free)> valid(
                g_utf8_make_valid(each.text.data(), static_cast<gssize>(each.text.size())), &g_free);
            pango_layout_set_text(line.get(), valid.get(), -1);
            int width = 0;
            pango_layout_get_size(line.get(), &width, nullptr);
            const auto left = each.x - static_cast<double>(width) / PANGO_SCALE * share_before(each.at_x);
            cairo_move_to(pen_.get(), left, each.base);
            pango_cairo_show_layout_line(pen_.get(), pango_layout_get_line_readonly(line.get(), 0));
        }
    }

    std::string as_png() const { return protocol::as_png(paper_.get()); }

private:
    using unref = decltype([](gpointer of) { g_object_unref(of); });

    static int side(double length) { return static_cast<int>(std::ceil(std::clamp(length, 1., largest_side))); }

    static void use_letters(PangoLayout* line, bool bold) {
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
            pango_font_description_from_string(bold ? "Noto Sans Bold" : "Noto Sans"), &pango_font_description_free);
        pango_font_description_set_absolute_size(font.get(), picture_letters * PANGO_SCALE);
        pango_layout_set_font_description(line, font.get());
    }

    RsvgRectangle frame_;
    surface paper_;
    context pen_;
};

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
    sheet paper(width, height, scale);
    paper.paint(svg);
    return paper.as_png();
}

std::string rasterised(const picture& of, double scale) {
    sheet paper(of.width, of.height, scale);
    paper.paint(of.shapes);
    paper.write(of.words);
    return paper.as_png();
}

}  // namespace klartext::protocol
