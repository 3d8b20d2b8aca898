#include "protocol/xlsx/result_charts.hpp"

#include <algorithm>
#include <array>

#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/cell_text.hpp"

namespace klartext::protocol::xlsx {
namespace {

// Two are as high as a page; of a longer result only the beginning is drawn.
constexpr std::size_t items_of_two_charts = 24;
// Default sizes of the library, in pixels.
constexpr double chart_width = 480, chart_height = 288;
constexpr double wanted_width = 620, bar_height = 34, frame_height = 96, frame_height_of_stack = 130;
constexpr double row_height = 20, field_height = 420;

constexpr lxw_color_t vote_colour = 0xE14005, agree_colour = 0x005B71, pass_ground = 0xE3E8EA, pass_dots = 0x52636B,
                      white = 0xFFFFFF;

bool has_steps(const vote& voted, language in) {
    const auto columns = method_of(voted).columns(voted, in);
    return std::ranges::find(columns, figure_group::steps, &figure_column::group) != columns.end();
}

struct scale_of_field {
    double lowest = 0, highest = 0;
    bool across_inverted = false, up_inverted = false;
    std::size_t first_mean = 0;  ///< among the figures
};

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

    void single(lxw_chart* made, const bar_chart& of, lxw_row_t first, lxw_row_t last) const {
        filled(series(made, first, last, static_cast<lxw_col_t>(1 + of.figure)), vote_colour);
        chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        chart_axis_set_max(made->x_axis, std::max(of.scale, 1.));
    }

    // The middle of many numbers stands for them, for what they are spread over differs from row to row.
    lxw_chart* first_figures(lxw_row_t first, lxw_row_t last) const {
        auto* made = book.add_chart(LXW_CHART_BAR);
        filled(series(made, first, last, 1), vote_colour);
        chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        chart_axis_set_reverse(made->y_axis);
        chart_axis_off(made->x_axis);
        chart_axis_major_gridlines_set_visible(made->x_axis, LXW_FALSE);
        chart_set_series_gap(made, 60);
        return made;
    }

    lxw_chart* bars(const bar_chart& of, lxw_row_t first) const {
        const bool stacked = !of.legend.empty();
        auto* made = book.add_chart(stacked ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR);
        const auto last = first + static_cast<lxw_row_t>(of.bars.size()) - 1;
        stacked ? stances(made, first, last) : single(made, of, first, last);
        across(made);
        return made;
    }

    // The steps of the scale as shares of all judgements; their columns in the table are named by their numbers.
    lxw_chart* steps(lxw_col_t first_step, std::size_t count, lxw_row_t first, lxw_row_t last) const {
        auto* made = book.add_chart(LXW_CHART_BAR_STACKED_PERCENT);
        for (std::size_t step = 0; step < count; ++step) {
            auto* one = series(made, first, last, static_cast<lxw_col_t>(first_step + step));
            no_label_for_nothing(one);
            filled(one, shade(step, count));
            if (2 * step >= count) white_labels(one);
        }
        chart_legend_set_position(made, LXW_CHART_LEGEND_TOP);
        chart_set_series_overlap(made, 100);
        across(made);
        return made;
    }

    // From a pale ground to the accent.
    static lxw_color_t shade(std::size_t step, std::size_t count) {
        const auto share = count > 1 ? static_cast<double>(step) / static_cast<double>(count - 1) : 1;
        const auto channel = [&](unsigned shift) {
            const auto from = static_cast<double>(pass_ground >> shift & 0xFF),
                       to = static_cast<double>(agree_colour >> shift & 0xFF);
            return static_cast<lxw_color_t>(from + (to - from) * share) << shift;
        };
        return channel(16) | channel(8) | channel(0);
    }

