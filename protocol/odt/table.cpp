#include "protocol/odt/table.hpp"

#include "protocol/escape.hpp"
#include "protocol/odt/column_widths.hpp"

namespace klartext::protocol::odt {
namespace {

// A longer table may go on on the next page.
constexpr std::size_t rows_kept_together = 12;

std::string style_of(int millimetres) { return "Column_20_" + std::to_string(millimetres); }

std::string column(int millimetres) {
    return "<table:table-column table:style-name=\"" + style_of(millimetres) + "\"/>";
}

struct writer {
    paragraph_styles& styles;
    std::string& out;

    void cell(std::string_view cell_style, std::string_view style, const std::string& text) {
        out += "<table:table-cell table:style-name=\"" + std::string(cell_style) +
               "\" office:value-type=\"string\"><text:p" + styles.attribute(style, text) + ">" + content_of(text) +
               "</text:p></table:table-cell>";
    }

    void columns(const std::vector<int>& widths) {
        out += "<table:table-header-columns>" + column(widths.front()) + "</table:table-header-columns>";
        for (std::size_t at = 1; at < widths.size(); ++at) out += column(widths[at]);
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

void put_table(const table& data, paragraph_styles& styles, std::set<int>& widths, std::string& out) {
    writer write{styles, out};
    const auto columns = column_widths(data);
    widths.insert(columns.begin(), columns.end());
    const bool together = data.rows.size() <= rows_kept_together;
    out += std::string("<table:table table:style-name=\"") + (together ? "Short_20_Table" : "Long_20_Table") + "\">";
    write.columns(columns);
    write.head(data);
    for (const auto& cells : data.rows) write.row(data, cells);
    out += "</table:table>\n";
}

std::string table_styles(const std::set<int>& widths, const std::string& accent) {
    const auto table = [](std::string_view name, std::string_view breaks) {
        return "<style:style style:name=\"" + std::string(name) +
               R"(" style:family="table"><style:table-properties style:width="17cm" table:align="margins" )"
               R"(style:may-break-between-rows=")" +
               std::string(breaks) + "\"/></style:style>\n";
    };
    std::string columns;
    for (const auto millimetres : widths)
        columns += "<style:style style:name=\"" + style_of(millimetres) +
                   R"(" style:family="table-column"><style:table-column-properties style:column-width=")" +
                   std::to_string(millimetres) + "mm\"/></style:style>\n";
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
