#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

/// What the items of a vote have to show, counted by hand: by other code than the server's own tally.
namespace klartext::replay {

/// Number of an item, then the place of a figure in that item of the minutes ("/count", "/steps/3"): how often.
using figures = std::map<std::size_t, std::map<std::string, int>>;

/// Of ballots as the letterbox takes them.
[[nodiscard]] figures figures_expected(const std::vector<std::string>& ballots);

/// Those figures of one item in the minutes that a ballot adds to by itself. A withheld result has none.
[[nodiscard]] std::map<std::string, int> figures_found(const std::string& method, const nlohmann::json& item);

}  // namespace klartext::replay
