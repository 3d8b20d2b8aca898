#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A recorded workshop as docs/replay.md describes its file.
namespace klartext::replay {

enum class leading_verb { open, uncover, close, pass_sheets_on, count_up_votes };

/// What a facilitator does to a step as a whole.
struct lead {
    leading_verb verb = leading_verb::open;
    std::string activity;
};

struct write_entry {
    std::string activity, ref, text;
    std::optional<std::string> section;
    std::optional<std::string> kind = std::nullopt;  ///< where cards have kinds
};
struct write_comment {
    std::string on;   ///< ref of an entry on an earlier line
    std::string ref;  ///< empty where nothing refers to it later
    std::string text;
};
struct edit_entry {
    std::string ref, text;
};
struct withdraw_entry {
    std::string ref;
};
struct cast_ballot {
    std::string activity;
    std::string ballot;  ///< the whole ballot as JSON text: a recording may hold 60,000 of up to 2,000 items
};
struct leave_address {
    std::string mail;
};

struct cast_up_votes {
    std::string activity;
    std::vector<std::string> refs;  ///< of all cards that the person supports
};
/// Asks for a sheet of brainwriting in the turn that runs; what the person writes there from then on goes on it.
struct ask_for_sheet {
    std::string activity;
};
struct sign_up {
    std::string activity, name;
    std::optional<std::string> contact;
    std::vector<int> items;  ///< by their index
};

/// What a participant does.
using contribution = std::variant<write_entry, write_comment, edit_entry, withdraw_entry, cast_ballot, leave_address,
                                  cast_up_votes, ask_for_sheet, sign_up>;

struct write_on_behalf {
    write_entry entry;
};
struct mark_answered {
    std::string ref;
    bool answered = true;
};
/// Adds a tag and gives it to cards, or adds a cluster and moves cards into it.
struct sort_cards {
    enum class into { tag, cluster };
    into what = into::tag;
    std::string activity, name;
    std::vector<std::string> refs;
};
struct put_measure {
    std::string activity;
    std::string measure;  ///< JSON, as the desk puts it
};

/// What a facilitator does with what a step holds.
using desk_work = std::variant<write_on_behalf, mark_answered, sort_cards, put_measure>;

struct act {
    std::chrono::milliseconds at{0};  ///< since the recording began
    std::uint32_t who = 0;            ///< index into recording::participants; of a contribution
    std::variant<lead, contribution, desk_work> what;
};

enum class item_names {
    listed,   ///< index of an item in its list, or of a cluster
    entries,  ///< refs of entries
};

struct recording {
    std::string session;                         ///< JSON, as POST /api/v1/desk/sessions takes it
    std::vector<std::string> activities;         ///< ids in order of the agenda, as far as they could be read
    std::map<std::string, item_names> votes;     ///< by activity
    std::map<std::string, std::string> sources;  ///< vote: the activity whose entries are its items
    std::vector<std::string> participants;       ///< in order of their first act
    std::vector<act> acts;                       ///< in order of the file
};

/// Why a file is no recording; line 0 concerns the file as a whole.
struct unreadable {
    std::size_t line = 0;
    std::string reason;
};

/// Strict: an unknown or missing key, a key given twice, a ref before its entry, or a wrong type ends the reading.
/// What only the server can judge (rules of a vote, limits, activities) is left to the server.
[[nodiscard]] std::variant<recording, unreadable> read_recording(std::istream&);
[[nodiscard]] std::variant<recording, unreadable> read_recording(const std::filesystem::path&);

}  // namespace klartext::replay
