#pragma once
#include "unit/minutes/after_the_workshop.hpp"

namespace klartext::minutes::testing {

/// One vote, and what the minutes say of it.
struct MinutesOfVotes : after_the_workshop {
    void vote_on(method_rules rules, std::vector<std::string> items = {"Parks", "Bänke"}) {
        start_with({vote("vote", rules, std::move(items))});
        open("vote");
    }
    void cast(std::uint8_t stamp, domain::ballot ballot) {
        does(cast_ballot{{"vote"}, stamp_nr(stamp), 1, std::move(ballot)});
    }
    [[nodiscard]] protocol::vote in_minutes(std::size_t at_place = 0) const { return activity(at_place).vote.value(); }
    template <class Result>
    [[nodiscard]] Result item(std::size_t number) const {
        return std::get<Result>(in_minutes().items.at(number).result);
    }
    [[nodiscard]] std::vector<std::string> item_texts(std::size_t at_place = 0) const {
        std::vector<std::string> found;
        for (const auto& each : in_minutes(at_place).items) found.push_back(each.text);
        return found;
    }
    [[nodiscard]] bool names_no_number() const {
        const auto result = in_minutes();
        return result.abstentions == 0 && std::ranges::all_of(result.items, [](const protocol::vote_item& each) {
                   return std::holds_alternative<std::monostate>(each.result);
               });
    }
};

}  // namespace klartext::minutes::testing
