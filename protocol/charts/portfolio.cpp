#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "protocol/charts/canvas.hpp"

namespace klartext::protocol {
namespace {

constexpr int title_room = 24, high = 300, axis_room = 44, radius = 12;
constexpr double left = 4.0, wide = 92.0;  ///< of the width
// How wide a picture is taken to be where points are moved apart: that of a phone, where they stand closest.
constexpr double narrowest = 320;

struct spot {
    double share = 0, pixels = 0;
    int y = 0;
};

struct drawing {
    const portfolio& data;
    canvas& on;
    std::vector<spot> taken = {};

    void frame() const {
        const auto top = on.height;
        on.rect(left, top, wide, high, "#f7f9fa");
        on.rect(left + wide / 2, top, wide / 2, high / 2, chart_colours::track);
        for (const auto y : {top, top + high / 2, top + high}) on.rect(left, y, wide, 1, chart_colours::grid);
        for (const auto x : {left, left + wide / 2, left + wide})
            on.shape("<rect" + attribute("x", percent(x)) + attribute("y", top) + " width=\"1\"" +
                     attribute("height", high) + attribute("fill", chart_colours::grid) + "/>\n");
    }

    void axes() const {
        const canvas::look soft{words_end::begin, false, chart_colours::soft};
        const canvas::look soft_end{words_end::end, false, chart_colours::soft};
        on.write("↑ " + data.up.name, {left}, 15, {words_end::begin, true});
        on.write(data.up.high, {left, 8}, title_room + 17, soft);
        on.write(data.up.low, {left, 8}, title_room + high - 8, soft);
        const auto below = title_room + high;
        on.write(data.across.low, {left}, below + 17, soft);
        on.write(data.across.high, {left + wide}, below + 17, soft_end);
        on.write(data.across.name + " →", {left + wide}, below + 36, {words_end::end, true});
    }

    // Points that would cover each other stand side by side, by turns to the right and to the left; very many do cover.
    spot free_spot(const portfolio::point& of) const {
        constexpr int most_tries = 12;
        const auto at = [&](int number) {
            const auto steps = (number + 1) / 2 * (number % 2 == 1 ? 1 : -1);
            return spot{left + wide * of.across, 2. * radius * steps,
                        title_room + static_cast<int>(std::lround(high * (1 - of.up)))};
        };
        for (int number = 0; number < most_tries; ++number) {
            const auto here = at(number);
            const auto covers = [&](const spot& other) {
                const auto apart = narrowest * (here.share - other.share) / 100 + here.pixels - other.pixels;
                return std::abs(apart) < 2 * radius && std::abs(here.y - other.y) < 2 * radius;
            };
            const auto x = narrowest * here.share / 100 + here.pixels;
            if (x >= 0 && x <= narrowest && std::ranges::none_of(taken, covers)) return here;
        }
        return at(0);
    }

    void point(const portfolio::point& of) {
        const auto at = free_spot(of);
        taken.push_back(at);
        on.disc({at.share, at.pixels}, at.y, radius);
        on.write(std::to_string(of.number), {at.share, at.pixels}, at.y + 5,
                 {words_end::middle, true, chart_colours::white});
    }

    void draw() {
        on.height = title_room;
        frame();
        axes();
        for (const auto& each : data.points) point(each);
        on.height = title_room + high + axis_room;
    }
};

}  // namespace

void draw_portfolio(const portfolio& data, canvas& on) { drawing{data, on}.draw(); }

}  // namespace klartext::protocol
