#include <optional>
#include <utility>

#include "protocol/escape.hpp"
#include "protocol/markdown.hpp"
#include "protocol/odt/body.hpp"

namespace klartext::protocol::odt {
namespace {

struct writer {
    body& into;
    std::string& out;
    std::string_view plain_style;
    heading_words inside = {};  // of the paragraph at hand, whose style depends on all of its text
    int lists = 0;
    int quotes = 0;
    std::optional<int> first_number = {};  // of the next item, if it is not 1

    void operator()(const markdown_event& part) {
        switch (part.kind) {
            case markdown_kind::paragraph:
                if (!part.begins) put(paragraph_style());
                return;
            case markdown_kind::heading:
                if (!part.begins) put_heading(part.level);
                return;
            case markdown_kind::list: return list(part);
            case markdown_kind::item: return item(part.begins);
            case markdown_kind::quote: quotes += part.begins ? 1 : -1; return;
            case markdown_kind::emphasis: return styled("Emphasis", part.begins);
            case markdown_kind::strong: return styled("Strong_20_Emphasis", part.begins);
            case markdown_kind::link: return link(part);
            case markdown_kind::code_block: return code_block(part.text);
            case markdown_kind::rule: return line(R"(<text:p text:style-name="Horizontal_20_Line"/>)");
            case markdown_kind::text: return say(part.text, content_of(part.text, after_blank()));
            case markdown_kind::code: return say(part.text, span("Source_20_Text", part.text));
            case markdown_kind::line_break: return say("\n", "<text:line-break/>");
        }
    }

    void line(std::string_view text) { out.append(text).append("\n"); }

    void say(std::string_view text, const std::string& xml) {
        inside.text += text;
        inside.xml += xml;
    }

    bool after_blank() const {
        return inside.text.empty() || inside.text.ends_with(' ') || inside.text.ends_with('\n');
    }

    std::string_view paragraph_style() const {
        if (quotes > 0) return "Quotations";
        return lists > 0 ? "List_20_Contents" : plain_style;
    }

    void put(std::string_view style) {
        const auto words = std::exchange(inside, {});
        line("<text:p" + into.styles.attribute(style, words.text) + ">" + words.xml + "</text:p>");
    }

    // An outline that begins within a list or a quotation is of no use to anybody.
    void put_heading(int level) {
        if (lists > 0 || quotes > 0) return put("List_20_Heading");
        const auto anchor = "text-" + std::to_string(into.contents.size() + 1);
        line(heading_of(level, std::exchange(inside, {}), anchor, into));
    }

    void list(const markdown_event& part) {
        lists += part.begins ? 1 : -1;
        if (!part.begins) return line("</text:list>");
        line(std::string("<text:list text:style-name=\"") + (part.first_number ? "Numbering_20_1" : "List_20_1") +
             "\">");
        first_number = part.first_number;
    }

    void item(bool begins) {
        if (!begins) return line("</text:list-item>");
        const auto number = std::exchange(first_number, std::nullopt);
        line(number.value_or(1) == 1 ? "<text:list-item>"
                                     : "<text:list-item text:start-value=\"" + std::to_string(*number) + "\">");
    }

    void styled(std::string_view style, bool begins) {
        inside.xml += begins ? "<text:span text:style-name=\"" + std::string(style) + "\">" : "</text:span>";
    }

    void link(const markdown_event& part) {
        inside.xml += part.begins ? "<text:a xlink:type=\"simple\" xlink:href=\"" + escaped(part.text) +
                                        R"(" text:style-name="Internet_20_link">)"
                                  : "</text:a>";
    }

    void code_block(std::string_view text) {
        while (text.ends_with('\n')) text.remove_suffix(1);
        say(text, content_of(text));
        put("Preformatted_20_Text");
    }
};

}  // namespace

void put_markdown(const markdown_text& text, std::string_view style, body& into, std::string& out) {
    writer write{into, out, style};
    read_markdown(text.source, text.under_level, [&](const markdown_event& part) { write(part); });
}

}  // namespace klartext::protocol::odt
