#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/chart.hpp"

/// What charts are drawn with. Lengths in CSS pixels, but shares of the width, in percent, across: so that letters keep
/// their size on every screen.
namespace klartext::protocol {

namespace chart_colours {
inline constexpr std::string_view ink = "#112028", soft = "#52636b", track = "#e8eef0", grid = "#c3ced3",
                                  accent = "#005b71", pale = "#e3e8ea", vote = "#e14005", white = "#ffffff";
}

/// Where something stands across the picture.
struct place_across {
    double share = 0;   ///< of the width, in percent
    double pixels = 0;  ///< further to the right
};

class canvas {
public:
    /// `width` 0: as wide as its surroundings.
    canvas(std::string_view chart_id, int paper_width) : id(chart_id), width(paper_width) {}

    const std::string id;
    const int width;
    int height = 0;
    std::string body;    ///< all that is drawn
    std::string shapes;  ///< the same without its words
    std::vector<picture_words> words;

    [[nodiscard]] bool on_paper() const { return width > 0; }

    void shape(const std::string& svg);
    void rect(double share, int top, double share_wide, int high, std::string_view fill);

    /// In the accent, with a white edge; its place is its middle.
    void disc(place_across, int y, int radius);

    struct look {
        words_end anchor = words_end::begin;
        bool bold = false;
        std::string_view colour = chart_colours::ink;
    };
    void write(const std::string& text, place_across, int base);
    void write(const std::string& text, place_across, int base, const look&);

    /// A pattern of dots, and one of stripes, on their own ground; what they fill is url(#ID-NAME). On paper tiles show
    /// their seams: there the ground has to be drawn below, and tiles hold only what is on it.
    void define_patterns();
    [[nodiscard]] std::string pattern(std::string_view name) const {
        return "url(#" + id + "-" + std::string(name) + ")";
    }
    void dotted_rect(double share, int top, double share_wide, int high);
    void striped_rect(double share, int top, double share_wide, int high);

    /// Lines of a label, as long as the picture is likely to be wide.
    void label(const std::string& text);

private:
    struct shifted {
        std::string before, inner, after;
    };
    [[nodiscard]] shifted placed(const place_across&) const;
};

[[nodiscard]] int label_height_on_paper(const std::string&);

/// "12.50%".
[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string attribute(std::string_view name, std::string_view value);
[[nodiscard]] std::string attribute(std::string_view name, int value);

void draw_bars(const bar_chart&, canvas&);
void draw_histograms(const histograms&, canvas&);
void draw_portfolio(const portfolio&, canvas&);

}  // namespace klartext::protocol
