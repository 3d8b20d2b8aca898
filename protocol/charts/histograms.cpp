#include <algorithm>

#include "protocol/charts/canvas.hpp"

namespace klartext::protocol {
namespace {

constexpr double field = 74.0;  ///< of the width; what is beside it is for the number
constexpr double column_share = 0.72;
constexpr int number_room = 18, tallest = 44, step_room = 20, gap = 12, legend_height = 30;
constexpr double legend_step = 50.0;

struct drawing {
    const histograms& data;
    canvas& on;
    int most = 1;

    void find_most() {
        for (const auto& row : data.rows)
            for (const auto* counts : {&row.counts, &row.before})
                for (const auto count : *counts) most = std::max(most, count);
    }

    void legend() const {
        if (data.legend.empty()) return;
        for (std::size_t round = 0; round < data.legend.size(); ++round) {
            const auto x = legend_step * static_cast<double>(round);
            on.shape("<svg" + attribute("x", percent(x)) + attribute("y", 3) +
                     " width=\"16\" height=\"14\" overflow=\"visible\">\n");
            round == 0 ? on.dotted_rect(0, 0, 100, 14) : on.rect(0, 0, 100, 14, chart_colours::accent);
            on.shape("</svg>\n");
            on.write(data.legend[round], {x, 22}, 15);
        }
        on.height += legend_height;
    }

    // One column with its number above.
    void column(double x, double wide, int count, int ground, bool before) const {
        const auto high = count == 0 ? 0 : std::max(1, tallest * count / most);
        if (high > 0) {
            before ? on.dotted_rect(x, ground - high, wide, high)
                   : on.rect(x, ground - high, wide, high, chart_colours::accent);
        }
        if (count > 0) on.write(std::to_string(count), {x + wide / 2}, ground - high - 4, {words_end::middle});
    }

    void below(const std::string& words, double x, int ground, words_end at = words_end::middle) const {
        on.write(words, {x}, ground + 16, {at, false, chart_colours::soft});
    }

    // Every other one where they would touch.
    void edges(const histograms::row& of, double cell, int ground) const {
        const std::size_t every = of.edges.size() > 8 ? 2 : 1;
        for (std::size_t at = 0; at < of.edges.size(); at += every)
            below(of.edges[at], cell * static_cast<double>(at), ground, at == 0 ? words_end::begin : words_end::middle);
    }

    // A line from the lower to the upper one, and a mark for the middle.
    void quartiles(const histograms::row& of, int ground) const {
        if (of.quartiles.size() != 3) return;
        const auto from = field * of.quartiles[0], middle = field * of.quartiles[1], to = field * of.quartiles[2];
        on.rect(from, ground - 1, std::max(to - from, 0.4), 4, chart_colours::vote);
        on.rect(std::max(middle - 0.4, 0.), ground - 6, 0.8, 10, chart_colours::vote);
    }

    void row(const histograms::row& of) const {
        on.label(of.label);
        const auto steps = of.counts.size();
        const auto cell = field / static_cast<double>(std::max<std::size_t>(steps, 1));
        const bool two = !of.before.empty();
        const auto wide = cell * column_share / (two ? 2 : 1);
        const auto ground = on.height + number_room + tallest;
        for (std::size_t step = 0; step < steps; ++step) {
            const auto left = cell * static_cast<double>(step) + cell * (1 - column_share) / 2;
            if (two) column(left, wide, of.before.at(step), ground, true);
            column(two ? left + wide : left, wide, of.counts[step], ground, false);
            if (of.edges.empty())
                below(std::to_string(data.first_step + static_cast<int>(step)),
                      cell * (static_cast<double>(step) + 0.5), ground);
        }
        on.rect(0, ground, field, 1, chart_colours::grid);
        edges(of, cell, ground);
        quartiles(of, ground);
        on.write(of.shown, {100}, ground - 4, {words_end::end, true});
        on.height = ground + step_room + gap;
    }

    void draw() {
        find_most();
        on.define_patterns();
        legend();
        for (const auto& each : data.rows) row(each);
    }
};

}  // namespace

int histogram_height(const std::string& label) {
    return label_height_on_paper(label) + number_room + tallest + step_room + gap;
}

void draw_histograms(const histograms& data, canvas& on) { drawing{data, on}.draw(); }

}  // namespace klartext::protocol
