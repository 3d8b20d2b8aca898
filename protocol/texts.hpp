#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/minutes.hpp"

/// Every word that the documents say by themselves, in both languages.
namespace klartext::protocol {

/// One line of the catalogue. Keys that count end in `_one` and `_other`; `{name}` is filled in.
struct phrase {
    std::string_view key, de, en;
};

/// What stands in for `{name}`. The value is put in as it is: never escaped, never filled in again.
struct filling {
    std::string_view name;
    std::string value;
};

[[nodiscard]] std::span<const phrase> catalogue();

/// The part of the catalogue that tells of methods of voting with more to say than numbers.
[[nodiscard]] std::span<const phrase> phrases_of_methods();

/// The part that tells of cards with up-votes and of sheets.
[[nodiscard]] std::span<const phrase> phrases_of_gathering();

/// The part that tells what was handed over, and of measures.
[[nodiscard]] std::span<const phrase> phrases_of_measures();

/// A key that is not in the catalogue is a fault of the program: throws std::out_of_range.
[[nodiscard]] std::string text_of(language, std::string_view key, const std::vector<filling>& = {});

/// The phrase of `key` + "_one" or "_other", with `{n}` as the language writes the number.
[[nodiscard]] std::string counted(language, std::string_view key, int n, const std::vector<filling>& = {});

/// 12345 as "12.345" or "12,345".
[[nodiscard]] std::string number_of(language, long long n);

/// 3.44 as "3,4" or "3.4", with so many digits behind the comma: 1 to 5.
[[nodiscard]] std::string decimal_of(language, double, int digits = 1);

/// With as many digits behind the comma as it has, but no more than `most`, 5 at most: "27", "27,5".
[[nodiscard]] std::string short_decimal_of(language, double, int most = 3);

/// "21. November 2025" or "21 November 2025". Empty if there is no such day.
[[nodiscard]] std::string long_date(language, std::chrono::year_month_day);

/// "2025-11-21".
[[nodiscard]] std::string iso_date(std::chrono::year_month_day);

}  // namespace klartext::protocol
