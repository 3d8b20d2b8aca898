#include "protocol/chart.hpp"

#include <array>
#include <numeric>

#include "protocol/escape.hpp"
#include "protocol/label.hpp"

namespace klartext::protocol {
namespace {

// Lengths in CSS pixels; horizontal ones of bars in percent, so that the letters keep their size on every screen.
constexpr int line_height = 18;
constexpr int bar_height = 18;
constexpr int gap = 12;
constexpr int legend_height = 30;
constexpr std::size_t label_columns = 44;
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

std::string rect(double x, int y, double width, std::string_view fill, int height = bar_height) {
    return "<rect" + attribute("x", percent(x)) + attribute("y", std::to_string(y)) +
           attribute("width", percent(width)) + attribute("height", std::to_string(height)) + attribute("fill", fill) +
           "/>\n";
}

std::string letters(std::string_view x, int y, std::string_view text, std::string_view more = {}) {
    return "<text" + attribute("x", x) + attribute("y", std::to_string(y)) + std::string(more) + ">" + escaped(text) +
           "</text>\n";
}

struct drawing {
    const chart& data;
    std::string_view id;
    std::string body;
    int y = 0;

    bool stacked() const { return !data.legend.empty(); }

    std::string fill_of(std::size_t series) const {
        if (!stacked()) return std::string(vote_colour);
        constexpr std::array<std::string_view, 3> names{"agree", "pass", "disagree"};
        return "url(#" + std::string(id) + "-" + std::string(names.at(series)) + ")";
    }

    void patterns() {
        const auto open = [&](std::string_view name, std::string_view size, std::string_view ground) {
            body += "<pattern" + attribute("id", std::string(id) + "-" + std::string(name)) +
                    attribute("patternUnits", "userSpaceOnUse") + attribute("width", size) + attribute("height", size);
            body += "><rect" + attribute("width", size) + attribute("height", size) + attribute("fill", ground) + "/>";
        };
        body += "<defs>\n";
        open("agree", "8", "#005b71");
        body += "</pattern>\n";
        open("pass", "6", "#e3e8ea");
        body += "<circle cx=\"3\" cy=\"3\" r=\"1.1\" fill=\"#52636b\"/></pattern>\n";
        open("disagree", "8", "#e14005");
        body += "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#ffffff\" stroke-width=\"1.6\"/></pattern>\n</defs>\n";
    }

    void legend() {
        double x = 0;
        for (std::size_t series = 0; series < data.legend.size(); ++series, x += 34) {
            body += "<svg" + attribute("x", percent(x)) + " y=\"0\" width=\"34%\" height=\"20\" overflow=\"visible\">";
            body += "<rect x=\"0\" y=\"3\" width=\"16\" height=\"14\"" + attribute("fill", fill_of(series)) + "/>";
            body += letters("22", 15, data.legend[series]) + "</svg>\n";
        }
        y += legend_height;
    }

    void label(const chart::bar& bar) {
        for (const auto& line : wrapped(bar.label, label_columns, 2)) {
            body += letters("0", y + 13, line);
            y += line_height;
        }
        y += 2;
    }

    void single(const chart::bar& bar) {
        const auto value = bar.values.empty() ? 0 : bar.values.front();
        const auto length = data.scale > 0 ? longest_bar * value / data.scale : 0.0;
        body += rect(0, y, longest_bar, track);
        if (value > 0) body += rect(0, y, length, fill_of(0));
        body += letters("100%", y + 14, bar.shown, " text-anchor=\"end\" font-weight=\"700\"");
    }

    void shares(const chart::bar& bar) {
        const auto sum = std::accumulate(bar.values.begin(), bar.values.end(), 0LL);
        double x = 0;
        body += rect(0, y, stacked_width, track);
        for (std::size_t series = 0; series < bar.values.size() && sum > 0; ++series) {
            const auto width = stacked_width * bar.values[series] / static_cast<double>(sum);
            if (bar.values[series] > 0) body += rect(x, y, width, fill_of(series));
            x += width;
        }
        body += letters("100%", y + 14, bar.shown, " text-anchor=\"end\" font-weight=\"700\"");
    }

    void draw() {
        if (stacked()) {
            patterns();
            legend();
        }
        for (const auto& bar : data.bars) {
            label(bar);
            stacked() ? shares(bar) : single(bar);
            y += bar_height + gap;
        }
    }
};

}  // namespace

std::string draw(const chart& data, std::string_view id) {
    drawing drawn{data, id, {}};
    drawn.draw();
    const std::string title_id = std::string(id) + "-title", description_id = std::string(id) + "-desc";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\"" +
           attribute("height", std::to_string(drawn.y)) +
           attribute("aria-labelledby", title_id + " " + description_id) + attribute("fill", ink) +
           " font-size=\"14\" font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\">\n<title" +
           attribute("id", title_id) + ">" + escaped(data.title) + "</title>\n<desc" + attribute("id", description_id) +
           ">" + escaped(data.description) + "</desc>\n" + drawn.body + "</svg>\n";
}

}  // namespace klartext::protocol
