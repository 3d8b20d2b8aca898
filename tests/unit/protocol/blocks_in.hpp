#pragma once
#include <string>
#include <variant>
#include <vector>

#include "protocol/blocks.hpp"

/// What a document says, picked out of its blocks.
namespace klartext::protocol {

template <class Block>
std::vector<Block> all(const std::vector<block>& blocks) {
    std::vector<Block> found;
    for (const auto& block : blocks)
        if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
}

inline std::vector<std::string> sentences(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& one : all<paragraph>(blocks)) found.push_back(one.text);
    return found;
}

inline std::vector<std::string> facts_in(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& known : all<facts>(blocks))
        for (const auto& row : known.rows) found.push_back(row.label + ": " + row.value);
    return found;
}

/// Of the first activity, with how much stands under them.
inline std::vector<std::string> headings_of_first(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& one : all<heading>(blocks))
        if (one.anchor.starts_with("activity-1"))
            found.push_back(std::to_string(one.level) + " " + one.text + (one.note.empty() ? "" : " / " + one.note));
    return found;
}

}  // namespace klartext::protocol
