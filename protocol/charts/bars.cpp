#include <numeric>

#include "protocol/charts/canvas.hpp"

namespace klartext::protocol {
namespace {

struct measures {
    int bar, gap, base;  ///< base: of a number beside its bar, from the top of the bar
};
constexpr measures on_screens{18, 12, 14}, on_paper{14, 8, 12};
constexpr int legend_height = 30;
constexpr double longest_bar = 84.0, stacked_width = 68.0, legend_step = 34.0;

struct drawing {
    const bar_chart& data;
    canvas& on;
    measures of = on.on_paper() ? on_paper : on_screens;

    bool stacked() const { return !data.legend.empty(); }

    void filled(double x, double share, std::size_t series) const {
        if (series == 0) on.rect(x, on.height, share, of.bar, chart_colours::accent);
        if (series == 1) on.dotted_rect(x, on.height, share, of.bar);
        if (series == 2) on.striped_rect(x, on.height, share, of.bar);
    }

    void key(std::size_t series, double x) const {
        on.shape("<svg" + attribute("x", percent(x)) + attribute("y", 3) +
                 " width=\"16\" height=\"14\" overflow=\"visible\">\n");
        if (series == 0) on.rect(0, 0, 100, 14, chart_colours::accent);
        if (series == 1) on.dotted_rect(0, 0, 100, 14);
        if (series == 2) on.striped_rect(0, 0, 100, 14);
        on.shape("</svg>\n");
    }

    void legend() const {
        double x = 0;
        for (std::size_t series = 0; series < data.legend.size(); ++series, x += legend_step) {
            key(series, x);
            on.write(data.legend[series], {x, 22}, 15);
        }
        on.height += legend_height;
    }

    void number(const std::string& shown) const { on.write(shown, {100}, on.height + of.base, {words_end::end, true}); }

    void single(const bar_chart::bar& bar) const {
        const auto value = bar.values.empty() ? 0. : bar.values.front();
        const auto length = data.scale > 0 ? longest_bar * value / data.scale : 0.0;
        on.rect(0, on.height, longest_bar, of.bar, chart_colours::track);
        if (value > 0) on.rect(0, on.height, length, of.bar, chart_colours::vote);
    }

    void shares(const bar_chart::bar& bar) const {
        const auto sum = std::accumulate(bar.values.begin(), bar.values.end(), 0.);
        double x = 0;
        on.rect(0, on.height, stacked_width, of.bar, chart_colours::track);
        for (std::size_t series = 0; series < bar.values.size() && sum > 0; ++series) {
            const auto share = stacked_width * bar.values[series] / sum;
            if (bar.values[series] > 0) filled(x, share, series);
            x += share;
        }
    }

    void draw() const {
        if (stacked()) {
            on.define_patterns();
            legend();
        }
        for (const auto& bar : data.bars) {
            on.label(bar.label);
            stacked() ? shares(bar) : single(bar);
            number(bar.shown);
            on.height += of.bar + of.gap;
        }
    }
};

}  // namespace

int bar_height(const std::string& label) { return label_height_on_paper(label) + on_paper.bar + on_paper.gap; }

void draw_bars(const bar_chart& data, canvas& on) { drawing{data, on}.draw(); }

}  // namespace klartext::protocol
