#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <vector>

/// Ranking: everybody puts as many items in order as they like, the best first. One kind of ballot, read in three ways
/// that need not agree: points (J.-C. de Borda 1781), pairs (N. de Condorcet 1785) and the instant runoff (the transfer
/// of T. Hare 1857 for a single winner, W. Ware 1871).
namespace klartext::domain {

/// What a ballot that ranks k of m items gives by Borda's count.
enum class unranked_items {
    nothing,      ///< m-1 points for the first place, m-2 for the second, ...; 0 for what is not ranked
    share_rest,   ///< the same for the places, and what is not ranked shares the points of the places that are left
    counted_down  ///< k points for the first place down to 1 for the last (modified Borda count)
};
BOOST_DESCRIBE_ENUM(unranked_items, nothing, share_rest, counted_down)

/// By what the items are put in order when the result is shown.
enum class ranking_order { borda, instant_runoff };
BOOST_DESCRIBE_ENUM(ranking_order, borda, instant_runoff)

/// More than this nobody ranks, and the table of pairs grows with the square.
inline constexpr int most_ranked_items = 50;

struct ranking_rules {
    static constexpr const char* method = "ranking";
    unranked_items unranked = unranked_items::share_rest;
    ranking_order order = ranking_order::borda;
    int most = 0;  ///< places to fill at most; 0: all
    bool operator==(const ranking_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(ranking_rules, (), (unranked, order, most))

struct ranking_ballot {
    static constexpr const char* method = "ranking";
    std::vector<item_number> ranking;  ///< the best first; what is left out is behind all of these, in no order
    bool operator==(const ranking_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(ranking_ballot, (), (ranking))

struct ranking_result {
    static constexpr const char* method = "ranking";
    struct row {
        double points = 0;  ///< Borda's, by the rules' reading; halves are exact
        int first = 0;      ///< ballots with this item in first place
        int ranked = 0;     ///< ballots that rank this item at all
        bool operator==(const row&) const = default;
    };
    struct runoff_count {
        item_number item = 0;
        int ballots = 0;
        bool operator==(const runoff_count&) const = default;
    };
    struct runoff_round {
        std::vector<runoff_count> counts;     ///< one per item that is still in, by number
        int exhausted = 0;                    ///< ballots that rank none of them
        std::vector<item_number> eliminated;  ///< by number; nobody in the last round
        bool tied = false;                    ///< several had the fewest ballots, and the rule for ties was asked
        bool operator==(const runoff_round&) const = default;
    };
    std::vector<row> rows;                             ///< one per item, in the order in which the items were shown
    std::vector<std::vector<int>> pairwise;            ///< ballots that prefer the row's item to the column's
    std::optional<item_number> condorcet_winner = {};  ///< beats each other item head to head
    std::vector<item_number> smith_set;                ///< by number; see pairwise.hpp
    std::vector<runoff_round> runoff;                  ///< down to two items, or one; see instant_runoff.hpp
    std::optional<item_number> runoff_winner = {};     ///< none on a tie that the rule cannot break
    int ballots = 0;                                   ///< abstentions included
    int abstentions = 0;                               ///< ballots that rank nothing, and count nowhere else
    bool operator==(const ranking_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(ranking_result::row, (), (points, first, ranked))
BOOST_DESCRIBE_STRUCT(ranking_result::runoff_count, (), (item, ballots))
BOOST_DESCRIBE_STRUCT(ranking_result::runoff_round, (), (counts, exhausted, eliminated, tied))
BOOST_DESCRIBE_STRUCT(ranking_result, (),
                      (rows, pairwise, condorcet_winner, smith_set, runoff, runoff_winner, ballots, abstentions))

struct ranking {
    using rules = ranking_rules;
    using ballot = ranking_ballot;
    using result = ranking_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const ranking_rules&, int items);

[[nodiscard]] result<void> check(const ranking_rules&, int items, const ranking_ballot&);

/// Every ballot must have passed `check`. Without a ranking there are rows and pairs of zeros, and nothing else.
[[nodiscard]] ranking_result tally(const ranking_rules&, int items, std::span<const ranking_ballot>);

/// Place of each item by the instant runoff, from 1: the winner, then who was eliminated last, and so on; who goes
/// together shares a place, and so do those that are left without a winner. Without a ballot all share the first.
[[nodiscard]] std::vector<int> runoff_places(const ranking_result&);

/// By Borda's points, or where the rules order by the instant runoff by the place that it gives: less is better then.
[[nodiscard]] std::vector<item_score> scores_of(const ranking_rules&, const ranking_result&);
[[nodiscard]] scoring scoring_of(const ranking_rules&);

}  // namespace klartext::domain
