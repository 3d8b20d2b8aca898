#include "protocol/odt/body.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "protocol/card_marks.hpp"
#include "protocol/chart.hpp"
#include "protocol/escape.hpp"
#include "protocol/odt/table.hpp"
#include "protocol/picture/picture.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::odt {
namespace {

// The breadth of the text on the page of styles.cpp, 17 cm.
constexpr int chart_width = 642;
constexpr double dots_per_pixel = 2;
constexpr std::size_t items_kept_together = 12;

std::string in_centimetres(double pixels) {
    const auto hundredths = static_cast<long long>(pixels * 254 / 96 + 0.5);
    const auto rest = hundredths % 100;
    return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest) + "cm";
}

std::string_view style_of(tone of) {
    switch (of) {
        case tone::plain: return "Text_20_body";
        case tone::note: return "Note";
        case tone::warning: return "Warning";
    }
    return {};
}

std::string on_a_line_of_its_own(const std::string& note) {
    return note.empty() ? std::string() : "<text:line-break/>" + content_of(note);
}

// A field of colour that no voice reads: blanks on coloured ground.
std::string field_of(std::optional<card_tone> tone) {
    if (!tone) return {};
    return span("Tone_20_" + std::string(name_of(*tone)), "\u00a0\u00a0") + " ";
}

struct writer {
    body made = {};
    std::string out = {};
    int notices = 0;
    int charts = 0;
    bool leads_to_list = false;

    void line(std::string_view text) { out.append(text).append("\n"); }

    void put(std::string_view style, std::string_view text) { put(style, text, content_of(text)); }

    void put(std::string_view style, std::string_view text, const std::string& xml) {
        line("<text:p" + made.styles.attribute(style, text) + ">" + xml + "</text:p>");
    }

    void operator()(const heading& head) {
        if (head.level == 1) return put("Title", head.text);
        heading_words words{head.text, content_of(head.text)};
        if (!head.note.empty()) {
            words.text = set_apart(head.text) + " · " + head.note;
            words.xml = content_of(set_apart(head.text)) + " " + span("Count", "· " + head.note);
        }
        line(heading_of(head.level, words, head.anchor, made));
    }

    void operator()(const paragraph& said) {
        put(leads_to_list && said.tone == tone::plain ? "Lead" : style_of(said.tone), said.text);
    }

    void operator()(const markdown_text& text) {
        if (!text.framed) return put_markdown(text, "Text_20_body", made, out);
        line("<text:section text:style-name=\"Notice_20_Section\" text:name=\"notice-" + std::to_string(++notices) +
             "\">");
        put_markdown(text, "Notice", made, out);
        line("</text:section>");
    }

    void operator()(const facts& known) {
        for (const auto& row : known.rows)
            put(&row == &known.rows.back() ? "Last_20_Fact" : "Fact", row.label,
                field_of(row.tone) + span("Label", row.label) + "<text:tab/>" + content_of(row.value));
    }

    void operator()(const bullets& list) {
        line(R"(<text:list text:style-name="List_20_1">)");
        const bool together = list.items.size() <= items_kept_together;
        for (const auto& item : list.items)
            list_item(together && &item != &list.items.back() ? "List_20_Start" : "List_20_Contents", item);
        line("</text:list>");
    }

    void operator()(const cards& list) {
        line(R"(<text:list text:style-name="Contributions">)");
        for (const auto& item : list.items) put(item);
        line("</text:list>");
    }

    void operator()(const table& data) {
        put("Caption", data.caption, span("Strong_20_Emphasis", data.caption) + on_a_line_of_its_own(data.note));
        put_table(data, made.styles, made.column_widths, out);
        put("After_20_Table", "");
    }

    void operator()(const chart& data) {
        const auto name = "chart-" + std::to_string(++charts);
        const auto drawn = draw_at_width(data, name, chart_width);
        const auto stem = "Pictures/" + name;
        frame_names frame{name, {}, stem + ".png"};
        // LibreOffice 7.4 prefers the drawing, and puts letters that run to the left in the wrong order in it.
        if (!holds_right_to_left(drawn.svg)) {
            frame.svg = stem + ".svg";
            made.pictures.push_back({frame.svg, "image/svg+xml", drawn.svg});
        }
        made.pictures.push_back({frame.png, "image/png", rasterised(drawn, dots_per_pixel)});
        put("Figure", "", frame_of(frame, drawn.width, drawn.height, data.title, data.description));
        put("Illustration", data.title, span("Strong_20_Emphasis", data.title) + on_a_line_of_its_own(data.note));
    }

    void operator()(const contents&) {
        made.contents_title = made.styles.attribute("Contents_20_Heading", {});
        made.before_contents = std::exchange(out, {});
    }

    void operator()(const page_end&) { made.styles.begin_page(); }

    void list_item(std::string_view style, std::string_view text) {
        out += "<text:list-item>";
        put(style, text);
        line("</text:list-item>");
    }

    void put(const card& item) {
        out += "<text:list-item>";
        const auto marks = line_of_marks(item);
        const bool goes_on = !item.comments.empty() || !marks.empty() || !item.tags.empty();
        if (!item.withdrawn.empty()) {
            put(goes_on ? "Withdrawn_20_Start" : "Withdrawn", item.withdrawn);
        } else {
            put(goes_on ? "Contribution_20_Start" : "Contribution", item.text);
        }
        const auto tone = item.kind.empty() ? std::nullopt : std::optional(item.tone);
        if (!marks.empty()) put("Contribution_20_Section", marks, field_of(tone) + content_of(marks));
        if (!item.tags.empty()) put("Contribution_20_Section", item.tags);
        if (!item.comments.empty()) {
            put("Comments_20_Label", item.comments_label);
            line("<text:list>");
            for (const auto& comment : item.comments) list_item("Comment", comment);
            line("</text:list>");
        }
        line("</text:list-item>");
    }
};

}  // namespace

std::string frame_of(const frame_names& of, double width, double height, const std::string& title,
                     const std::string& description) {
    const auto image = [](const std::string& file, std::string_view type) {
        return file.empty()
                   ? std::string()
                   : "<draw:image xlink:href=\"" + file +
                         R"(" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type=")" +
                         std::string(type) + "\"/>";
    };
    const auto svg = image(of.svg, "image/svg+xml"), png = image(of.png, "image/png");
    return "<draw:frame draw:style-name=\"Graphics\" draw:name=\"" + of.name +
           "\" text:anchor-type=\"as-char\" svg:width=\"" + in_centimetres(width) + "\" svg:height=\"" +
           in_centimetres(height) + "\">" + svg + png + "<svg:title>" + escaped(title) + "</svg:title><svg:desc>" +
           escaped(description) + "</svg:desc></draw:frame>";
}

std::string heading_of(int level, const heading_words& words, const std::string& anchor, body& into) {
    const auto outline = std::max(level - 1, 1);
    const auto number = std::to_string(outline);
    into.contents.push_back({outline, words.text, anchor});
    return "<text:h" + into.styles.attribute("Heading_20_" + number, words.text) + " text:outline-level=\"" + number +
           "\"><text:bookmark-start text:name=\"" + anchor + "\"/>" + words.xml + "<text:bookmark-end text:name=\"" +
           anchor + "\"/></text:h>";
}

body body_of(const std::vector<block>& blocks) {
    writer write;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        write.leads_to_list = at + 1 < blocks.size() && std::holds_alternative<bullets>(blocks[at + 1]);
        std::visit(write, blocks[at]);
    }
    write.made.after_contents = std::move(write.out);
    return std::move(write.made);
}

}  // namespace klartext::protocol::odt
