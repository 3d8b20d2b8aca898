#include "domain/ballot.hpp"

#include <boost/describe/members.hpp>

#include "domain/text.hpp"

namespace klartext::domain {
namespace {

/// Trims every text in what is described.
struct trimmer {
    void operator()(std::string& text) const { text = std::string(trimmed(text)); }

    template <class Part>
    void operator()(std::vector<Part>& parts) const {
        for (auto& part : parts) (*this)(part);
    }

    template <class Other>
    void operator()(Other& other) const {
        if constexpr (boost::describe::has_describe_members<Other>::value) {
            using members = boost::describe::describe_members<Other, boost::describe::mod_public>;
            boost::mp11::mp_for_each<members>([&](auto member) { (*this)(other.*member.pointer); });
        }
    }
};

}  // namespace

void trim_texts(method_rules& rules) { std::visit(trimmer{}, rules); }

std::optional<std::string> own_item_of(const method_rules& rules) {
    return std::visit(
        [](const auto& these) -> std::optional<std::string> {
            if constexpr (requires { own_item(these); }) return own_item(these);
            return std::nullopt;
        },
        rules);
}

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
