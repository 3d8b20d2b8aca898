#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "replay/played.hpp"

namespace klartext::replay {

/// The difference between what was confirmed and what the minutes show.
struct reckoning {
    std::size_t lost = 0;              ///< entries, comments and ballots that were confirmed and are not there
    std::size_t doubled = 0;           ///< that are there more often than they were confirmed
    std::size_t wrong = 0;             ///< figures of votes that do not follow from the ballots confirmed last
    std::vector<std::string> remarks;  ///< the first few, in words, without anybody's text

    [[nodiscard]] bool clean() const { return lost == 0 && doubled == 0 && wrong == 0; }
};

/// Compares with minutes.json. An edited entry counts as lost if it stands there with an older text. Only sound for
/// minutes from which the facilitator removed nothing.
[[nodiscard]] reckoning reckon(const expectation&, std::string_view minutes_json);

}  // namespace klartext::replay
