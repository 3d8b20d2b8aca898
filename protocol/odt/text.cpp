#include "protocol/odt/text.hpp"

#include <algorithm>
#include <utility>

#include "protocol/escape.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::odt {
namespace {

struct variant {
    std::string_view ending, properties;
};

// Not "start", which LibreOffice takes for the left side.
constexpr variant to_the_left{"_rtl", R"(style:writing-mode="rl-tb" fo:text-align="right")"};
constexpr variant on_a_page{"_page", R"(fo:break-before="page")"};
constexpr variant on_a_page_to_the_left{"_page_rtl",
                                        R"(fo:break-before="page" style:writing-mode="rl-tb" fo:text-align="right")"};

std::string definition(const std::string& style, const variant& of) {
    return "<style:style style:name=\"" + style + std::string(of.ending) +
           R"(" style:family="paragraph" style:parent-style-name=")" + style + "\"><style:paragraph-properties " +
           std::string(of.properties) + "/></style:style>\n";
}

std::string blanks(std::size_t count) {
    return count == 1 ? "<text:s/>" : "<text:s text:c=\"" + std::to_string(count) + "\"/>";
}

}  // namespace

std::string content_of(std::string_view text, bool after_blank) {
    const auto safe = escaped(text);
    std::string out;
    for (std::size_t at = 0; at < safe.size(); ++at) {
        const char c = safe[at];
        if (c == '\r' && at + 1 < safe.size() && safe[at + 1] == '\n') continue;
        if (c == ' ' && after_blank) {
            const auto end = std::min(safe.find_first_not_of(' ', at), safe.size());
            out += blanks(end - at);
            at = end - 1;
        } else if (c == '\n' || c == '\r') {
            out += "<text:line-break/>";
        } else if (c == '\t') {
            out += "<text:tab/>";
        } else {
            out += c;
        }
        after_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
    return out;
}

std::string span(std::string_view style, std::string_view text) {
    return "<text:span text:style-name=\"" + std::string(style) + "\">" + content_of(text) + "</text:span>";
}

std::string paragraph_styles::attribute(std::string_view style, std::string_view text) {
    std::string name(style);
    const bool leftwards = reads_right_to_left(text), begins = std::exchange(page_begins_, false);
    if (begins) {
        (leftwards ? page_leftward_ : page_rightward_).insert(name);
        name += (leftwards ? on_a_page_to_the_left : on_a_page).ending;
    } else if (leftwards) {
        leftward_.insert(name);
        name += to_the_left.ending;
    }
    return " text:style-name=\"" + name + "\"";
}

std::string paragraph_styles::definitions() const {
    std::string out;
    for (const auto& style : leftward_) out += definition(style, to_the_left);
    for (const auto& style : page_rightward_) out += definition(style, on_a_page);
    for (const auto& style : page_leftward_) out += definition(style, on_a_page_to_the_left);
    return out;
}

}  // namespace klartext::protocol::odt
