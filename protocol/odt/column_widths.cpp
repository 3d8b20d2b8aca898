#include "protocol/odt/column_widths.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace klartext::protocol::odt {
namespace {

// In millimetres: of one letter of the bold titles on average, and of the room around a cell's text.
constexpr double letter = 2.3, padding = 3.4;
constexpr double page = 170, least_number = 9.5, most_number = 32, least_words = 26;
constexpr std::size_t longest_words = 60;  ///< longer texts take more lines, not more room

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, letters(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

double width_of_numbers(const table& data, std::size_t column) {
    auto most = longest_word(data.columns[column].title);
    for (const auto& row : data.rows) most = std::max(most, letters(row[column]));
    return std::clamp(letter * static_cast<double>(most) + padding, least_number, most_number);
}

double length_of_words(const table& data, std::size_t column) {
    auto most = letters(data.columns[column].title);
    for (const auto& row : data.rows) most = std::max(most, letters(row[column]));
    return static_cast<double>(std::min(most, longest_words));
}

}  // namespace

std::vector<int> column_widths(const table& data) {
    const auto count = data.columns.size();
    std::vector<double> numbers(count), words(count);
    for (std::size_t at = 0; at < count; ++at)
        (data.columns[at].numeric ? numbers : words)[at] =
            data.columns[at].numeric ? width_of_numbers(data, at) : length_of_words(data, at);
    const auto columns_of_words = std::ranges::count(data.columns, false, &table::column::numeric);
    const auto least = least_words * static_cast<double>(columns_of_words);
    const auto wanted = std::accumulate(numbers.begin(), numbers.end(), 0.);
    const auto scale = wanted > page - least ? (page - least) / wanted : 1;
    const auto rest = page - least - scale * wanted;
    const auto length = std::accumulate(words.begin(), words.end(), 0.);
    std::vector<int> widths;
    for (std::size_t at = 0; at < count; ++at)
        widths.push_back(static_cast<int>(
            std::lround(data.columns[at].numeric ? scale * numbers[at]
                                                 : least_words + (length > 0 ? rest * words[at] / length : 0))));
    // What rounding left or took is in the first column, which has room.
    widths.front() += static_cast<int>(page) - std::accumulate(widths.begin(), widths.end(), 0);
    return widths;
}

}  // namespace klartext::protocol::odt
