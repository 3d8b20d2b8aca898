#include <algorithm>

#include "protocol/escape.hpp"
#include "protocol/odt/body.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::odt {
namespace {

constexpr std::size_t lines_of_two_pages = 90;
constexpr int deepest = 2;

int shown_levels(const std::vector<contents_line>& lines) {
    const auto shown = std::ranges::count_if(lines, [](const auto& line) { return line.level <= deepest; });
    return static_cast<std::size_t>(shown) <= lines_of_two_pages ? deepest : 1;
}

std::string template_of(int level) {
    const auto number = std::to_string(level);
    return "<text:table-of-content-entry-template text:outline-level=\"" + number +
           "\" text:style-name=\"Contents_20_" + number +
           R"("><text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/>)"
           R"(<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>)"
           "<text:index-entry-link-end/></text:table-of-content-entry-template>\n";
}

std::string entry_of(const contents_line& line) {
    return "<text:p text:style-name=\"Contents_20_" + std::to_string(line.level) +
           "\"><text:a xlink:type=\"simple\" xlink:href=\"#" + line.anchor +
           R"(" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">)" +
           content_of(set_apart(line.text)) +
           R"(<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name=")" + line.anchor +
           "\"></text:bookmark-ref></text:a></text:p>\n";
}

}  // namespace

std::string contents_of(const std::vector<contents_line>& lines, std::string_view title_style, language in) {
    if (lines.empty()) return {};
    const auto levels = shown_levels(lines);
    const auto title = escaped(text_of(in, "contents"));
    std::string out =
        R"(<text:table-of-content text:name="contents" text:style-name="Contents_20_Section" text:protected="true">)"
        "\n<text:table-of-content-source text:outline-level=\"" +
        std::to_string(levels) + "\" text:use-index-marks=\"false\">\n" +
        R"(<text:index-title-template text:style-name="Contents_20_Heading">)" + title +
        "</text:index-title-template>\n";
    for (int level = 1; level <= levels; ++level) out += template_of(level);
    out +=
        "</text:table-of-content-source>\n<text:index-body>\n<text:index-title text:name=\"contents_title\" "
        "text:style-name=\"Contents_20_Section\"><text:p" +
        std::string(title_style) + ">" + title + "</text:p></text:index-title>\n";
    for (const auto& line : lines)
        if (line.level <= levels) out += entry_of(line);
    return out + "</text:index-body>\n</text:table-of-content>\n";
}

}  // namespace klartext::protocol::odt
