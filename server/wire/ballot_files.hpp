#pragma once
#include "domain/ballot.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Ballots in a file, to be counted again without a server:
///   {"items": [...], "ballots": [{...}, ...], rules}
/// The rules of the method stand beside items and ballots, each ballot has the fields that it has in the letterbox;
/// what is absent has its usual value. A ballot may besides have a `voter`, whose last valid ballot counts as in a
/// session, or a `count`, for as many equal ballots. docs/recount.md has an example of each method.
namespace klartext::wire {

/// A ballot that does not count.
struct refused_ballot {
    std::size_t place = 0;  ///< in the file, from 0
    domain::refusal why;
    bool operator==(const refused_ballot&) const = default;
};

struct counted_file {
    std::vector<std::string> items;
    domain::method_rules rules;
    std::size_t records = 0;  ///< ballots in the file, each as often as its `count` says
    std::vector<refused_ballot> refused;
    domain::tally_result result;
};

/// Why a file cannot be counted, as "ballots/3/points": what is wrong there is said by `reason`.
struct uncountable {
    std::string where;
    std::string reason;
};

/// Most ballots that a file may hold, those of a `count` included.
inline constexpr std::size_t most_ballots = 10'000'000;

/// As `klartext tally` takes them.
[[nodiscard]] std::vector<std::string_view> method_names();

/// `method` is one of them.
[[nodiscard]] std::variant<counted_file, uncountable> count_ballots(std::string_view method, std::string_view json);

/// The same, of ballots that came in another format: every one has passed `check`.
[[nodiscard]] std::variant<counted_file, uncountable> count_rankings(
    std::vector<std::string> items, const domain::ranking_rules&, const std::vector<domain::ranking_ballot>& ballots);

/// One JSON object: method, items, rules, records, refused (place, code, message in English) and result.
[[nodiscard]] std::string written(const counted_file&);

/// For people: how many ballots there were and why some do not count, then the rules, a line for each item with
/// its figures, and who won.
[[nodiscard]] std::string table_of(const counted_file&);

}  // namespace klartext::wire
