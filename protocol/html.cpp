#include "protocol/html.hpp"

#include <algorithm>
#include <utility>

#include "protocol/accent.hpp"
#include "protocol/card_marks.hpp"
#include "protocol/chart.hpp"
#include "protocol/compose.hpp"
#include "protocol/escape.hpp"
#include "protocol/html_style.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/picture/picture.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

// A longer table may break between two pages.
constexpr std::size_t rows_kept_together = 12;
constexpr std::string_view files_anchor = "files";

std::string element(std::string_view tag, std::string_view attributes, std::string_view text) {
    std::string out = "<" + std::string(tag);
    if (!attributes.empty()) out.append(" ").append(attributes);
    return out + ">" + escaped(text) + "</" + std::string(tag) + ">";
}

// Attributes of what a person has written.
std::string written(const std::string& text, std::string_view more = {}) {
    const auto language = language_by_script(text);
    auto out = std::string(more) + (more.empty() ? "" : " ") + R"(dir="auto")";
    if (!language.empty()) out.append(" lang=\"").append(language).append("\"");
    return out;
}

std::string_view tone_class(tone tone) {
    switch (tone) {
        case tone::plain: return {};
        case tone::note: return R"(class="note")";
        case tone::warning: return R"(class="warning")";
    }
    return {};
}

std::string kind_class(card_tone tone) { return "class=\"kind " + std::string(name_of(tone)) + "\""; }

std::string note_of(const heading& head) {
    return head.note.empty() ? std::string() : " " + element("span", R"(class="count")", head.note);
}

struct html_writer {
    std::string list;  ///< of contents
    std::string out;
    int tables = 0;
    int charts = 0;
    bool in_section = false;

    void line(std::string_view text) { out.append(text).append("\n"); }

    void operator()(const heading& head) {
        if (head.level == 2) begin_section(head.anchor);
        const auto tag = "h" + std::to_string(head.level);
        line("<" + tag + " id=\"" + head.anchor + "\" " + written(head.text) + ">" + escaped(head.text) +
             note_of(head) + "</" + tag + ">");
    }

    void operator()(const paragraph& said) { line(element("p", tone_class(said.tone), said.text)); }

    void operator()(const markdown_text& text) {
        line(text.framed ? R"(<div class="markdown framed" dir="auto">)" : R"(<div class="markdown" dir="auto">)");
        out += markdown_to_safe_html(text.source, text.under_level);
        line("</div>");
    }

    void operator()(const facts& known) {
        line(R"(<dl class="facts">)");
        for (const auto& row : known.rows)
            line("<div>" + element("dt", row.tone ? written(row.label, kind_class(*row.tone)) : "", row.label) +
                 element("dd", written(row.value), row.value) + "</div>");
        line("</dl>");
    }

    void operator()(const bullets& list) {
        line(R"(<ul class="bullets">)");
        for (const auto& item : list.items) line(element("li", written(item), item));
        line("</ul>");
    }

    void operator()(const cards& list) {
        line(R"(<ul class="cards">)");
        for (const auto& item : list.items) put(item);
        line("</ul>");
    }

    void operator()(const table& data) {
        const auto id = "table-" + std::to_string(++tables);
        // Focusable, so that a wide table can be scrolled with the keyboard.
        out += data.rows.size() <= rows_kept_together ? R"(<div class="table short")" : R"(<div class="table")";
        line(R"( role="region" tabindex="0" aria-labelledby=")" + id + R"("><table>)");
        line(R"(<caption id=")" + id + R"(">)" + escaped(data.caption) + " " + element("span", {}, data.note) +
             "</caption>");
        out += "<thead><tr>";
        for (const auto& column : data.columns)
            out += element("th", column.numeric ? R"(scope="col" class="number")" : R"(scope="col")", column.title);
        line("</tr></thead>\n<tbody>");
        for (const auto& cells : data.rows) row(data, cells);
        line("</tbody></table></div>");
    }

    void operator()(const chart& data) {
        line("<figure>");
        out += draw(data, "chart-" + std::to_string(++charts));
        out += "<figcaption>" + escaped(data.title);
        if (!data.note.empty()) out += " " + element("span", {}, data.note);
        line("</figcaption>\n</figure>");
    }

    void operator()(const contents&) {
        end_section();
        out += list;
    }

    void operator()(const page_end&) { line(R"(<div class="page-end"></div>)"); }

    void row(const table& data, const std::vector<std::string>& cells) {
        out += "<tr>" + element("th", written(cells.front(), R"(scope="row")"), cells.front());
        for (std::size_t at = 1; at < cells.size(); ++at)
            out += element("td", data.columns[at].numeric ? "" : written(cells[at], R"(class="words")"), cells[at]);
        line("</tr>");
    }

    void put(const card& item) {
        out += "<li>";
        out += item.withdrawn.empty() ? element("p", written(item.text, R"(class="said")"), item.text)
                                      : element("p", R"(class="note")", item.withdrawn);
        put_marks(item);
        if (!item.tags.empty()) out += element("p", R"(class="marks" dir="auto")", item.tags);
        if (!item.comments.empty()) {
            out += element("p", R"(class="comments-label")", item.comments_label) + R"(<ul class="comments">)";
            for (const auto& comment : item.comments) out += element("li", written(comment), comment);
            out += "</ul>";
        }
        line("</li>");
    }

    static std::string class_of_mark(const std::string& mark, const card& of) {
        return !of.votes.empty() && mark == of.votes ? R"(class="votes")" : "";
    }

    void put_marks(const card& item) {
        const auto marks = marks_of(item);
        if (marks.empty()) return;
        out += R"(<p class="marks">)";
        for (const auto& each : marks) {
            const bool is_kind = &each == marks.data() && !item.kind.empty();
            out += (&each == marks.data() ? "" : " · ") +
                   element("span", written(each, is_kind ? kind_class(item.tone) : class_of_mark(each, item)), each);
        }
        out += "</p>";
    }

