#pragma once
#include "domain/ids.hpp"

#include <map>

namespace klartext::live {

/// Numbers that are announced at most once a second.
struct head_count {
    struct progress {
        int waiting = 0;  ///< cards, in steps
        int ballots = 0;  ///< in steps, or exact once everybody has voted
        bool operator==(const progress&) const = default;
    };
    int connected = 0;  ///< seats with at least one feed
    int round_stamps = 20;
    std::map<domain::activity_id, int> stamp_batches;    ///< of open activities that take entries
    std::map<domain::activity_id, progress> activities;  ///< the open ones
    bool operator==(const head_count&) const = default;
};

/// What everybody knows when some were told `one` and some the `other`: where the two differ, a number that equals
/// none.
[[nodiscard]] head_count known_to_all(head_count one, const head_count& other);

/// Takes over what `now` says of one activity.
void take_over(head_count& told, const head_count& now, const domain::activity_id&);

}  // namespace klartext::live
