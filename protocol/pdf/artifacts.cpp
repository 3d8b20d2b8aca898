#include "protocol/pdf/artifacts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace klartext::protocol::pdf {
namespace {

template <std::size_t n>
bool among(std::string_view one, const std::array<std::string_view, n>& all) {
    return std::ranges::find(all, one) != all.end();
}

constexpr std::array<std::string_view, 6> begins_to_paint{"m", "re", "BT", "Do", "sh", "BI"};
constexpr std::array<std::string_view, 14> has_painted{"S", "s",  "f",  "F",  "f*", "B", "B*",
                                                       "b", "b*", "sh", "Do", "ET", "n", "EI"};

}  // namespace

void mark_artifacts::write_operands() {
    for (const auto& each : operands) writeToken(each);
    operands.clear();
}

void mark_artifacts::begin_artifact() {
    if (!artifact) write("\n/Artifact BMC\n");
    artifact = true;
}

void mark_artifacts::end_artifact() {
    if (artifact) write("\nEMC\n");
    artifact = false;
}

int mark_artifacts::number_of_mark() const {
    for (std::size_t at = 0; at < operands.size(); ++at) {
        if (operands[at].getType() != QPDFTokenizer::tt_name || operands[at].getValue() != "/MCID") continue;
        const auto number = std::find_if(operands.begin() + static_cast<std::ptrdiff_t>(at), operands.end(),
                                         [](const token& each) { return each.getType() == QPDFTokenizer::tt_integer; });
        if (number != operands.end()) return std::stoi(number->getValue());
    }
    return -1;
}

void mark_artifacts::begin_mark(const token& operation) {
    ++depth;
    const auto number = number_of_mark();
    if (number >= 0) {
        end_artifact();
        read_at = depth;
        const auto name = std::ranges::find(operands, QPDFTokenizer::tt_name, &token::getType);
        if (name != operands.end())
            *name = token(QPDFTokenizer::tt_name, "/" + roles.at(static_cast<std::size_t>(number)));
    }
    write_operands();
    writeToken(operation);
}

void mark_artifacts::end_mark(const token& operation) {
    write_operands();
    writeToken(operation);
    if (read_at == depth) read_at = 0;
    depth = std::max(0, depth - 1);
}

void mark_artifacts::operation(const token& what) {
    const auto& name = what.getValue();
    if (name == "BDC" || name == "BMC") return begin_mark(what);
    if (name == "EMC") return end_mark(what);
    const bool read = read_at > 0;
    if (!read && depth == 0 && among(name, begins_to_paint)) begin_artifact();
    write_operands();
    writeToken(what);
    if (!read && depth == 0 && among(name, has_painted)) end_artifact();
}

void mark_artifacts::handleToken(const token& next) {
    if (next.getType() != QPDFTokenizer::tt_word) return operands.push_back(next);
    operation(next);
}

void mark_artifacts::handleEOF() {
    write_operands();
    end_artifact();
}

}  // namespace klartext::protocol::pdf
