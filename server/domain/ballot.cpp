#include "domain/ballot.hpp"

namespace klartext::domain {
namespace {

// Which ballot goes with which rules: the only list of pairs.
template <class Rules>
struct ballot_of;
template <>
struct ballot_of<single_choice_rules> {
    using type = single_choice_ballot;
};
template <>
struct ballot_of<dots_rules> {
    using type = dots_ballot;
};
template <>
struct ballot_of<agree_disagree_rules> {
    using type = agree_disagree_ballot;
};

}  // namespace

result<void> check(const method_rules& rules, int items, const ballot& cast) {
    return std::visit(
        [&]<class Rules>(const Rules& these) -> result<void> {
            const auto* own = std::get_if<typename ballot_of<Rules>::type>(&cast);
            if (!own) return refusal::ballot_of_other_method;
            return check(these, items, *own);
        },
        rules);
}

tally_result tally(const method_rules& rules, int items, const std::map<stamp_hash, counted_ballot>& cast) {
    return std::visit(
        [&]<class Rules>(const Rules& these) -> tally_result {
            using own = typename ballot_of<Rules>::type;
            std::vector<own> ballots;
            ballots.reserve(cast.size());
            for (const auto& [stamp, counted] : cast) ballots.push_back(std::get<own>(counted.ballot));
            return tally(these, items, std::span<const own>(ballots));
        },
        rules);
}

}  // namespace klartext::domain
