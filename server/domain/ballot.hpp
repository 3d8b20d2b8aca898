#pragma once
#include "domain/methods/agree_disagree.hpp"
#include "domain/methods/approval.hpp"
#include "domain/methods/consensing.hpp"
#include "domain/methods/dots.hpp"
#include "domain/methods/estimate.hpp"
#include "domain/methods/multi_criteria.hpp"
#include "domain/methods/multiple_choice.hpp"
#include "domain/methods/open_text.hpp"
#include "domain/methods/points.hpp"
#include "domain/methods/ranking.hpp"
#include "domain/methods/rating.hpp"
#include "domain/methods/single_choice.hpp"
#include "domain/methods/texts_apart.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <map>
#include <optional>
#include <string>
#include <variant>

/// The methods side by side. Each is one file in methods/ and one word in the list; whoever writes rules, ballots and
/// results down does it by their descriptions.
namespace klartext::domain {

/// Sessions are stored by the places in this list: new ones come last.
using methods = boost::mp11::mp_list<single_choice, dots, agree_disagree, rating, multiple_choice, approval, points,
                                     ranking, multi_criteria, consensing, estimate, open_text>;

namespace listed {
template <class Method>
using rules = typename Method::rules;
template <class Method>
using ballot = typename Method::ballot;
template <class Method>
using result = typename Method::result;
template <template <class> class Part>
using each = boost::mp11::mp_rename<boost::mp11::mp_transform<Part, methods>, std::variant>;
}  // namespace listed

using method_rules = listed::each<listed::rules>;
using ballot = listed::each<listed::ballot>;
using tally_result = listed::each<listed::result>;

/// Calls `with` with the method that has these rules, and with them.
template <class With>
auto by_method(const method_rules& rules, With with) {
    return boost::mp11::mp_with_index<std::variant_size_v<method_rules>>(rules.index(), [&](auto place) {
        return with(boost::mp11::mp_at<methods, decltype(place)>{}, std::get<decltype(place)::value>(rules));
    });
}

/// A ballot as it is kept while its round runs. The counter starts at 1; a resend never overwrites a newer one.
struct counted_ballot {
    std::uint32_t counter = 0;
    domain::ballot ballot;
    bool operator==(const counted_ballot&) const = default;
};

/// What people read in rules loses the white space at its ends, as all texts do.
void trim_texts(method_rules&);

/// An item that the rules bring along; it stands behind all others.
[[nodiscard]] std::optional<std::string> own_item_of(const method_rules&);

/// Whether a vote may have these rules; `items` counts the one of the rules as well, 0: not known yet.
[[nodiscard]] result<void> check(const method_rules&, int items);

/// Refuses a ballot of another method with `ballot_of_other_method`.
[[nodiscard]] result<void> check(const method_rules&, int items, const ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] tally_result tally(const method_rules&, int items, const std::map<stamp_hash, counted_ballot>&);

/// Takes every text out of the ballots of a round that closes. What is left of them says nothing of a text, and a tally
/// of it lacks the texts until `put_texts`.
[[nodiscard]] texts_apart take_texts(std::map<stamp_hash, counted_ballot>&);
void put_texts(tally_result&, const texts_apart&);

}  // namespace klartext::domain
