#include "protocol/odt/table.hpp"

#include <algorithm>

#include "protocol/escape.hpp"

namespace klartext::protocol::odt {
namespace {

// A longer table may go on on the next page.
constexpr std::size_t rows_kept_together = 12;

// In millimetres; the first column has what the numbers leave.
constexpr int page_width = 170;
constexpr std::size_t most_columns = 14;

// Many columns of numbers are the steps of a scale, with short heads.
constexpr int number_width(std::size_t columns) { return columns <= 5 ? 24 : columns <= 8 ? 15 : 11; }

std::string style_of(std::string_view which, std::size_t columns) {
    return std::string(which) + "_20_of_20_" + std::to_string(std::min(columns, most_columns));
}

std::string column(const std::string& style) { return "<table:table-column table:style-name=\"" + style + "\"/>"; }

struct writer {
    paragraph_styles& styles;
    std::string& out;

    void cell(std::string_view cell_style, std::string_view style, const std::string& text) {
        out += "<table:table-cell table:style-name=\"" + std::string(cell_style) +
               "\" office:value-type=\"string\"><text:p" + styles.attribute(style, text) + ">" + content_of(text) +
               "</text:p></table:table-cell>";
    }

    void columns(const table& data) {
        out += "<table:table-header-columns>" + column(style_of("First", data.columns.size())) +
               "</table:table-header-columns>";
        for (std::size_t at = 1; at < data.columns.size(); ++at) out += column(style_of("Number", data.columns.size()));
    }

    void head(const table& data) {
        out += "\n<table:table-header-rows><table:table-row table:style-name=\"Row\">";
        for (const auto& each : data.columns)
            cell("Head_20_Cell", each.numeric ? "Number_20_Heading" : "Table_20_Heading", each.title);
        out += "</table:table-row></table:table-header-rows>\n";
    }

    void row(const table& data, const std::vector<std::string>& cells) {
        out += "<table:table-row table:style-name=\"Row\">";
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const bool numeric = at < data.columns.size() && data.columns[at].numeric;
            cell("Cell", numeric ? "Number_20_Contents" : "Table_20_Contents", cells[at]);
        }
        out += "</table:table-row>\n";
    }
};

}  // namespace

void put_table(const table& data, paragraph_styles& styles, std::string& out) {
    writer write{styles, out};
    const bool together = data.rows.size() <= rows_kept_together;
    out += std::string("<table:table table:style-name=\"") + (together ? "Short_20_Table" : "Long_20_Table") + "\">";
    write.columns(data);
    write.head(data);
    for (const auto& cells : data.rows) write.row(data, cells);
    out += "</table:table>\n";
}

std::string table_styles(const std::string& accent) {
    const auto table = [](std::string_view name, std::string_view breaks) {
        return "<style:style style:name=\"" + std::string(name) +
               R"(" style:family="table"><style:table-properties style:width="17cm" table:align="margins" )"
               R"(style:may-break-between-rows=")" +
               std::string(breaks) + "\"/></style:style>\n";
    };
    const auto column = [](const std::string& name, int millimetres) {
        return "<style:style style:name=\"" + name +
               R"(" style:family="table-column"><style:table-column-properties style:column-width=")" +
               std::to_string(millimetres) + "mm\"/></style:style>\n";
    };
    std::string columns;
    for (std::size_t count = 1; count <= most_columns; ++count) {
        const auto numbers = number_width(count);
        columns += column(style_of("Number", count), numbers);
        columns += column(style_of("First", count), page_width - numbers * static_cast<int>(count - 1));
    }
    const auto cell = [](std::string_view name, const std::string& border, std::string_view align) {
        return "<style:style style:name=\"" + std::string(name) +
               R"(" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="none" )"
               "fo:border-bottom=\"" +
               border + "\" style:vertical-align=\"" + std::string(align) + "\"/></style:style>\n";
    };
    return table("Short_20_Table", "false") + table("Long_20_Table", "true") + columns +
           R"(<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>)"
           "\n" +
           cell("Head_20_Cell", "1.5pt solid " + accent, "bottom") + cell("Cell", "0.5pt solid #c3ced3", "top");
}

}  // namespace klartext::protocol::odt
