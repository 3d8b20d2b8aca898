#pragma once
#include <array>
#include <chrono>
#include <cstddef>
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
    bool withdrawn = false;              ///< its writer took it back after others had commented on it; `text` is empty
    std::string kind = {};               ///< the word of its kind, "concern"; empty where the activity has none
    std::vector<std::string> tags = {};  ///< names, in the order of the code book
    bool on_behalf = false;              ///< the facilitator wrote it for somebody in the room or on the phone
    int up_votes = 0;                    ///< people who support it, as published
    bool answered = false;               ///< the facilitator has marked it so
};

/// Of a list of which everybody could support cards, each once.
struct up_votes {
    std::optional<int> voters = {};  ///< people who supported any; none: nothing was published
    bool open_small_group = false;   ///< published from one person on, as announced beforehand
};

/// Sheets went round, on which people wrote in turns. They are the sections, by number; a blank one is not told.
struct brainwriting {
    int turns = 0;  ///< that there were
    std::optional<int> planned_turns = {};
    std::optional<int> per_turn = {};  ///< cards that everybody could write in each
    std::optional<int> turn_minutes = {};
};

struct section {
    std::string id;
    std::string title;
    std::string canvas = {};  ///< title of the canvas that it is a field of; those of one canvas stand together
};

/// What a card could be, and how many are; the colour stands beside the word and never for it.
struct card_kind {
    enum class tone { yellow, green, red, blue, violet, grey };
    std::string title;
    card_kind::tone tone = card_kind::tone::yellow;
    int cards = 0;
};

/// A word of the code book.
struct tag {
    std::string name;
    std::string meaning;
    int cards = 0;  ///< that have it
};

/// By what rule items were taken over from an earlier activity.
enum class taken { entries, clusters, items, tags, top, above, disputed, quadrant };

struct item_source {
    std::string title;  ///< of that activity
    protocol::taken taken = protocol::taken::entries;
    int count = 0;                           ///< of `top`
    double line = 0;                         ///< of `above`
    std::vector<std::string> criteria = {};  ///< of `quadrant`: the two by which it was chosen
    bool by_up_votes = false;                ///< `top` and `above` of cards, by how many support them
};

enum class measure_status { planned, under_way, done, dropped };

/// Who does what by when.
struct measure {
    std::string what, who;
    std::optional<std::chrono::year_month_day> due = {};
    measure_status status = measure_status::planned;
    std::optional<std::size_t> about = {};  ///< place in `measures::items` of what it follows from
};

struct measures {
    std::optional<item_source> source = {};
    std::vector<std::string> items = {};  ///< what was handed over; one without a measure has none yet
    std::vector<measure> list = {};
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
    double points = 0;  ///< as the rule of the vote gives them for places; halves at most
    int first = 0;      ///< ballots on which it has the first place
    int ranked = 0;     ///< ballots that rank it at all
    int runoff = 0;     ///< its place by the instant runoff, from 1; who is eliminated together shares one
};
struct weighed {
    std::vector<rated> criteria;              ///< one per criterion
    std::optional<double> total;              ///< of all criteria by their weights
    std::optional<double> total_before = {};  ///< of the first round
};
struct allotted {
    long long points = 0;
    int ballots = 0;  ///< ballots with at least one point here
};
struct resisted {
    std::vector<int> steps;  ///< ballots for each resistance from 0
    int vetoes = 0;
    std::vector<std::string> objections;  ///< in the words of those who object, sorted
    bool passive = false;                 ///< it is the passive option
    bool better_than_passive = false;     ///< meets less resistance on average than that
    std::vector<int> before;              ///< as in `rated`
    bool talk = false;                    ///< the judgements are far apart
};

/// In people's own words, sorted.
struct answered {
    std::vector<std::string> answers;
};

/// How many estimates lie in a part of the range.
struct estimate_bin {
    double from = 0;
    double to = 0;  ///< belongs to the next one
    int count = 0;
};
struct estimated {
    int estimates = 0;
    std::optional<double> median = {}, mean = {}, deviation = {};  ///< none, like the next four, without an estimate
    std::optional<double> lower_quartile = {}, upper_quartile = {}, lowest = {}, highest = {};
    std::vector<estimate_bin> histogram = {};
    std::optional<double> median_before = {};  ///< of the first round
};

enum class vote_method {
    single_choice,
    dots,
    agree_disagree,
    rating,
    mood,
    ranking,
    multi_criteria,
    multiple_choice,
    approval,
    points,
    consensing,
    estimate,
    open_text
};

struct vote_item {
    std::string text;
    /// monostate: withheld, or running
    std::variant<std::monostate, chosen, dotted, judged, rated, placed, weighed, allotted, resisted, estimated,
                 answered>
        result;
};

/// By which items are judged, each on the scale of the vote.
struct criterion {
    std::string title;
    double weight = 1;
    bool inverted = false;  ///< a low step is the better one: cost, effort
};

