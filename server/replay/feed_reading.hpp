#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "replay/ballot_items.hpp"

namespace klartext::replay {

/// A vote as the feed tells it when it is open.
struct told_vote {
    std::size_t slot = 0;
    bool second_round = false;
    std::vector<item> items;
};

/// What a player needs from one message of the feed.
struct feed_message {
    bool snapshot = false;
    std::string epoch;
    std::uint64_t revision = 0;
    std::size_t changes = 0;                 ///< of an update
    std::map<std::string, told_vote> votes;  ///< opened ones that it tells of, by activity
    std::map<std::string, int> batches;      ///< newest entry stamps that may be drawn, by activity
    bool understood = false;                 ///< false: not a message of the feed at all
};

/// Reads a message once although it arrives on every feed: those of one audience are the same bytes.
class feed_reading {
public:
    [[nodiscard]] std::shared_ptr<const feed_message> read(std::string_view bytes);

private:
    struct known {
        std::string bytes;
        std::shared_ptr<const feed_message> message;
    };
    std::deque<known> latest_;
};

}  // namespace klartext::replay