    void begin_section(const std::string& anchor) {
        end_section();
        line("<section aria-labelledby=\"" + anchor + "\">");
        in_section = true;
    }

    void end_section() {
        if (in_section) line("</section>");
        in_section = false;
    }
};

std::string tones() {
    std::string out;
    for (const auto tone : all_tones())
        out +=
            ".kind." + std::string(name_of(tone)) + "::before { background: " + std::string(colour_of(tone)) + "; }\n";
    return out;
}

// The house's colour is fit for white alone: after the standing style, and not where the paper is dark.
std::string style_of(const house& whose) {
    auto style = std::string(html_style()) + tones();
    if (whose.accent.empty()) return style;
    const auto accent = ":root { --accent: " + accent_of(whose) + "; }\n";
    return style + "@media (prefers-color-scheme: light) { " + accent + "}\n@media print { " + accent + "}\n";
}

std::string head_of(const minutes& of, const house& whose) {
    const auto title = one_line(of.title).empty() ? text_of(of.language, "untitled") : one_line(of.title);
    const auto named = text_of(of.language, "colon", {{"label", text_of(of.language, "minutes")}, {"value", title}});
    return R"(<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Klartext">
)" + element("title", {}, named) +
           "\n<style>" + style_of(whose) + "</style>\n</head>\n";
}

std::string item_of(const companions::file& file, bool attached) {
    const auto name = attached ? element("span", R"(class="file")", file.name)
                               : element("a", "class=\"file\" href=\"" + escaped(file.name) + "\" download", file.name);
    return "<li>" + name + " " + element("span", R"(class="holds" dir="auto")", file.holds) + "</li>\n";
}

std::string list_of(const companions& beside) {
    std::string out = "<ul class=\"files\">\n";
    for (const auto& file : beside.files) out += item_of(file, beside.attached);
    return out + "</ul>\n";
}

std::string entry_of(const heading& head) {
    return "<li " + written(head.text) + ">" + element("a", "href=\"#" + head.anchor + "\"", head.text) + note_of(head);
}

// Activities, and in each of them the parts that say how much is in them.
std::string contents_of(const std::vector<block>& blocks, language in) {
    auto out =
        R"(<nav aria-labelledby="contents">)" + element("h2", R"(id="contents")", text_of(in, "contents")) + "\n<ul>";
    bool first = true, parts = false;
    const auto end_parts = [&] { out += std::exchange(parts, false) ? "</ul>\n" : ""; };
    for (const auto& block : blocks) {
        const auto* head = std::get_if<heading>(&block);
        if (head && head->level == 2) {
            end_parts();
            out += (std::exchange(first, false) ? "\n" : "</li>\n") + entry_of(*head);
        } else if (head && head->level == 3 && !head->note.empty()) {
            if (!std::exchange(parts, true)) out += "\n<ul>\n";
            out += entry_of(*head) + "</li>\n";
        }
    }
    end_parts();
    return out + "</li>\n</ul>\n</nav>\n";
}

// Without words of its own it says what the name beside it says.
std::string logo_of(const house& whose) {
    const auto address = data_address(whose.logo);
    if (!address) return {};
    return "<img src=\"" + *address + "\" alt=\"" + escaped(whose.logo_words) + "\">";
}

void put_house(const house& whose, html_writer& write) {
    const auto logo = logo_of(whose);
    if (logo.empty() && whose.name.empty()) return;
    write.line(R"(<div class="house">)" + logo +
               (whose.name.empty() ? std::string() : element("p", R"(dir="auto")", whose.name)) + "</div>");
}

std::string body_of(const std::vector<block>& blocks, const companions& beside, language in, const house& whose) {
    html_writer write{contents_of(blocks, in), {}};
    bool begun = false, at_files = false;
    const auto end_files = [&] { write.out += std::exchange(at_files, false) ? list_of(beside) : ""; };
    write.line(R"(<header>)");
    put_house(whose, write);
    for (const auto& block : blocks) {
        const auto* head = std::get_if<heading>(&block);
        if (head && head->level == 1) write.line(element("p", R"(class="kicker")", text_of(in, "minutes")));
        if (head && head->level == 2 && !std::exchange(begun, true)) write.line("</header>\n<main id=\"content\">");
        if (head) end_files();
        if (head && head->anchor == files_anchor) at_files = true;
        std::visit(write, block);
    }
    end_files();
    write.end_section();
    write.line("</main>");
    return write.out;
}

std::vector<block> blocks_of(const minutes& of, const companions& beside, edition how) {
    auto blocks = compose(of, how);
    if (beside.files.empty()) return blocks;
    const auto in = of.language;
    const auto last = std::ranges::find_if(blocks, [](const block& each) {
        const auto* head = std::get_if<heading>(&each);
        return head && head->anchor == checking_anchor;
    });
    blocks.insert(last, {heading{2, text_of(in, "files"), std::string(files_anchor)},
                         paragraph{text_of(in, beside.attached ? "files.attached" : "files.beside")}});
    return blocks;
}

}  // namespace

std::string to_html(const minutes& of, const companions& beside, edition how, const house& whose) {
    const auto in = of.language;
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(in == language::de ? "de" : "en") + "\">\n" +
           head_of(of, whose) + "<body>\n" + element("a", R"(class="skip" href="#content")", text_of(in, "skip")) +
           "\n<div class=\"sheet\">\n" + body_of(blocks_of(of, beside, how), beside, in, whose) +
           "</div>\n</body>\n</html>\n";
}

}  // namespace klartext::protocol
