#pragma once
#include "protocol/minutes.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Every word that the documents say by themselves, in both languages.
namespace klartext::protocol {

/// What stands in for `{name}` in a sentence.
struct filling {
    std::string_view name;
    std::string value;
};

/// The sentence of `key`. A key that is not in the catalogue is a fault of the program: throws std::out_of_range.
[[nodiscard]] std::string text_of(language, std::string_view key, const std::vector<filling>& = {});

/// The sentence of `key` + "_one" or "_other"; `{n}` becomes the number as the language writes it.
[[nodiscard]] std::string counted(language, std::string_view key, int n, const std::vector<filling>& = {});

/// 12345 as "12.345" or "12,345".
[[nodiscard]] std::string number_of(language, int n);

/// "21. November 2025" or "21 November 2025".
[[nodiscard]] std::string long_date(language, std::chrono::year_month_day);

/// "2025-11-21".
[[nodiscard]] std::string iso_date(std::chrono::year_month_day);

}  // namespace klartext::protocol
