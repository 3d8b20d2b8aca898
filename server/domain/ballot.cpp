#include "domain/ballot.hpp"

namespace klartext::domain {
result<void> check(const method_rules& rules, int items) {
    return std::visit([items](const auto& these) { return check(these, items); }, rules);
}

result<void> check(const method_rules& rules, int items, const ballot& cast) {
    return by_method(rules, [&]<class Method>(Method, const auto& these) -> result<void> {
        const auto* own = std::get_if<typename Method::ballot>(&cast);
        if (!own) return refusal::ballot_of_other_method;
        return check(these, items, *own);
    });
}

tally_result tally(const method_rules& rules, int items, const std::map<stamp_hash, counted_ballot>& cast) {
    return by_method(rules, [&]<class Method>(Method, const auto& these) -> tally_result {
        using own = typename Method::ballot;
        std::vector<own> ballots;
        ballots.reserve(cast.size());
        for (const auto& [stamp, counted] : cast) ballots.push_back(std::get<own>(counted.ballot));
        return tally(these, items, std::span<const own>(ballots));
    });
}

}  // namespace klartext::domain
