#pragma once
#include "letterbox/stamps.hpp"
#include "live/live_session.hpp"

#include <map>
#include <optional>
#include <vector>

namespace klartext::letterbox {

inline constexpr int entry_stamps_per_batch = 200;
inline constexpr int most_batches = 10;  ///< drawn at once; who comes late to a long activity has enough in the newest

/// Everything a seat may draw at this moment; the same amount for all seats, used or not.
struct drawn_stamps {
    struct batch {
        domain::activity_id activity;
        int number = 0;
        std::vector<stamp> stamps;
    };
    std::vector<stamp> rounds;  ///< by slot number
    /// By slot number, while the first round is not closed: who comes later takes no part in the second, and who drew
    /// earlier has kept them.
    std::map<int, stamp> second_rounds;
    std::vector<batch> entries;  ///< of every open activity that takes entries
    /// Of every open activity that limits the cards of each person: as many as the limit, always the same ones; where
    /// sheets go round as many as all turns up to now allow.
    std::map<domain::activity_id, std::vector<stamp>> cards;
    std::map<domain::activity_id, stamp> up_votes;  ///< of every open activity that takes them
    struct of_turn {
        int turn = 0;
        stamp own;
    };
    std::map<domain::activity_id, of_turn> sheets;  ///< of every open brainwriting, for the turn that runs
    std::map<domain::activity_id, stamp> sign_ups;  ///< of every sign-up that was opened: taken back it may be later
    stamp address;
};

/// How many card stamps each seat has for this activity; nothing where its cards take entry stamps like comments.
[[nodiscard]] std::optional<int> card_stamps(const domain::activity&);

/// Nothing if the session does not know the seat, or is closed. `since` names, per activity, the first batch wanted;
/// card stamps do not come in batches.
[[nodiscard]] std::optional<drawn_stamps> draw(const live::live_session&, const secret& seat,
                                               const std::map<domain::activity_id, int>& since);

}  // namespace klartext::letterbox
