#pragma once
#include <xlsxwriter.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/minutes.hpp"

namespace klartext::protocol::xlsx {

/// Throws std::runtime_error with the library's words for it.
void expect(lxw_error);

struct formats {
    lxw_format *title, *line, *label, *value, *head, *number_head, *text, *soft, *number, *percent, *figure, *link,
        *day;
    std::array<lxw_format*, 4> means;  ///< with two places behind the point, and up to five
};

/// A workbook in the making; its file lies in memory and has no name.
class workbook {
public:
    /// `accent`: "#rrggbb".
    workbook(const std::string& title, const minutes&, const std::string& accent);
    ~workbook();
    workbook(const workbook&) = delete;
    workbook& operator=(const workbook&) = delete;

    /// For A4 across, as wide as one page.
    lxw_worksheet* add_sheet(const std::string& name);
    lxw_chart* add_chart(lxw_chart_type);

    /// As a text, whatever it begins with.
    void write(lxw_worksheet*, lxw_row_t, lxw_col_t, std::string_view text, lxw_format*);

    /// A wrapped text and the width of its column, in letters.
    struct wrapped_text {
        std::string_view text;
        double width;
    };

    /// Makes the row high enough for these. Excel would do so by itself, LibreOffice does not. No row is higher than
    /// 409 points, about 27 lines: of a longer text the rest is seen when its cell is opened.
    void fit(lxw_worksheet*, lxw_row_t, const std::vector<wrapped_text>&);

    /// Ends the workbook and gives its bytes; nothing may be called after it.
    [[nodiscard]] std::string bytes();

    xlsx::formats formats{};
    const language in;

private:
    lxw_format* format();
    void set_formats(lxw_color_t accent);

    int file_;
    std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> made_;
    std::string foot_;
};

}  // namespace klartext::protocol::xlsx
