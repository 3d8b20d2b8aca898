#include "protocol/texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace klartext::protocol {
namespace {

const phrase& find(std::string_view key) {
    const auto phrases = catalogue();
    const auto found = std::ranges::find(phrases, key, &phrase::key);
    if (found == phrases.end()) throw std::out_of_range("no such phrase: " + std::string(key));
    return *found;
}

std::string padded(unsigned number, std::size_t width) {
    auto digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string_view month_name(language in, unsigned month) {
    constexpr std::array<std::string_view, 12> de{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                  "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
    constexpr std::array<std::string_view, 12> en{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
    return (in == language::de ? de : en).at(month - 1);
}

// One pass, so that a participant's text that holds "{n}" stays as it was written.
std::string fill_in(std::string_view pattern, const std::vector<filling>& fillings) {
    std::string filled;
    while (true) {
        const auto open = pattern.find('{');
        const auto close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) return filled.append(pattern);
        filled.append(pattern.substr(0, open));
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(fillings, name, &filling::name);
        if (found == fillings.end()) throw std::out_of_range("nothing to fill in: " + std::string(name));
        filled.append(found->value);
        pattern.remove_prefix(close + 1);
    }
}

}  // namespace

std::string text_of(language in, std::string_view key, const std::vector<filling>& fillings) {
    const auto& found = find(key);
    return fill_in(in == language::de ? found.de : found.en, fillings);
}

std::string counted(language in, std::string_view key, int n, const std::vector<filling>& fillings) {
    auto all = fillings;
    all.push_back({"n", number_of(in, n)});
    return text_of(in, std::string(key) + (n == 1 ? "_one" : "_other"), all);
}

std::string number_of(language in, long long n) {
    auto digits = std::to_string(n);
    const std::size_t first = n < 0 ? 1 : 0;
    for (auto at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, 1, in == language::de ? '.' : ',');
    return digits;
}

std::string decimal_of(language in, double value, int digits) {
    long long unit = 1;
    for (int each = 0; each < digits; ++each) unit *= 10;
    const auto parts = std::llround(value * static_cast<double>(unit));
    const auto whole = std::llabs(parts) / unit, rest = std::llabs(parts) % unit;
    const auto behind = std::to_string(rest);
    return (parts < 0 ? "-" : "") + number_of(in, whole) + (in == language::de ? ',' : '.') +
           std::string(static_cast<std::size_t>(digits) - behind.size(), '0') + behind;
}

std::string short_decimal_of(language in, double value, int most) {
    auto text = decimal_of(in, value, most);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with(',') || text.ends_with('.')) text.pop_back();
    return text;
}

std::string long_date(language in, std::chrono::year_month_day date) {
    if (!date.ok()) return {};
    return std::to_string(static_cast<unsigned>(date.day())) + (in == language::de ? ". " : " ") +
           std::string(month_name(in, static_cast<unsigned>(date.month()))) + " " +
           std::to_string(static_cast<int>(date.year()));
}

std::string iso_date(std::chrono::year_month_day date) {
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace klartext::protocol
