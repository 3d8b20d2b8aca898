#include "protocol/markdown_document.hpp"

#include <algorithm>
#include <vector>

#include "protocol/card_marks.hpp"
#include "protocol/compose.hpp"
#include "protocol/escape.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a character stands for itself wherever it is. '_' within a word does.
bool always_needs_escape(std::string_view line, std::size_t at) {
    constexpr std::string_view marks = "\\`*[]<|~$";
    const auto next = at + 1 < line.size() ? line[at + 1] : ' ';
    if (marks.find(line[at]) != std::string_view::npos) return true;
    if (line[at] == '&') return is_letter(next) || next == '#';
    if (line[at] != '_') return false;
    const bool after_word = at > 0 && (is_letter(line[at - 1]) || is_digit(line[at - 1]));
    return !after_word || !(is_letter(next) || is_digit(next));
}

bool ends_word(std::string_view line, std::size_t at) {
    return at >= line.size() || line[at] == ' ' || line[at] == '\t';
}

// The place of what would make a heading, a list, a quotation, a rule or a table of a line that begins with it.
std::size_t escape_at_start(std::string_view line) {
    constexpr auto none = std::string_view::npos;
    if (line.empty()) return none;
    const auto next = line.size() > 1 ? line[1] : ' ';
    switch (line[0]) {
        case '#': return ends_word(line, 1) || next == '#' ? 0 : none;
        case '+':
        case '-': return ends_word(line, 1) || next == '-' ? 0 : none;
        case ':': return next == '-' ? 0 : none;
        case '=': return line.find_first_not_of("= \t") == none ? 0 : none;
        case '>': return 0;
        default: break;
    }
    const auto end = line.find_first_not_of("0123456789");
    const bool numbers = end != none && end > 0 && (line[end] == '.' || line[end] == ')') && ends_word(line, end + 1);
    return numbers ? end : none;
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blanks = " \t\v\f\r";
    const auto first = std::min(line.find_first_not_of(blanks), line.size());
    line.remove_prefix(first);
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

std::string escaped_line(std::string_view line, bool at_start) {
    std::string out;
    const auto start = at_start ? escape_at_start(line) : std::string_view::npos;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool closes_heading =
            line[at] == '#' && (at == 0 ? !at_start : line[at - 1] == ' ' || line[at - 1] == '#');
        if (at == start || closes_heading || always_needs_escape(line, at)) out += '\\';
        out += line[at];
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    auto safe = sound(text);
    // One line end for all there are: of Windows, of old Macs.
    for (std::size_t at = 0; at < safe.size(); ++at)
        if (safe[at] == '\r' && (at + 1 == safe.size() || safe[at + 1] != '\n')) safe[at] = '\n';
    for (std::size_t from = 0; from <= safe.size();) {
        const auto end = std::min(safe.find('\n', from), safe.size());
        lines.emplace_back(trimmed(std::string_view(safe).substr(from, end - from)));
        from = end + 1;
    }
    return lines;
}

// For headings and cells.
std::string in_one_line(std::string_view text) {
    std::string out;
    for (const auto& line : lines_of(text))
        if (!line.empty()) out += (out.empty() ? "" : " ") + line;
    return escaped_line(out, false);
}

std::string quoted(std::string_view markdown) {
    std::string out;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        out.append(end == 0 ? ">" : "> ").append(markdown.substr(0, end)).append("\n");
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return out;
}

struct writer {
    std::string out;

    void line(std::string_view text) { out.append(text).append("\n"); }
    void gap() { out += "\n"; }

    void operator()(const heading& head) {
        line(std::string(static_cast<std::size_t>(head.level), '#') + " " + in_one_line(head.text) +
             (head.note.empty() ? "" : " · " + head.note));
        gap();
    }

    void operator()(const paragraph& said) {
        const auto text = as_markdown(said.text);
        switch (said.tone) {
            case tone::plain: line(text); break;
            case tone::note: line("*" + text + "*"); break;
            case tone::warning: out += quoted("**" + text + "**"); break;
        }
        gap();
    }

    void operator()(const markdown_text& text) {
        const auto source = markdown_to_safe_markdown(text.source, text.under_level);
        out += text.framed ? quoted(source) : source;
        gap();
    }

    // Another mark than that of lists, so that no list of the facilitator's goes on with it.
    void operator()(const facts& known) {
        for (const auto& row : known.rows)
            line("* **" + in_one_line(row.label) + ":** " + as_markdown(row.value, "  ", false));
        gap();
    }

    void operator()(const bullets& list) {
        for (const auto& item : list.items) line("- " + as_markdown(item, "  "));
        gap();
    }

    void operator()(const cards& list) {
        for (const auto& item : list.items) put(item);
        gap();
    }

    void operator()(const table& data) {
        out += "**" + in_one_line(data.caption) + "**";
        line(data.note.empty() ? "" : "\\\n" + as_markdown(data.note));
        gap();
        std::string rule = "|";
        std::vector<std::string> heads;
        for (const auto& column : data.columns) {
            heads.push_back(column.title);
            rule += column.numeric ? " ---: |" : " --- |";
        }
        row(heads);
        line(rule);
        for (const auto& cells : data.rows) row(cells);
        gap();
    }

    void operator()(const chart& data) {
        line("*" + in_one_line(data.title) + ":* " + as_markdown(data.description, {}, false));
        gap();
    }

    void operator()(const contents&) {}
    void operator()(const page_end&) {}

    void row(const std::vector<std::string>& cells) {
        out += "|";
        for (const auto& cell : cells) out += " " + in_one_line(cell) + " |";
        gap();
    }

    static std::string in_brackets(const card& item) {
        auto marks = line_of_marks(item);
        if (!item.tags.empty()) marks += (marks.empty() ? "" : " · ") + item.tags;
        return marks.empty() ? "" : " (*" + in_one_line(marks) + "*)";
    }

    void put(const card& item) {
        line("- " + (item.withdrawn.empty() ? as_markdown(item.text, "  ") : "*" + as_markdown(item.withdrawn) + "*") +
             in_brackets(item));
        for (const auto& comment : item.comments) line("  - " + as_markdown(comment, "    "));
    }
};

}  // namespace

std::string as_markdown(std::string_view text, std::string_view indent, bool at_start) {
    std::string out;
    bool after_paragraph = true;
    for (const auto& line : lines_of(text)) {
        if (line.empty()) {
            after_paragraph = true;
            continue;
        }
        if (!out.empty()) out.append(after_paragraph ? "\n\n" : "\\\n").append(indent);
        out += escaped_line(line, at_start || !out.empty());
        after_paragraph = false;
    }
    return out;
}

std::string to_markdown(const minutes& of) {
    writer write;
    for (const auto& block : compose(of)) std::visit(write, block);
    while (write.out.ends_with("\n\n")) write.out.pop_back();
    return write.out;
}

}  // namespace klartext::protocol
