#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/methods/texts_apart.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Systemic consensing (Systemisches Konsensieren, E. Visotschnig and S. Schrotta 2005): everybody says how much they
/// resist each item, and the one that meets the least resistance carries the group best. Items compare by their mean:
/// the sum is smaller for what fewer people judged.
namespace klartext::domain {

struct consensing_rules {
    static constexpr const char* method = "consensing";
    int highest = 10;        ///< resistance from 0 to 2, 5 or 10
    std::string passive;     ///< text of the passive option, "everything stays as it is", which becomes the last item;
                             ///< empty: there is none
    int veto = 0;            ///< resistance from which on it is a veto; 0: there is none
    bool objections = true;  ///< a ballot may say why it resists
    bool operator==(const consensing_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(consensing_rules, (), (highest, passive, veto, objections))

struct consensing_ballot {
    static constexpr const char* method = "consensing";
    std::map<item_number, int> resistance;          ///< an item that is absent was not judged, which is not 0
    std::map<item_number, std::string> objections;  ///< also to an item that was not judged
    bool operator==(const consensing_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(consensing_ballot, (), (resistance, objections))

struct consensing_result {
    static constexpr const char* method = "consensing";
    struct row {
        std::int64_t resistance = 0;  ///< the sum
        std::vector<int> steps;       ///< how many gave 0, 1, and so on
        int judgements = 0;
        std::optional<double> mean = {};        ///< none, like the next two, if nobody judged
        std::optional<double> acceptance = {};  ///< percent: 100 * (1 - mean / highest)
        std::optional<double> dissent = {};     ///< see summary.hpp
        bool talk = false;                      ///< flagged for dissent, see summary.hpp
        int vetoes = 0;
        std::vector<std::string> objections;  ///< sorted by their bytes
        bool better_than_passive = false;     ///< less mean resistance than the passive option, both being judged
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    std::optional<item_number> passive_item = {};
    int ballots = 0;      ///< abstentions included
    int abstentions = 0;  ///< ballots that judge nothing and object to nothing
    bool operator==(const consensing_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(consensing_result::row, (),
                      (resistance, steps, judgements, mean, acceptance, dissent, talk, vetoes, objections,
                       better_than_passive))
BOOST_DESCRIBE_STRUCT(consensing_result, (), (rows, passive_item, ballots, abstentions))

struct consensing {
    using rules = consensing_rules;
    using ballot = consensing_ballot;
    using result = consensing_result;
};

/// The passive option, which nobody has to think of when the items are listed.
[[nodiscard]] std::optional<std::string> own_item(const consensing_rules&);

/// Whether a vote may be planned like this; `items` counts the passive option, and is 0 while nobody knows how many
/// there will be.
[[nodiscard]] result<void> check(const consensing_rules&, int items);

[[nodiscard]] result<void> check(const consensing_rules&, int items, const consensing_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] consensing_result tally(const consensing_rules&, int items, std::span<const consensing_ballot>);

void put_texts(consensing_result&, const texts_apart&);

/// By the mean resistance: less is better.
[[nodiscard]] std::vector<item_score> scores_of(const consensing_rules&, const consensing_result&);
[[nodiscard]] scoring scoring_of(const consensing_rules&);

}  // namespace klartext::domain
