#include "protocol/xlsx/result_charts.hpp"

#include <algorithm>

#include "protocol/texts.hpp"
#include "protocol/xlsx/cell_text.hpp"

namespace klartext::protocol::xlsx {
namespace {

// Two are as high as a page; of a longer result only the beginning is drawn.
constexpr std::size_t items_of_two_charts = 24;
// Default sizes of the library, in pixels.
constexpr double chart_width = 480, chart_height = 288;
constexpr double wanted_width = 620, bar_height = 34, frame_height = 96, frame_height_of_stack = 130;
constexpr double row_height = 20;

constexpr lxw_color_t vote_colour = 0xE14005, agree_colour = 0x005B71, pass_ground = 0xE3E8EA, pass_dots = 0x52636B,
                      white = 0xFFFFFF;

struct writer {
    workbook& book;
    const chart_place& at;

    lxw_chart_series* series(lxw_chart* made, lxw_row_t first, lxw_row_t last, lxw_col_t column) const {
        auto* added = chart_add_series(made, nullptr, nullptr);
        const auto labels = static_cast<lxw_col_t>(at.after_table - 1);
        chart_series_set_categories(added, at.sheet_name.c_str(), first, labels, last, labels);
        chart_series_set_values(added, at.sheet_name.c_str(), first, column, last, column);
        chart_series_set_name_range(added, at.sheet_name.c_str(), at.first_item - 1, column);
        chart_series_set_labels(added);
        return added;
    }

    static void filled(lxw_chart_series* series, lxw_color_t colour) {
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
    }

    static void patterned(lxw_chart_series* series, lxw_color_t front, lxw_color_t ground,
                          lxw_chart_pattern_type type) {
        lxw_chart_pattern pattern{};
        pattern.fg_color = front;
        pattern.bg_color = ground;
        pattern.type = static_cast<std::uint8_t>(type);
        chart_series_set_pattern(series, &pattern);
    }

    // A label of 0 would stand upon its neighbour.
    static void no_label_for_nothing(lxw_chart_series* series) {
        chart_series_set_labels_num_format(series, "#,##0;;");
    }

    static void white_labels(lxw_chart_series* series) {
        lxw_chart_font font{};
        font.color = white;
        font.bold = LXW_TRUE;
        chart_series_set_labels_font(series, &font);
    }

    void stances(lxw_chart* made, lxw_row_t first, lxw_row_t last) const {
        auto* agree = series(made, first, last, 1);
        filled(agree, agree_colour);
        white_labels(agree);
        auto* pass = series(made, first, last, 2);
        auto* disagree = series(made, first, last, 3);
        for (auto* each : {agree, pass, disagree}) no_label_for_nothing(each);
        patterned(pass, pass_dots, pass_ground, LXW_CHART_PATTERN_PERCENT_10);
        patterned(disagree, white, vote_colour, LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL);
        chart_legend_set_position(made, LXW_CHART_LEGEND_TOP);
        chart_set_series_overlap(made, 100);
    }

    void single(lxw_chart* made, lxw_row_t first, lxw_row_t last, int scale) const {
        filled(series(made, first, last, 1), vote_colour);
        chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        chart_axis_set_max(made->x_axis, std::max(scale, 1));
    }

    lxw_chart* bars(const bar_chart& of, lxw_row_t first) const {
        const bool stacked = !of.legend.empty();
        auto* made = book.add_chart(stacked ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR);
        const auto last = first + static_cast<lxw_row_t>(of.bars.size()) - 1;
        stacked ? stances(made, first, last) : single(made, first, last, of.scale);
        chart_axis_set_reverse(made->y_axis);
        chart_axis_set_min(made->x_axis, 0);
        chart_axis_off(made->x_axis);
        chart_axis_major_gridlines_set_visible(made->x_axis, LXW_FALSE);
        chart_set_series_gap(made, 60);
        return made;
    }

    void put(const chart& data, lxw_chart* made, lxw_row_t row, double height) const {
        lxw_chart_font title_font{};
        title_font.size = 11;
        title_font.bold = LXW_TRUE;
        chart_title_set_name(made, data.title.c_str());
        chart_title_set_name_font(made, &title_font);
        chart_show_hidden_data(made);
        auto description = cell_text(data.description, book.in);
        lxw_chart_options options{};
        options.x_offset = 16;
        options.x_scale = wanted_width / chart_width;
        options.y_scale = height / chart_height;
        options.description = description.data();
        expect(worksheet_insert_chart_opt(at.sheet, row, at.after_table, made, &options));
    }
};

}  // namespace

lxw_row_t put_charts(workbook& book, const chart_place& at, const vote& voted, const blocks& said) {
    const writer write{book, at};
    lxw_row_t first = at.first_item, row = at.first_item - 1;
    const int most = voted.items.size() <= items_of_two_charts ? 2 : 1;
    int charts = 0;
    for (const auto& block : said) {
        const auto* data = std::get_if<chart>(&block);
        if (!data || ++charts > most) continue;
        const auto& bars = std::get<bar_chart>(data->drawn);
        const auto height = (bars.legend.empty() ? frame_height : frame_height_of_stack) +
                            bar_height * static_cast<double>(bars.bars.size());
        write.put(*data, write.bars(bars, first), row, height);
        first += static_cast<lxw_row_t>(bars.bars.size());
        row += static_cast<lxw_row_t>(height / row_height) + 2;
    }
    if (most > 1) worksheet_fit_to_pages(at.sheet, 1, 1);
    return row;
}

}  // namespace klartext::protocol::xlsx
