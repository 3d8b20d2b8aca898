#include "protocol/charts/canvas.hpp"

#include <cmath>

#include "protocol/escape.hpp"
#include "protocol/label.hpp"

namespace klartext::protocol {
namespace {

constexpr int line_height = 18, label_base = 13;
constexpr int below_label = 2;
constexpr std::size_t columns_on_screens = 44, columns_on_paper = 64, label_lines = 2;

std::string_view anchor_of(words_end end) {
    switch (end) {
        case words_end::begin: return {};
        case words_end::middle: return "middle";
        case words_end::end: return "end";
    }
    return {};
}

std::string across(const place_across& at) {
    if (at.share == 0) return std::to_string(std::lround(at.pixels));
    return at.share == 100 ? "100%" : percent(at.share);
}

}  // namespace

std::string percent(double share) {
    const auto hundredths = static_cast<long long>(share * 100 + 0.5);
    const auto rest = hundredths % 100;
    return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest) + "%";
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

std::string attribute(std::string_view name, int value) { return attribute(name, std::to_string(value)); }

void canvas::shape(const std::string& svg) {
    body += svg;
    shapes += svg;
}

void canvas::rect(double share, int top, double share_wide, int high, std::string_view fill) {
    shape("<rect" + attribute("x", percent(share)) + attribute("y", top) + attribute("width", percent(share_wide)) +
          attribute("height", high) + attribute("fill", fill) + "/>\n");
}

void canvas::write(const std::string& text, place_across at, int base) { write(text, at, base, {}); }

void canvas::disc(place_across at, int y, int radius) {
    const auto [before, inner, after] = placed(at);
    shape(before + "<circle" + attribute("cx", inner) + attribute("cy", y) + attribute("r", radius) +
          attribute("fill", chart_colours::accent) + attribute("stroke", chart_colours::white) +
          " stroke-width=\"1.5\"/>" + after);
}

// A share and pixels cannot be added in an attribute: on screens that takes a drawing within the drawing. On paper
// all is pixels, which every program understands.
canvas::shifted canvas::placed(const place_across& at) const {
    const bool plain = at.pixels == 0 && (at.share == 0 || at.share == 100 || !on_paper());
    if (plain) return {"", across(at), "\n"};
    if (on_paper()) return {"", std::to_string(std::lround(width * at.share / 100 + at.pixels)), "\n"};
    if (at.share == 0) return {"", across(at), "\n"};
    return {"<svg" + attribute("x", percent(at.share)) + " overflow=\"visible\">", across({0, at.pixels}), "</svg>\n"};
}

void canvas::write(const std::string& text, place_across at, int base, const look& how) {
    const auto [before, inner, after] = placed(at);
    body += before;
    body += "<text" + attribute("x", inner) + attribute("y", base);
    if (how.anchor != words_end::begin) body += attribute("text-anchor", anchor_of(how.anchor));
    if (how.bold) body += attribute("font-weight", "700");
    if (how.colour != chart_colours::ink) body += attribute("fill", how.colour);
    body += ">" + escaped(text) + "</text>" + after;
    words.push_back({text, width * at.share / 100 + at.pixels, static_cast<double>(base), how.anchor, how.bold,
                     static_cast<std::uint32_t>(std::stoul(std::string(how.colour.substr(1)), nullptr, 16))});
}

void canvas::define_patterns() {
    const auto open = [&](std::string_view name, std::string_view size, std::string_view ground) {
        return "<pattern" + attribute("id", id + "-" + std::string(name)) +
               attribute("patternUnits", "userSpaceOnUse") + attribute("width", size) + attribute("height", size) +
               ">" +
               (on_paper() ? ""
                           : "<rect" + attribute("width", size) + attribute("height", size) +
                                 attribute("fill", ground) + "/>");
    };
    shape("<defs>\n" + open("dots", "6", chart_colours::pale) + "<circle cx=\"3\" cy=\"3\" r=\"1.1\"" +
          attribute("fill", chart_colours::soft) + "/></pattern>\n" + open("stripes", "8", chart_colours::vote) +
          "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\"" + attribute("stroke", chart_colours::white) +
          " stroke-width=\"1.6\"/></pattern>\n</defs>\n");
}

void canvas::dotted_rect(double share, int top, double share_wide, int high) {
    if (on_paper()) rect(share, top, share_wide, high, chart_colours::pale);
    rect(share, top, share_wide, high, pattern("dots"));
}

void canvas::striped_rect(double share, int top, double share_wide, int high) {
    if (on_paper()) rect(share, top, share_wide, high, chart_colours::vote);
    rect(share, top, share_wide, high, pattern("stripes"));
}

void canvas::label(const std::string& text) {
    for (const auto& line : wrapped(text, on_paper() ? columns_on_paper : columns_on_screens, label_lines)) {
        write(line, {}, height + label_base);
        height += line_height;
    }
    height += below_label;
}

int label_height_on_paper(const std::string& text) {
    return static_cast<int>(wrapped(text, columns_on_paper, label_lines).size()) * line_height + below_label;
}

}  // namespace klartext::protocol
