#pragma once
#include "domain/ids.hpp"

#include <map>
#include <span>
#include <vector>

namespace klartext::live {

/// Where the sheets of brainwriting lie while they go round. In memory alone, and of the turn that runs alone: who had
/// a sheet in an earlier turn is not known here either. After a restart the sheets of the turn are given out anew to
/// those who ask; who has one keeps it.
///
/// A sheet goes to a second person before another one goes out: at no time more than one is with one person alone, and
/// who comes next gets it, had or not. Else nobody gets one again before they had all; of those left, one that the
/// fewest people have now.
class sheet_table {
public:
    /// Asked again with the same stamp it gives the same sheet. `sheets` are those of the turn, not empty; `had` are
    /// those that the one who asks has had in other turns.
    [[nodiscard]] int give(const domain::activity_id&, int turn, const domain::stamp_hash&, std::span<const int> sheets,
                           std::span<const int> had);
    /// The session is over.
    void clear() { rounds_.clear(); }

private:
    struct round {
        int turn = 0;
        std::map<int, int> people;  ///< by sheet
        std::map<domain::stamp_hash, int> given;
    };
    std::map<domain::activity_id, round> rounds_;
};

}  // namespace klartext::live
