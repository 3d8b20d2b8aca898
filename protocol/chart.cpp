#include "protocol/chart.hpp"

#include <array>
#include <numeric>

#include "protocol/escape.hpp"
#include "protocol/label.hpp"

namespace klartext::protocol {
namespace {

// Lengths in CSS pixels; horizontal ones of bars in percent, so that the letters keep their size on every screen.
constexpr int line_height = 18, label_base = 13;
struct measures {
    int bar, gap, base;   ///< base: of a number beside its bar, from the top of the bar
    std::size_t columns;  ///< of letters in one line of a label
};
constexpr measures on_screens{18, 12, 14, 44}, on_paper{14, 8, 12, 64};
constexpr int legend_height = 30;
constexpr double longest_bar = 84.0;
constexpr double stacked_width = 68.0;

constexpr std::string_view ink = "#112028";
constexpr std::string_view track = "#e8eef0";
constexpr std::string_view vote_colour = "#e14005";

std::string percent(double share) {
    const auto hundredths = static_cast<long long>(share * 100 + 0.5);
    const auto rest = hundredths % 100;
    return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest) + "%";
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

std::string rect(double x, int y, double width, std::string_view fill, int height) {
    return "<rect" + attribute("x", percent(x)) + attribute("y", std::to_string(y)) +
           attribute("width", percent(width)) + attribute("height", std::to_string(height)) + attribute("fill", fill) +
           "/>\n";
}

std::string letters(std::string_view x, int y, std::string_view text, std::string_view more = {}) {
    return "<text" + attribute("x", x) + attribute("y", std::to_string(y)) + std::string(more) + ">" + escaped(text) +
           "</text>\n";
}

constexpr std::array<std::string_view, 3> names{"agree", "pass", "disagree"};
constexpr std::array<std::string_view, 3> grounds{"#005b71", "#e3e8ea", "#e14005"};

struct drawing {
    const chart& data;
    std::string_view id;
    measures of = on_screens;
    int width = 0;  ///< 0: as wide as its surroundings
    std::string body = {};
    std::string shapes = {};  ///< the body without its words
    std::vector<picture_words> words = {};
    int y = 0;

    void shape(const std::string& svg) {
        body += svg;
        shapes += svg;
    }

    void label_line(const std::string& text) {
        const auto base = y + label_base;
        body += letters("0", base, text);
        words.push_back({text, 0, static_cast<double>(base)});
    }

    void number(const std::string& shown) {
        const auto base = y + of.base;
        body += letters("100%", base, shown, " text-anchor=\"end\" font-weight=\"700\"");
        words.push_back({shown, static_cast<double>(width), static_cast<double>(base), true});
    }

    // Tiles of a pattern show their seams on paper: there the ground is one rectangle, and tiles hold only what is on
    // it.
    bool seamless() const { return of.bar == on_paper.bar; }

    bool stacked() const { return !data.legend.empty(); }

    std::string fill_of(std::size_t series) const {
        if (!stacked()) return std::string(vote_colour);
        if (seamless() && series == 0) return std::string(grounds[0]);
        return "url(#" + std::string(id) + "-" + std::string(names.at(series)) + ")";
    }

    void patterns() {
        std::string made = "<defs>\n";
        const auto open = [&](std::size_t series, std::string_view size) {
            made += "<pattern" + attribute("id", std::string(id) + "-" + std::string(names[series])) +
                    attribute("patternUnits", "userSpaceOnUse") + attribute("width", size) + attribute("height", size) +
                    ">";
            if (seamless()) return;
            made += "<rect" + attribute("width", size) + attribute("height", size) +
                    attribute("fill", grounds[series]) + "/>";
        };
        if (!seamless()) {
            open(0, "8");
            made += "</pattern>\n";
        }
        open(1, "6");
        made += "<circle cx=\"3\" cy=\"3\" r=\"1.1\" fill=\"#52636b\"/></pattern>\n";
        open(2, "8");
        made += "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#ffffff\" stroke-width=\"1.6\"/></pattern>\n</defs>\n";
        shape(made);
    }