    lxw_chart* field(const scale_of_field& steps, lxw_row_t first, lxw_row_t last) const {
        const auto along = static_cast<lxw_col_t>(1 + steps.first_mean), up = static_cast<lxw_col_t>(along + 1);
        auto* made = book.add_chart(LXW_CHART_SCATTER);
        auto* points = chart_add_series(made, nullptr, nullptr);
        chart_series_set_categories(points, at.sheet_name.c_str(), first, along, last, along);
        chart_series_set_values(points, at.sheet_name.c_str(), first, up, last, up);
        chart_series_set_marker_type(points, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(points, 9);
        lxw_chart_fill fill{};
        fill.color = agree_colour;
        chart_series_set_marker_fill(points, &fill);
        name_points(points, first, last);
        chart_axis_major_gridlines_set_visible(made->y_axis, LXW_FALSE);
        for (auto* axis : {made->x_axis, made->y_axis}) {
            chart_axis_set_min(axis, steps.lowest);
            chart_axis_set_max(axis, steps.highest);
        }
        const auto head = at.first_item - 1;
        chart_axis_set_name_range(made->x_axis, at.sheet_name.c_str(), head, along);
        chart_axis_set_name_range(made->y_axis, at.sheet_name.c_str(), head, up);
        if (steps.across_inverted) chart_axis_set_reverse(made->x_axis);
        if (steps.up_inverted) chart_axis_set_reverse(made->y_axis);
        chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        return made;
    }

    // By the hidden column of labels.
    void name_points(lxw_chart_series* points, lxw_row_t first, lxw_row_t last) const {
        const auto labels = static_cast<lxw_col_t>(at.after_table - 1);
        std::vector<std::string> cells;
        for (auto row = first; row <= last; ++row) {
            std::array<char, 16> cell{};
            lxw_rowcol_to_cell_abs(cell.data(), row, labels, 1, 1);
            cells.push_back("=" + quoted_sheet() + "!" + cell.data());
        }
        std::vector<lxw_chart_data_label> named(cells.size());
        std::vector<lxw_chart_data_label*> all;
        for (std::size_t at_cell = 0; at_cell < cells.size(); ++at_cell) {
            named[at_cell].value = cells[at_cell].data();
            all.push_back(&named[at_cell]);
        }
        all.push_back(nullptr);
        chart_series_set_labels(points);
        chart_series_set_labels_custom(points, all.data());
    }

    std::string quoted_sheet() const {
        std::string name = "'";
        for (const char c : at.sheet_name) name.append(c == '\'' ? 2 : 1, c);
        return name + "'";
    }

    // Bars from the top down, without an axis of numbers, which stand at the bars.
    static void across(lxw_chart* made) {
        chart_axis_set_reverse(made->y_axis);
        chart_axis_set_min(made->x_axis, 0);
        chart_axis_off(made->x_axis);
        chart_axis_major_gridlines_set_visible(made->x_axis, LXW_FALSE);
        chart_set_series_gap(made, 60);
    }

    // Where the documents have columns, the workbook has bars.
    std::string described(const vote& voted, const chart& data) const {
        const auto* rows = std::get_if<histograms>(&data.drawn);
        if (!rows) return data.description;
        const auto kind = has_steps(voted, book.in) ? "alt.stacked" : "alt.bars";
        return counted(book.in, kind, static_cast<int>(rows->rows.size())) + data.description.substr(data.kind.size());
    }

    void put(const chart& data, const std::string& words, lxw_chart* made, lxw_row_t row, double height) const {
        lxw_chart_font title_font{};
        title_font.size = 11;
        title_font.bold = LXW_TRUE;
        chart_title_set_name(made, data.title.c_str());
        chart_title_set_name_font(made, &title_font);
        chart_show_hidden_data(made);
        auto description = cell_text(words, book.in);
        lxw_chart_options options{};
        options.x_offset = 16;
        options.x_scale = wanted_width / chart_width;
        options.y_scale = height / chart_height;
        options.description = description.data();
        expect(worksheet_insert_chart_opt(at.sheet, row, at.after_table, made, &options));
    }
};

lxw_col_t first_step_column(const vote& voted, language in) {
    const auto columns = method_of(voted).columns(voted, in);
    const auto found = std::ranges::find(columns, figure_group::steps, &figure_column::group);
    return static_cast<lxw_col_t>(1 + (found - columns.begin()));
}

struct native_chart {
    lxw_chart* of;
    std::size_t items;
    double height;
};

native_chart native(const writer& write, const vote& voted, const chart& data, lxw_row_t first) {
    if (const auto* bars = std::get_if<bar_chart>(&data.drawn)) {
        const auto frame = bars->legend.empty() ? frame_height : frame_height_of_stack;
        const auto count = bars->bars.size();
        return {write.bars(*bars, first), count, frame + bar_height * static_cast<double>(count)};
    }
    if (const auto* rows = std::get_if<histograms>(&data.drawn)) {
        const auto count = rows->rows.size();
        const auto last = first + static_cast<lxw_row_t>(count) - 1;
        if (!has_steps(voted, write.book.in))
            return {write.first_figures(first, last), count, frame_height + bar_height * static_cast<double>(count)};
        return {write.steps(first_step_column(voted, write.book.in), rows->rows.front().counts.size(), first, last),
                count, frame_height_of_stack + bar_height * static_cast<double>(count)};
    }
    const auto last = first + static_cast<lxw_row_t>(voted.items.size()) - 1;
    const scale_of_field steps{static_cast<double>(voted.lowest_step),
                               static_cast<double>(voted.lowest_step) + static_cast<double>(voted.scale.size()) - 1,
                               voted.criteria.at(0).inverted, voted.criteria.at(1).inverted,
                               method_of(voted).columns(voted, write.book.in).size() - voted.criteria.size()};
    return {write.field(steps, first, last), voted.items.size(), field_height};
}

}  // namespace

lxw_row_t put_charts(workbook& book, const chart_place& at, const vote& voted, const blocks& said) {
    const writer write{book, at};
    lxw_row_t first = at.first_item, row = at.first_item - 1;
    const int most = voted.items.size() <= items_of_two_charts ? 2 : 1;
    int charts = 0;
    for (const auto& block : said) {
        const auto* data = std::get_if<chart>(&block);
        if (!data || ++charts > most) continue;
        const auto made = native(write, voted, *data, first);
        write.put(*data, write.described(voted, *data), made.of, row, made.height);
        first += static_cast<lxw_row_t>(made.items);
        row += static_cast<lxw_row_t>(made.height / row_height) + 2;
    }
    if (most > 1) worksheet_fit_to_pages(at.sheet, 1, 1);
    return row;
}

}  // namespace klartext::protocol::xlsx