/// What a ranking that leaves items out gives by Borda's count.
enum class unranked_items { nothing, share_rest, counted_down };

struct choice_rules {
    int least = 0, most = 0;  ///< choices; 0: no limit
    bool other = false;       ///< a text under "other" was taken
};
struct point_rules {
    bool quadratic = false;  ///< n points cost n²
    bool spend_all = false;
};
struct ranking_rules {
    unranked_items unranked = unranked_items::share_rest;
    bool by_runoff = false;  ///< the order goes by the instant runoff, not by points
    int most = 0;            ///< places to fill; 0: all
};
struct resistance_rules {
    int highest = 10;
    bool passive = true;     ///< the last item is the passive option
    int veto = 0;            ///< resistance from which on it is a veto; 0: there is none
    bool objections = true;  ///< a ballot could say why it resists
};
struct estimate_rules {
    int decimals = 0;
    std::optional<double> lowest = {}, highest = {};  ///< that could be named
    std::string unit = {};
};

struct answer_rules {
    int longest = 500;  ///< characters of an answer
};

/// What rankings come to beside points. Items are named by their places in the vote's list.
struct contest {
    struct count {
        std::size_t item = 0;
        int ballots = 0;
    };
    struct round {
        std::vector<count> counts;
        int exhausted = 0;  ///< ballots that rank none of those still in
        std::vector<std::size_t> eliminated;
        bool tied = false;  ///< several had the fewest ballots, and the rule for ties decided
    };
    std::vector<std::vector<int>> pairs;     ///< ballots that prefer the row's item to the column's
    std::optional<std::size_t> beats_all;    ///< the Condorcet winner
    std::vector<std::size_t> smith_set;      ///< the smallest set whose members beat everything outside
    std::vector<round> runoff;               ///< down to two items
    std::optional<std::size_t> runoff_best;  ///< none on a tie that the rule cannot break
};

struct vote {
    vote_method method = vote_method::single_choice;
    int budget = 0;                        ///< dots or points per ballot; 0 for other methods
    int per_item = 0;                      ///< most of them on one item; 0 of points: no limit
    std::vector<std::string> scale = {};   ///< labels of the steps, the lowest first; empty without a scale
    int lowest_step = 1;                   ///< its number, 0 or more
    bool cannot_judge = true;              ///< on a scale: "I cannot judge this" was offered
    std::vector<criterion> criteria = {};  ///< two at least, if `method` is multi_criteria
    /// Of the methods that have more of them; set even if the result is withheld.
    std::variant<std::monostate, choice_rules, point_rules, ranking_rules, resistance_rules, estimate_rules,
                 answer_rules>
        rules = {};
    std::optional<item_source> source = {};         ///< where the items come from; none for a list
    std::vector<vote_item> items = {};              ///< in the order in which they were shown
    int abstentions = 0;                            ///< ballots that name no item
    int filled_in = 0;                              ///< the other ballots
    std::vector<std::string> others = {};           ///< texts under "other", sorted, each as often as it was written
    std::optional<protocol::contest> contest = {};  ///< of a ranking
    bool running = false;                           ///< in a preview: nothing is counted yet
    bool withheld = false;                          ///< too few ballots to publish a result without exposing people
    bool open_small_group = false;                  ///< published although few, as announced beforehand
};

enum class activity_kind { present, collect, vote, feedback, measures, sign_up };

struct activity {
    std::string id;
    activity_kind kind = activity_kind::present;
    std::string title;
    std::string prompt;  ///< Markdown, as the facilitator wrote it
    std::optional<int> planned_minutes;
    std::optional<int> actual_minutes;  ///< opened to closed, whole minutes; absent if it was never opened
    std::vector<section> sections;
    std::vector<std::string> clusters;                ///< names in reading order
    std::vector<entry> entries;                       ///< in reading order, which says nothing about arrival
    int removed = 0;                                  ///< by the facilitator: entries and comments, or of a vote texts
    std::vector<card_kind> kinds = {};                ///< of cards, in the order in which they were offered
    std::vector<tag> tags = {};                       ///< the code book
    int on_behalf = 0;                                ///< entries and comments that the facilitator wrote for others
    std::optional<int> per_person = {};               ///< cards that everybody could write; none: no limit
    bool beside = false;                              ///< it was open from the start to the end, as a parking lot is
    std::optional<protocol::up_votes> up_votes = {};  ///< set where cards could be supported
    std::optional<protocol::brainwriting> brainwriting = {};  ///< set where sheets went round
    bool left_out = false;  ///< by the facilitator: only what is above `entries`, without prompt, is there
    int ballots = 0;
    std::optional<protocol::vote> vote;               ///< set if and only if `kind` is vote and it is not left out
    std::optional<protocol::measures> measures = {};  ///< the same for measures
    /// For which people could sign up by name. Who did is no part of the minutes.
    std::vector<std::string> themes = {};
    std::optional<item_source> themes_from = {};  ///< none for a list
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
