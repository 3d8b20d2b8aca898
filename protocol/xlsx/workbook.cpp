#include "protocol/xlsx/workbook.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <system_error>

#include "protocol/escape.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/cell_text.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr std::uint8_t a4 = 9;
// The library keeps the parts of the workbook in files of their own until it packs them.
char folder_in_memory[] = "/dev/shm";

int file_in_memory() {
    const int file = memfd_create("minutes", MFD_CLOEXEC);
    if (file < 0) throw std::system_error(errno, std::generic_category(), "no memory for a workbook");
    return file;
}

lxw_workbook* new_workbook(int file) {
    lxw_workbook_options options{LXW_FALSE, folder_in_memory, LXW_FALSE};
    auto* made = workbook_new_opt(("/proc/self/fd/" + std::to_string(file)).c_str(), &options);
    if (!made) throw std::runtime_error("no memory for a workbook");
    return made;
}

constexpr double line_height = 15, highest_row = 409;  // points

std::size_t lines_of(std::string_view text, double width) {
    constexpr std::size_t no_more_than = 30;
    const auto columns = static_cast<std::size_t>(std::max(width - 2, 4.));
    std::size_t lines = 0;
    while (lines < no_more_than) {
        const auto end = text.find('\n');
        lines += std::max<std::size_t>(wrapped(text.substr(0, end), columns, no_more_than).size(), 1);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

// The library would look at the clock for 0.
std::time_t creation_of(const minutes& of) {
    const auto day = of.date.ok() ? of.date : std::chrono::year{1980} / 1 / 1;
    return std::chrono::system_clock::to_time_t(std::chrono::sys_days(day));
}

// '&' begins a field there.
std::string in_footer(std::string_view text) {
    std::string out;
    for (const char c : text) out.append(c == '&' ? 2 : 1, c);
    return out;
}

std::string footer_of(const std::string& title, language in) {
    return "&L&9" + in_footer(shortened(title, 80)) + "&R&9" + text_of(in, "page", {{"n", "&P"}, {"of", "&N"}});
}

}  // namespace

void expect(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write a workbook: ") + lxw_strerror(error));
}

workbook::workbook(const std::string& title, const minutes& of, const std::string& accent)
    : in(of.language),
      file_(file_in_memory()),
      made_(new_workbook(file_), &lxw_workbook_free),
      foot_(footer_of(title, of.language)) {
    std::string copy = title;
    lxw_doc_properties properties{};
    properties.title = copy.data();
    properties.created = creation_of(of);
    expect(workbook_set_properties(made_.get(), &properties));
    set_formats(static_cast<lxw_color_t>(std::stoul(accent.substr(1), nullptr, 16)));
}

workbook::~workbook() { close(file_); }

lxw_format* workbook::format() {
    auto* made = workbook_add_format(made_.get());
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
}

void workbook::set_formats(lxw_color_t accent) {
    constexpr lxw_color_t soft = 0x4A5B63, hairline = 0xC3CED3;
    const auto bold = [this] {
        auto* made = format();
        format_set_bold(made);
        return made;
    };
    const auto cell = [this] {
        auto* made = format();
        format_set_text_wrap(made);
        format_set_indent(made, 1);
        format_set_bottom(made, LXW_BORDER_THIN);
        format_set_bottom_color(made, hairline);
        return made;
    };
    const auto head = [&] {
        auto* made = bold();
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_BOTTOM);
        format_set_indent(made, 1);
        format_set_bottom(made, LXW_BORDER_MEDIUM);
        format_set_bottom_color(made, accent);
        return made;
    };
    formats = {bold(), format(), format(), format(), head(), head(), cell(),
               cell(), cell(),   cell(),   cell(),   cell(), cell(), {cell(), cell(), cell(), cell()}};
    format_set_font_size(formats.title, 16);
    format_set_font_color(formats.title, accent);
    format_set_font_color(formats.line, soft);
    format_set_font_color(formats.label, soft);
    format_set_text_wrap(formats.label);
    format_set_text_wrap(formats.value);
    format_set_font_color(formats.soft, soft);
    format_set_align(formats.number_head, LXW_ALIGN_RIGHT);
    for (auto* figures : {formats.number, formats.percent, formats.figure}) format_set_align(figures, LXW_ALIGN_RIGHT);
    std::string places = "0.0";
    for (auto* mean : formats.means) {
        format_set_align(mean, LXW_ALIGN_RIGHT);
        format_set_num_format(mean, (places += '0').c_str());
    }
    format_set_num_format(formats.number, "#,##0");
    format_set_num_format(formats.percent, "0%");
    format_set_num_format(formats.day, in == language::de ? "dd.mm.yyyy" : "yyyy-mm-dd");
    format_set_font_color(formats.link, accent);
    format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
}

lxw_worksheet* workbook::add_sheet(const std::string& name) {
    auto* sheet = workbook_add_worksheet(made_.get(), name.c_str());
    if (!sheet) throw std::runtime_error("cannot write a workbook: no sheet can be called " + name);
    worksheet_set_paper(sheet, a4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.6, 0.6, 0.7);
    expect(worksheet_set_footer(sheet, foot_.c_str()));
    return sheet;
}

lxw_chart* workbook::add_chart(lxw_chart_type type) {
    auto* chart = workbook_add_chart(made_.get(), type);
    if (!chart) throw std::runtime_error("no memory for a chart of a workbook");
    return chart;
}

void workbook::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* of) {
    expect(worksheet_write_string(sheet, row, column, cell_text(text, in).c_str(), of));
}

void workbook::fit(lxw_worksheet* sheet, lxw_row_t row, const std::vector<wrapped_text>& texts) {
    std::size_t lines = 1;
    for (const auto& [text, width] : texts) lines = std::max(lines, lines_of(text, width));
    if (lines > 1)
        expect(worksheet_set_row(sheet, row, std::min(line_height * static_cast<double>(lines), highest_row), nullptr));
}

std::string workbook::bytes() {
    {
        // The library writes dates by way of gmtime(), whose memory all threads share.
        static std::mutex one_at_a_time;
        const std::lock_guard lock(one_at_a_time);
        // Frees the workbook, whether it goes well or not.
        expect(workbook_close(made_.release()));
    }
    struct stat facts {};
    if (fstat(file_, &facts) != 0) throw std::runtime_error("the finished workbook cannot be read");
    std::string out(static_cast<std::size_t>(facts.st_size), '\0');
    if (pread(file_, out.data(), out.size(), 0) != static_cast<ssize_t>(out.size()))
        throw std::runtime_error("the finished workbook cannot be read");
    return out;
}

}  // namespace klartext::protocol::xlsx
