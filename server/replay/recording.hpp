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

enum class leading_verb { open, uncover, close };

/// What a facilitator does.
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

/// What a participant does.
using contribution = std::variant<write_entry, write_comment, edit_entry, withdraw_entry, cast_ballot, leave_address>;

struct act {
    std::chrono::milliseconds at{0};  ///< since the recording began
    std::uint32_t who = 0;            ///< index into recording::participants; of a contribution
    std::variant<lead, contribution> what;
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
