#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The minutes (German Protokoll) of one session as plain data: what went on, in the order in which it is to be read.
/// Nothing here says who wrote or voted, or at what time of day. Texts are UTF-8, exactly as written.
namespace klartext::protocol {

enum class language { de, en };

/// One contribution. `comments` stand under it in the order in which everybody saw them.
struct entry {
    std::string text;
    std::string section;                 ///< id of one of the activity's sections; empty where there are none
    std::optional<std::string> cluster;  ///< name of the cluster it was moved into
    std::vector<std::string> comments;
    bool withdrawn = false;  ///< its writer took it back after others had commented on it; `text` is empty
};

struct section {
    std::string id;
    std::string title;
};

/// What one item of a vote got. Which alternative is set depends on the method alone.
struct chosen {
    int count = 0;
};
struct dotted {
    int dots = 0;
    int ballots = 0;  ///< ballots with at least one dot here
};
struct judged {
    int agree = 0;
    int pass = 0;
    int disagree = 0;
};

struct rated {
    std::vector<int> steps;   ///< ballots for each step of the scale, the lowest first
    int cannot_judge = 0;     ///< ballots that say so
    std::vector<int> before;  ///< `steps` of the first round; empty if there was none, or its result is withheld
};
struct placed {
    int points = 0;  ///< as the rule of the vote gives them for places
    int first = 0;   ///< ballots on which it has the first place
};
struct weighed {
    std::vector<std::optional<double>> means;  ///< one per criterion; none where nobody judged
    std::optional<double> total;               ///< of all criteria by their weights
};

enum class vote_method { single_choice, dots, agree_disagree, rating, mood, ranking, multi_criteria };

struct vote_item {
    std::string text;
    /// monostate: withheld, or running
    std::variant<std::monostate, chosen, dotted, judged, rated, placed, weighed> result;
};

/// By which items are judged, each on the scale of the vote.
struct criterion {
    std::string title;
    double weight = 1;
    bool inverted = false;  ///< a low step is the better one: cost, effort
};

struct vote {
    vote_method method = vote_method::single_choice;
    int budget = 0;                        ///< dots per ballot; 0 unless `method` is dots
    int per_item = 0;                      ///< most dots on one item; 0 unless `method` is dots
    std::vector<std::string> scale = {};   ///< labels of the steps, the lowest first; empty without a scale
    int lowest_step = 1;                   ///< its number, 0 or more
    std::vector<criterion> criteria = {};  ///< two at least, if `method` is multi_criteria
    std::string source_title = {};  ///< title of the activity whose entries or clusters are voted on; empty for a list
    std::vector<vote_item> items = {};  ///< in the order in which they were shown
    int abstentions = 0;                ///< ballots that name no item
    bool running = false;               ///< in a preview: nothing is counted yet
    bool withheld = false;              ///< too few ballots to publish a result without exposing people
    bool open_small_group = false;      ///< published although few, as announced beforehand
};

enum class activity_kind { present, collect, vote, feedback };

struct activity {
    std::string id;
    activity_kind kind = activity_kind::present;
    std::string title;
    std::string prompt;  ///< Markdown, as the facilitator wrote it
    std::optional<int> planned_minutes;
    std::optional<int> actual_minutes;  ///< opened to closed, whole minutes; absent if it was never opened
    std::vector<section> sections;
    std::vector<std::string> clusters;  ///< names in reading order
    std::vector<entry> entries;         ///< in reading order, which says nothing about arrival
    int removed = 0;                    ///< entries and comments that the facilitator removed
    bool left_out = false;              ///< by the facilitator: only what is above `entries`, without prompt, is there
    int ballots = 0;
    std::optional<protocol::vote> vote;  ///< set if and only if `kind` is vote and it is not left out
};

/// The first page in plain words, as the facilitator wrote it: Markdown. What is empty, the documents say by
/// themselves, where they can.
struct cover {
    std::string about;
    std::string outcome;
    std::string next;
};

/// What is printed so that paper can be compared with the files, each as "1a2b 3c4d 5e6f 7081".
struct fingerprints {
    std::string content;  ///< of minutes.json
    std::string key;      ///< of the public key that signs the list of the files
};

struct minutes {
    std::string title;
    std::chrono::year_month_day date;  ///< on which the session started, and no time of day; not ok() before
    protocol::language language = protocol::language::de;
    int participants = 0;  ///< seats
    std::string notice;    ///< Markdown, as it was shown and frozen
    bool open_small_group = false;
    protocol::cover cover;
    std::vector<activity> activities;
    bool preview = false;  ///< the session is not over; the documents say so
    /// None: nobody signs, and nothing is said of checking. Not in minutes.json, whose fingerprint is one of them.
    std::optional<protocol::fingerprints> fingerprints = {};
};

}  // namespace klartext::protocol
