#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "replay/samples.hpp"

namespace klartext::replay {

/// An entry or comment that was confirmed, as it was confirmed last.
struct expected_entry {
    std::string activity;
    std::string text;
    bool comment = false;
    std::string parent;  ///< of a comment: text of the entry it stands under; empty if that was withdrawn
    bool withdrawn = false;
    std::string ref = {};  ///< in the recording; a comment may have none
};

/// What the minutes must show, by what was confirmed.
struct expectation {
    std::vector<expected_entry> entries;
    std::map<std::string, std::vector<std::string>> ballots;  ///< by activity: JSON, items as numbers, one per voter
    /// By activity, for each seat that said which cards it supports: their texts.
    std::map<std::string, std::vector<std::vector<std::string>>> up_votes = {};
    std::size_t participants = 0;
};

/// What came of playing a recording.
struct played {
    std::string failure;                       ///< empty: the session closed and its minutes were read
    std::string minutes_path;                  ///< "/minutes/TOKEN"
    std::map<std::string, std::string> files;  ///< "minutes.html", "csv/02-ideas.csv" -> content

    std::size_t sent = 0;  ///< acts; each once, however often it had to be sent again
    std::size_t confirmed = 0;
    std::map<std::string, std::size_t> refused;  ///< by code
    std::size_t dropped = 0;                     ///< acts about entries that had been refused
    std::size_t items_left_out = 0;              ///< of ballots that were sent without them
    std::size_t sent_again = 0;
    samples confirmation;  ///< milliseconds from the first sending of an act to its confirmation
    std::chrono::duration<double> acting{0};

    std::size_t deliveries = 0;  ///< changes that arrived on feeds
    std::size_t snapshots = 0;
    std::size_t feeds_resumed = 0;
    std::map<std::string, std::size_t> faults;  ///< what must never happen, by name

    expectation expected;
};

}  // namespace klartext::replay
