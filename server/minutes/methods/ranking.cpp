#include "minutes/methods/methods.hpp"
#include "minutes/methods/rows.hpp"

namespace klartext::minutes {
namespace {

protocol::unranked_items written_of(domain::unranked_items unranked) {
    switch (unranked) {
        case domain::unranked_items::nothing: return protocol::unranked_items::nothing;
        case domain::unranked_items::share_rest: return protocol::unranked_items::share_rest;
        case domain::unranked_items::counted_down: return protocol::unranked_items::counted_down;
    }
    return {};
}

std::size_t place_of(domain::item_number item) { return static_cast<std::size_t>(item); }

std::optional<std::size_t> place_of(const std::optional<domain::item_number>& item) {
    return item ? std::optional(place_of(*item)) : std::nullopt;
}

std::vector<std::size_t> places_of(const std::vector<domain::item_number>& items) {
    std::vector<std::size_t> places;
    for (const auto item : items) places.push_back(place_of(item));
    return places;
}

protocol::contest contest_of(const domain::ranking_result& result) {
    protocol::contest written{.pairs = result.pairwise,
                              .beats_all = place_of(result.condorcet_winner),
                              .smith_set = places_of(result.smith_set),
                              .runoff = {},
                              .runoff_best = place_of(result.runoff_winner)};
    for (const auto& round : result.runoff) {
        auto& made = written.runoff.emplace_back();
        for (const auto& each : round.counts) made.counts.push_back({place_of(each.item), each.ballots});
        made.exhausted = round.exhausted;
        made.eliminated = places_of(round.eliminated);
        made.tied = round.tied;
    }
    return written;
}

}  // namespace

void write_rules(const domain::ranking_rules& rules, protocol::vote& written) {
    written.method = protocol::vote_method::ranking;
    written.rules = protocol::ranking_rules{written_of(rules.unranked),
                                            rules.order == domain::ranking_order::instant_runoff, rules.most};
}

void write_result(const domain::ranking_result& result, protocol::vote& written) {
    const auto places = domain::runoff_places(result);
    auto place = places.begin();
    write_rows(result.rows, written, [&](const auto& row) {
        return protocol::placed{row.points, row.first, row.ranked, *place++};
    });
    written.contest = contest_of(result);
}

}  // namespace klartext::minutes
