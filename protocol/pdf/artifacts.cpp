#include "protocol/pdf/artifacts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace klartext::protocol::pdf {
namespace {

constexpr std::string_view blanks{"\0\t\n\f\r ", 6}, ends_word{"\0\t\n\f\r ()<>[]{}/%", 16};

template <std::size_t n>
bool among(std::string_view one, const std::array<std::string_view, n>& all) {
    return std::ranges::find(all, one) != all.end();
}

constexpr std::array<std::string_view, 6> begins_to_paint{"m", "re", "BT", "Do", "sh", "BI"};
constexpr std::array<std::string_view, 14> has_painted{"S", "s",  "f",  "F",  "f*", "B", "B*",
                                                       "b", "b*", "sh", "Do", "ET", "n", "EI"};

struct scanner {
    std::string_view content;
    const std::vector<std::string>& roles;
    std::string out = {};
    std::size_t at = 0;
    std::size_t copied = 0;    ///< what stands before is in `out`
    std::size_t operands = 0;  ///< where those of the operation at hand begin
    int depth = 0;             ///< of marks that are open
    bool artifact = false;

    std::string_view between(std::size_t from, std::size_t to) const { return content.substr(from, to - from); }
    std::size_t or_end(std::size_t found) const { return std::min(found, content.size()); }

    void copy_to(std::size_t end) {
        out += between(copied, end);
        copied = end;
    }

    // Parentheses stand in pairs in a string, or behind a backslash.
    void pass_string() {
        int open = 0;
        for (; at < content.size(); ++at) {
            if (content[at] == '\\') {
                ++at;
            } else if (content[at] == '(') {
                ++open;
            } else if (content[at] == ')' && --open == 0) {
                ++at;
                return;
            }
        }
        at = content.size();
    }

    // A dictionary, which is tokens like any other, or a string of hexadecimal digits.
    void pass_bracket() {
        const bool dictionary = at + 1 < content.size() && content[at + 1] == '<';
        at = dictionary ? at + 2 : or_end(content.find('>', at));
    }

    void pass_inline_image() {
        for (at = content.find("EI", at); at < content.size(); at = content.find("EI", at + 2)) {
            const auto after = at + 2;
            const bool alone = blanks.find(content[at - 1]) != blanks.npos &&
                               (after == content.size() || blanks.find(content[after]) != blanks.npos);
            if (alone) return;
        }
        at = content.size();
    }

    void begin_artifact(std::size_t before) {
        if (artifact) return;
        copy_to(before);
        out += "\n/Artifact BMC\n";
        artifact = true;
    }

    void end_artifact(std::size_t after) {
        if (!artifact) return;
        copy_to(after);
        out += "\nEMC\n";
        artifact = false;
    }

    // "/P << /MCID 3 >>": -1 if it has no number.
    static int number_of_mark(std::string_view operands) {
        constexpr std::string_view key = "/MCID ";
        const auto found = operands.find(key);
        int number = -1;
        if (found != operands.npos)
            std::from_chars(operands.data() + found + key.size(), operands.data() + operands.size(), number);
        return number;
    }

    void name_role(int number) {
        if (static_cast<std::size_t>(number) >= roles.size()) throw std::runtime_error("a mark without a role");
        const auto name = content.find('/', operands);
        copy_to(name);
        out.append("/").append(roles[static_cast<std::size_t>(number)]);
        copied = or_end(content.find_first_of(ends_word, name + 1));
    }

    void begin_mark(std::size_t word) {
        ++depth;
        const auto number = number_of_mark(between(operands, word));
        if (number < 0) return;
        end_artifact(operands);
        name_role(number);
    }

    void end_mark() { depth = std::max(0, depth - 1); }

    void operation(std::size_t from) {
        const auto name = between(from, at);
        if (name == "BDC" || name == "BMC") return begin_mark(from);
        if (name == "EMC") return end_mark();
        if (name == "ID") pass_inline_image();
        if (depth > 0) return;
        if (among(name, begins_to_paint)) begin_artifact(operands);
        if (among(name, has_painted)) end_artifact(at);
    }

    static bool is_operand(std::string_view word) {
        return (word[0] >= '0' && word[0] <= '9') || word[0] == '-' || word[0] == '+' || word[0] == '.' ||
               word == "true" || word == "false" || word == "null";
    }

    void token() {
        switch (content[at]) {
            case '(': return pass_string();
            case '<': return pass_bracket();
            case '%': at = or_end(content.find_first_of("\r\n", at)); return;
            case '/': at = or_end(content.find_first_of(ends_word, at + 1)); return;
            case '>':
            case '[':
            case ']':
            case '{':
            case '}':
            case ')': ++at; return;
            default: break;
        }
        const auto from = at;
        at = or_end(content.find_first_of(ends_word, at));
        if (is_operand(between(from, at))) return;
        operation(from);
        operands = at;
    }

    std::string scanned() {
        out.reserve(content.size() + content.size() / 4);
        while ((at = or_end(content.find_first_not_of(blanks, at))) < content.size()) token();
        end_artifact(content.size());
        copy_to(content.size());
        return std::move(out);
    }
};

}  // namespace

std::string with_artifacts(std::string_view content, const std::vector<std::string>& roles) {
    return scanner{content, roles}.scanned();
}

}  // namespace klartext::protocol::pdf
