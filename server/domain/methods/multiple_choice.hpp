#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/methods/texts_apart.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <span>
#include <string>
#include <vector>

/// Multiple choice: everybody ticks several items, and may name one more in their own words.
namespace klartext::domain {

struct multiple_choice_rules {
    static constexpr const char* method = "multiple_choice";
    int least = 0;       ///< choices at least; leaving out all of them is always allowed
    int most = 0;        ///< choices at most; 0: any number
    bool other = false;  ///< a text under "other" is taken and is one choice
    bool operator==(const multiple_choice_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(multiple_choice_rules, (), (least, most, other))

struct multiple_choice_ballot {
    static constexpr const char* method = "multiple_choice";
    std::vector<item_number> chosen;  ///< in any order
    std::string other;                ///< nothing but white space: none
    bool operator==(const multiple_choice_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(multiple_choice_ballot, (), (chosen, other))

struct multiple_choice_result {
    static constexpr const char* method = "multiple_choice";
    struct row {
        int count = 0;
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;            ///< one per item, in the order in which the items were shown
    int other_count = 0;              ///< ballots with a text under "other"
    std::vector<std::string> others;  ///< those texts, sorted by their bytes, each as often as it was written
    int ballots = 0;                  ///< abstentions included
    int abstentions = 0;              ///< ballots without any choice
    bool operator==(const multiple_choice_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(multiple_choice_result::row, (), (count))
BOOST_DESCRIBE_STRUCT(multiple_choice_result, (), (rows, other_count, others, ballots, abstentions))

struct multiple_choice {
    using rules = multiple_choice_rules;
    using ballot = multiple_choice_ballot;
    using result = multiple_choice_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const multiple_choice_rules&, int items);

[[nodiscard]] result<void> check(const multiple_choice_rules&, int items, const multiple_choice_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] multiple_choice_result tally(const multiple_choice_rules&, int items,
                                           std::span<const multiple_choice_ballot>);

/// A text that was taken out still was a choice.
void put_texts(multiple_choice_result&, const texts_apart&);

/// By the ballots that chose the item.
[[nodiscard]] std::vector<item_score> scores_of(const multiple_choice_rules&, const multiple_choice_result&);

}  // namespace klartext::domain
