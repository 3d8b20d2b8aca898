#pragma once
#include "minutes/write_minutes.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

/// A workshop that was held, to write its minutes from.
namespace klartext::minutes::testing {

using namespace domain;

struct after_the_workshop : workshop {
    std::set<seat_hash> seats;

    [[nodiscard]] protocol::minutes written() const { return write_minutes({state, seats, std::nullopt}); }
    [[nodiscard]] protocol::activity activity(std::size_t at = 0) const { return written().activities.at(at); }
    [[nodiscard]] std::vector<std::string> texts(std::size_t at = 0) const {
        std::vector<std::string> found;
        for (const auto& entry : activity(at).entries) found.push_back(entry.text);
        return found;
    }
    void collect_ideas(collect_plan plan = {}) {
        start_with({collect("ideas", std::move(plan))});
        open("ideas");
    }
    void drop_in(std::uint8_t n, std::string text, std::string section) {
        auto written_card = card(n, std::move(text));
        written_card.section = std::move(section);
        does(written_card);
    }
    void move(std::vector<entry_id> entries, std::uint8_t cluster) {
        does(arrange_entries{{"ideas"}, std::move(entries), cluster_nr(cluster)});
    }
    void close_session_of(int participants = 12) {
        at.seats = participants;
        does(close_session{});
    }
};

}  // namespace klartext::minutes::testing
