#pragma once
#include "domain/ids.hpp"

#include <boost/describe/class.hpp>
#include <compare>
#include <optional>
#include <string>
#include <vector>

/// Texts of ballots, apart from them. When a round closes every text leaves its ballot, so that nothing ties it to the
/// rest of that ballot, and a single one can be taken out.
namespace klartext::domain {

struct text_apart {
    std::optional<item_number> item;  ///< what it was said to; none: to no item
    std::string text;
    auto operator<=>(const text_apart&) const = default;
};
BOOST_DESCRIBE_STRUCT(text_apart, (), (item, text))

struct texts_apart {
    std::vector<text_apart> texts;  ///< sorted, each as often as it was written
    int alone = 0;                  ///< ballots that were texts and nothing else; they are no abstentions
    int removed = 0;                ///< texts that the facilitator has taken out; they are gone
    bool operator==(const texts_apart&) const = default;
};
BOOST_DESCRIBE_STRUCT(texts_apart, (), (texts, alone, removed))

}  // namespace klartext::domain
