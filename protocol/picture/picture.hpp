#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "protocol/chart.hpp"

/// Pictures of documents that cannot hold drawings alone, and logos. Any thread; the letters of a drawing are those of
/// the fonts installed here. Nothing outside the given bytes is loaded.
namespace klartext::protocol {

enum class picture_kind { png, svg };

struct picture_facts {
    picture_kind kind = picture_kind::png;
    double width = 0;  ///< in CSS pixels
    double height = 0;
};

/// What these bytes are; nothing if they are neither a PNG nor an SVG file of a size above zero.
[[nodiscard]] std::optional<picture_facts> look_at(std::string_view bytes);

/// The same bytes as an address that holds them, "data:image/png;base64,..."; nothing if they are no picture.
[[nodiscard]] std::optional<std::string> data_address(std::string_view bytes);

/// The drawing as PNG on white, `scale` dots per CSS pixel. Throws std::runtime_error if `svg` is no
/// drawing.
[[nodiscard]] std::string rasterised(std::string_view svg, double width, double height, double scale);

/// The picture of a chart, its emoji in colour.
[[nodiscard]] std::string rasterised(const picture&, double scale);

}  // namespace klartext::protocol
