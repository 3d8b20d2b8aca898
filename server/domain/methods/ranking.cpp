#include "domain/methods/ranking.hpp"

#include "domain/methods/instant_runoff.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/methods/pairwise.hpp"

namespace klartext::domain {
namespace {

/// Twice the points that each item has by Borda's count, which are whole numbers.
std::vector<std::int64_t> doubled_borda(unranked_items reading, int items, std::span<const ranking_pile> piles) {
    std::vector<std::int64_t> doubled(static_cast<std::size_t>(items));
    std::int64_t to_each = 0;
    for (const auto& [ranking, ballots] : piles) {
        const int ranked = static_cast<int>(ranking.size());
        const int unranked = reading == unranked_items::share_rest ? items - ranked - 1 : 0;
        int place = 2 * (reading == unranked_items::counted_down ? ranked : items - 1);
        for (const auto item : ranking) {
            row_of(doubled, item) += std::int64_t{ballots} * (place - unranked);
            place -= 2;
        }
        to_each += std::int64_t{ballots} * unranked;
    }
    for (auto& points : doubled) points += to_each;
    return doubled;
}

void count_places(ranking_result& result, std::span<const ranking_pile> piles) {
    for (const auto& [ranking, ballots] : piles) {
        row_of(result.rows, ranking.front()).first += ballots;
        for (const auto item : ranking) row_of(result.rows, item).ranked += ballots;
        result.abstentions -= ballots;
    }
}

/// What can only be said once somebody ranked something.
void name_winners(ranking_result& result, std::span<const ranking_pile> piles, std::span<const std::int64_t> borda) {
    if (piles.empty()) return;
    result.condorcet_winner = condorcet_winner(result.pairwise);
    result.smith_set = smith_set(result.pairwise);
    auto runoff = instant_runoff(piles, borda);
    result.runoff = std::move(runoff.rounds);
    result.runoff_winner = runoff.winner;
}

}  // namespace

result<void> check(const ranking_rules& rules, int items) {
    if (rules.most < 0 || rules.most > most_ranked_items) return refusal::bad_rules;
    if (items > most_ranked_items) return refusal::bad_number_of_items;
    return {};
}

result<void> check(const ranking_rules& rules, int items, const ranking_ballot& ballot) {
    if (rules.most > 0 && ballot.ranking.size() > static_cast<std::size_t>(rules.most))
        return refusal::too_many_choices;
    return check_items(ballot.ranking, items);
}

ranking_result tally(const ranking_rules& rules, int items, std::span<const ranking_ballot> ballots) {
    const auto piles = piles_of(ballots);
    const auto borda = doubled_borda(rules.unranked, items, piles);
    ranking_result result{.rows = std::vector<ranking_result::row>(static_cast<std::size_t>(items)),
                          .pairwise = pairs_of(piles, items),
                          .smith_set = {},
                          .runoff = {},
                          .ballots = static_cast<int>(ballots.size()),
                          .abstentions = static_cast<int>(ballots.size())};
    for (item_number item = 0; item < items; ++item)
        row_of(result.rows, item).points = static_cast<double>(row_of(borda, item)) / 2;
    count_places(result, piles);
    name_winners(result, piles, borda);
    return result;
}

// Behind everybody who stayed in longer; of the last round the winner alone is before the others.
std::vector<int> runoff_places(const ranking_result& result) {
    std::vector<int> places(result.rows.size(), 1);
    for (const auto& round : result.runoff) {
        const bool last = &round == &result.runoff.back();
        const auto behind = static_cast<int>(round.counts.size() - round.eliminated.size()) + 1;
        for (const auto item : round.eliminated) row_of(places, item) = behind;
        if (!last || !result.runoff_winner) continue;
        for (const auto& each : round.counts) row_of(places, each.item) = each.item == *result.runoff_winner ? 1 : 2;
    }
    return places;
}

std::vector<item_score> scores_of(const ranking_rules& rules, const ranking_result& result) {
    const bool by_runoff = rules.order == ranking_order::instant_runoff;
    const auto places = runoff_places(result);
    std::vector<item_score> scores(result.rows.size());
    for (std::size_t item = 0; item < scores.size(); ++item)
        if (const auto& row = result.rows[item]; row.ranked > 0)
            scores[item].figure = by_runoff ? static_cast<double>(places[item]) : row.points;
    return scores;
}

scoring scoring_of(const ranking_rules& rules) {
    return {.less_is_better = rules.order == ranking_order::instant_runoff};
}

}  // namespace klartext::domain
