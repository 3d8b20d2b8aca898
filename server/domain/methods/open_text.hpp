#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/methods/texts_apart.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <span>
#include <string>
#include <vector>

/// Open text: the items are questions, and everybody answers each in their own words or leaves it out. Nobody sees an
/// answer before the close. All answers of a ballot have 10,000 code points at most: 20 questions of the usual length.
namespace klartext::domain {

struct open_text_rules {
    static constexpr const char* method = "open_text";
    int longest = 500;  ///< code points of an answer, 50 to 2000
    bool operator==(const open_text_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(open_text_rules, (), (longest))

struct open_text_ballot {
    static constexpr const char* method = "open_text";
    std::map<item_number, std::string> answers;  ///< a question that is absent was left out
    bool operator==(const open_text_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(open_text_ballot, (), (answers))

struct open_text_result {
    static constexpr const char* method = "open_text";
    struct row {
        std::vector<std::string> answers;  ///< sorted by their bytes, each as often as it was written
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per question, in the order in which they were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots without an answer
    bool operator==(const open_text_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(open_text_result::row, (), (answers))
BOOST_DESCRIBE_STRUCT(open_text_result, (), (rows, ballots, abstentions))

struct open_text {
    using rules = open_text_rules;
    using ballot = open_text_ballot;
    using result = open_text_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const open_text_rules&, int items);

[[nodiscard]] result<void> check(const open_text_rules&, int items, const open_text_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] open_text_result tally(const open_text_rules&, int items, std::span<const open_text_ballot>);

void put_texts(open_text_result&, const texts_apart&);

/// Answers put no question before another.
[[nodiscard]] std::vector<item_score> scores_of(const open_text_rules&, const open_text_result&);
[[nodiscard]] scoring scoring_of(const open_text_rules&);

}  // namespace klartext::domain
