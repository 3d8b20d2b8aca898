#pragma once
#include <librsvg/rsvg.h>

#include <string>

#include "protocol/pdf/errors.hpp"
#include "protocol/pdf/owned.hpp"

namespace klartext::protocol::pdf {

/// A PNG or SVG picture, read. Nothing outside its bytes is ever loaded. Belongs to one thread at a time.
class logo {
public:
    /// Throws unusable_house if it is neither, broken, empty, or larger than 4096 pixels or 4 MiB.
    explicit logo(const std::string& bytes);
    [[nodiscard]] double width() const { return wide; }
    [[nodiscard]] double height() const { return high; }
    void paint(cairo_t*, double left, double top, double width, double height) const;

private:
    void read_png(const std::string& bytes);
    void read_svg(const std::string& bytes);

    owned_surface image;
    owned_object<RsvgHandle> drawing;
    double wide = 0, high = 0;
};

}  // namespace klartext::protocol::pdf
