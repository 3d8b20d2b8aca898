#include "protocol/chart.hpp"

#include <utility>

#include "protocol/charts/canvas.hpp"
#include "protocol/escape.hpp"

namespace klartext::protocol {
namespace {

constexpr std::string_view screen_letters = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
constexpr std::string_view printed_letters = "Noto Sans";

canvas drawn(const chart& data, std::string_view id, int width) {
    struct drawer {
        canvas& on;
        void operator()(const bar_chart& of) const { draw_bars(of, on); }
        void operator()(const histograms& of) const { draw_histograms(of, on); }
        void operator()(const portfolio& of) const { draw_portfolio(of, on); }
    };
    canvas on(id, width);
    std::visit(drawer{on}, data.drawn);
    return on;
}

std::string framed(const chart& data, const canvas& on, std::string_view width, std::string_view letters) {
    const auto title_id = on.id + "-title", description_id = on.id + "-desc";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width) +
           attribute("height", on.height) + attribute("aria-labelledby", title_id + " " + description_id) +
           attribute("fill", chart_colours::ink) + attribute("font-size", picture_letters) +
           attribute("font-family", letters) + ">\n<title" + attribute("id", title_id) + ">" + escaped(data.title) +
           "</title>\n<desc" + attribute("id", description_id) + ">" + escaped(data.description) + "</desc>\n" +
           on.body + "</svg>\n";
}

std::string bare(const canvas& on) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", on.width) + attribute("height", on.height) +
           ">\n" + on.shapes + "</svg>\n";
}

}  // namespace

std::string draw(const chart& data, std::string_view id) {
    return framed(data, drawn(data, id, 0), "100%", screen_letters);
}

picture draw_at_width(const chart& data, std::string_view id, int width) {
    auto on = drawn(data, id, width);
    return {framed(data, on, std::to_string(width), printed_letters), bare(on), std::move(on.words), width, on.height};
}

}  // namespace klartext::protocol