    std::string filled(double x, double share, std::size_t series) const {
        const auto ground = seamless() && series > 0 ? rect(x, y, share, grounds.at(series), of.bar) : std::string();
        return ground + rect(x, y, share, fill_of(series), of.bar);
    }

    std::string key_of(std::size_t series) const {
        const auto square = [](std::string_view fill) {
            return "<rect x=\"0\" y=\"3\" width=\"16\" height=\"14\"" + attribute("fill", fill) + "/>";
        };
        return (seamless() ? square(grounds.at(series)) : "") + square(fill_of(series));
    }

    void legend() {
        double x = 0;
        for (std::size_t series = 0; series < data.legend.size(); ++series, x += 34) {
            shape("<svg" + attribute("x", percent(x)) + " y=\"0\" width=\"34%\" height=\"20\" overflow=\"visible\">" +
                  key_of(series));
            body += letters("22", 15, data.legend[series]);
            words.push_back({data.legend[series], width * x / 100 + 22, 15});
            shape("</svg>\n");
        }
        y += legend_height;
    }

    void label(const chart::bar& bar) {
        for (const auto& line : wrapped(bar.label, of.columns, 2)) {
            label_line(line);
            y += line_height;
        }
        y += 2;
    }

    void single(const chart::bar& bar) {
        const auto value = bar.values.empty() ? 0 : bar.values.front();
        const auto length = data.scale > 0 ? longest_bar * value / data.scale : 0.0;
        shape(rect(0, y, longest_bar, track, of.bar));
        if (value > 0) shape(rect(0, y, length, fill_of(0), of.bar));
        number(bar.shown);
    }

    void shares(const chart::bar& bar) {
        const auto sum = std::accumulate(bar.values.begin(), bar.values.end(), 0LL);
        double x = 0;
        shape(rect(0, y, stacked_width, track, of.bar));
        for (std::size_t series = 0; series < bar.values.size() && sum > 0; ++series) {
            const auto share = stacked_width * bar.values[series] / static_cast<double>(sum);
            if (bar.values[series] > 0) shape(filled(x, share, series));
            x += share;
        }
        number(bar.shown);
    }

    void draw() {
        if (stacked()) {
            patterns();
            legend();
        }
        for (const auto& bar : data.bars) {
            label(bar);
            stacked() ? shares(bar) : single(bar);
            y += of.bar + of.gap;
        }
    }
};

constexpr std::string_view screen_letters = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
constexpr std::string_view printed_letters = "Noto Sans";

std::string framed(const drawing& drawn, std::string_view width, std::string_view letters) {
    const std::string title_id = std::string(drawn.id) + "-title", description_id = std::string(drawn.id) + "-desc";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width) +
           attribute("height", std::to_string(drawn.y)) +
           attribute("aria-labelledby", title_id + " " + description_id) + attribute("fill", ink) +
           attribute("font-size", std::to_string(picture_letters)) + attribute("font-family", letters) + ">\n<title" +
           attribute("id", title_id) + ">" + escaped(drawn.data.title) + "</title>\n<desc" +
           attribute("id", description_id) + ">" + escaped(drawn.data.description) + "</desc>\n" + drawn.body +
           "</svg>\n";
}

std::string bare(const drawing& drawn) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", std::to_string(drawn.width)) +
           attribute("height", std::to_string(drawn.y)) + ">\n" + drawn.shapes + "</svg>\n";
}

}  // namespace

std::string draw(const chart& data, std::string_view id) {
    drawing drawn{data, id};
    drawn.draw();
    return framed(drawn, "100%", screen_letters);
}

picture draw_at_width(const chart& data, std::string_view id, int width) {
    drawing drawn{data, id, on_paper, width};
    drawn.draw();
    return {framed(drawn, std::to_string(width), printed_letters), bare(drawn), std::move(drawn.words), width, drawn.y};
}

}  // namespace klartext::protocol
