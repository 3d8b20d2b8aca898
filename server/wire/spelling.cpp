#include "wire/spelling.hpp"

#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <fmt/format.h>
#include <charconv>

namespace klartext::wire {
namespace {

bool has_control_characters(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (static_cast<unsigned char>(utf8[at]) < 0x20 || utf8[at] == '\x7f') return true;
        const bool second_block = utf8[at] == '\xc2' && at + 1 < utf8.size();  // U+0080 to U+009F
        if (second_block && static_cast<unsigned char>(utf8[at + 1]) < 0xa0) return true;
    }
    return false;
}

}  // namespace

bool is_chosen_id(std::string_view text) {
    return !text.empty() && domain::code_points(text) <= domain::limits::id_text && !has_control_characters(text);
}

std::optional<domain::item_number> item_of(std::string_view text) {
    domain::item_number number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || name_of_item(number) != text) return std::nullopt;
    return number < 0 ? std::nullopt : std::optional(number);
}

std::string name_of_item(domain::item_number number) { return std::to_string(number); }

std::string written_day(const std::chrono::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::optional<std::chrono::year_month_day> day_of(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto read = [&](std::size_t from, std::size_t length, auto& number) {
        const auto part = text.substr(from, length);
        return std::from_chars(part.data(), part.data() + part.size(), number).ptr == part.data() + part.size();
    };
    constexpr std::size_t length = 10;
    if (text.size() != length || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return std::nullopt;
    const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!found.ok() || year < 0 || written_day(found) != text) return std::nullopt;
    return found;
}

}  // namespace klartext::wire
