#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// A city's workshop with all that people write: umlauts, Hebrew, emoji, Chinese, broken HTML, formulas.
minutes sample_minutes(language = language::de);

/// The sample with `text` in all places into which somebody outside can write.
minutes full_of(const std::string& text);

/// Nothing happened.
minutes empty_minutes(language = language::de);

/// Votes by scales, places and criteria: a rating, a mood asked twice, a ranking, and impact against effort.
minutes judged_minutes(language = language::de);

/// What a table of people wrote: kinds of cards, two personas as canvases, tags, cards on behalf of somebody, and a
/// parking lot that was open all the time.
minutes gathered_minutes(language = language::de);

/// A chain: dots on clusters, the first of them on criteria, the better quarter of these into measures, and measures
/// that follow from nothing.
minutes handed_over_minutes(language = language::de);

/// A list of questions with up-votes, one with too few of them, sheets that went round, a vote on the questions that
/// most people support, and a sign-up for those that five do.
minutes supported_minutes(language = language::de);

/// A vote by dots with `items` items that got `items`, `items` - 1, ... dots.
activity dots_vote(int items);

}  // namespace klartext::protocol
