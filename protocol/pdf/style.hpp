#pragma once
#include <cstdint>

/// How the page looks. Lengths in points (1/72 inch).
namespace klartext::protocol::pdf {

struct colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const colour&) const = default;
};

inline constexpr colour ink{0x11, 0x20, 0x28};
inline constexpr colour soft_ink{0x4a, 0x5b, 0x63};
inline constexpr colour ground{0xf3, 0xf6, 0xf7};
inline constexpr colour hairline{0xc3, 0xce, 0xd3};
inline constexpr colour warning_ground{0xff, 0xf6, 0xdf};
inline constexpr colour warning_edge{0xb9, 0x79, 0x00};
inline constexpr colour usual_accent{0x00, 0x5b, 0x71};

namespace a4 {
inline constexpr double width = 595.276, height = 841.89;
inline constexpr double side = 62, top = 56, bottom = 70;
inline constexpr double text_width = width - 2 * side, text_height = height - top - bottom;
inline constexpr double foot = height - 40;  ///< base line of the running foot
}  // namespace a4

struct letters {
    double size = 10.5;
    double line = 14.7;
    colour of = ink;
    bool bold = false;
    bool italic = false;
};

inline constexpr letters body_letters{};
inline constexpr letters small_letters{9, 12.6, soft_ink};
inline constexpr letters note_letters{10.5, 14.7, soft_ink, false, true};
inline constexpr letters fact_letters{10.5, 14.7, ink, true};
inline constexpr letters cell_letters{10, 13.6};
inline constexpr letters number_letters{10, 13.6, ink, true};
inline constexpr letters column_letters{9, 12, ink, true};
inline constexpr letters code_letters{9.5, 13.3};
inline constexpr letters foot_letters{8.5, 12, soft_ink};

}  // namespace klartext::protocol::pdf
