#pragma once
#include "domain/ballot.hpp"
#include "wire/values.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What participants drop into the letterbox.
namespace klartext::wire {

struct new_entry {
    domain::entry_id id;
    std::string text;
    std::optional<std::string> section;
    std::optional<domain::entry_id> on;  ///< the entry that this comments on
    domain::edit_hash edit_hash;         ///< SHA-256 of the 32 bytes of the edit secret
    std::optional<std::string> kind;     ///< of a card, where the activity has kinds
    bool operator==(const new_entry&) const = default;
};
BOOST_DESCRIBE_STRUCT(new_entry, (), (id, text, section, on, edit_hash, kind))

struct entry_envelope {
    static constexpr const char* type = "entry";
    domain::session_id session;
    domain::activity_id activity;
    wire::stamp stamp;
    new_entry entry;
    bool operator==(const entry_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(entry_envelope, (), (session, activity, stamp, entry))

struct edit_envelope {
    static constexpr const char* type = "edit";
    domain::session_id session;
    domain::activity_id activity;
    domain::entry_id entry;
    secret edit_secret;
    wire::counter counter = 1;
    std::string text;
    bool operator==(const edit_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(edit_envelope, (), (session, activity, entry, edit_secret, counter, text))

struct withdraw_envelope {
    static constexpr const char* type = "withdraw";
    domain::session_id session;
    domain::activity_id activity;
    domain::entry_id entry;
    secret edit_secret;
    wire::counter counter = 1;
    bool operator==(const withdraw_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(withdraw_envelope, (), (session, activity, entry, edit_secret, counter))

/// A whole ballot: {"choice": item or null}, {"dots": {item: n}} or {"stances": {item: 1, 0 or -1}}.
struct ballot_envelope {
    static constexpr const char* type = "ballot";
    domain::session_id session;
    domain::activity_id activity;
    wire::stamp stamp;
    wire::counter counter = 1;
    domain::ballot ballot;
    bool operator==(const ballot_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(ballot_envelope, (), (session, activity, stamp, counter, ballot))

/// Where to send the minutes.
struct address_envelope {
    static constexpr const char* type = "address";
    domain::session_id session;
    wire::stamp stamp;
    std::string mail;
    bool operator==(const address_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(address_envelope, (), (session, stamp, mail))

/// Who wants to go on with which themes. The only envelope with a name; it goes to a list apart from all content.
struct sign_up_envelope {
    static constexpr const char* type = "signUp";
    domain::session_id session;
    domain::activity_id activity;
    wire::stamp stamp;
    wire::counter counter = 1;
    std::string name;
    std::optional<std::string> contact;      ///< how to be reached, in free words
    std::vector<domain::item_number> items;  ///< the themes; none: what was said before is taken back
    bool operator==(const sign_up_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(sign_up_envelope, (), (session, activity, stamp, counter, name, contact, items))

/// All cards that somebody supports, in place of what was said before.
struct up_votes_envelope {
    static constexpr const char* type = "upVotes";
    domain::session_id session;
    domain::activity_id activity;
    wire::stamp stamp;
    wire::counter counter = 1;
    std::vector<domain::entry_id> entries;  ///< none: what was said before is taken back
    bool operator==(const up_votes_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(up_votes_envelope, (), (session, activity, stamp, counter, entries))

/// Asks for a sheet of brainwriting, once in each turn. Leaves nothing behind.
struct sheet_envelope {
    static constexpr const char* type = "sheet";
    domain::session_id session;
    domain::activity_id activity;
    wire::stamp stamp;
    int turn = 1;
    std::vector<int> had;  ///< sheets of other turns, to get another one
    bool operator==(const sheet_envelope&) const = default;
};
BOOST_DESCRIBE_STRUCT(sheet_envelope, (), (session, activity, stamp, turn, had))

using envelope = std::variant<entry_envelope, edit_envelope, withdraw_envelope, ballot_envelope, address_envelope,
                              sign_up_envelope, up_votes_envelope, sheet_envelope>;

/// Answers a `sheet`: the section on which to write, a number as text.
struct sheet_given {
    std::string sheet;
    bool operator==(const sheet_given&) const = default;
};
BOOST_DESCRIBE_STRUCT(sheet_given, (), (sheet))

[[nodiscard]] result<envelope> read_envelope(std::string_view json);
[[nodiscard]] std::string write(const envelope&);

/// From the desk, on behalf of somebody: without stamp and envelope.
[[nodiscard]] result<new_entry> read_new_entry(std::string_view json);
[[nodiscard]] std::string write(const new_entry&);

[[nodiscard]] result<sheet_given> read_sheet_given(std::string_view json);
[[nodiscard]] std::string write(const sheet_given&);

[[nodiscard]] result<domain::ballot> read_ballot(std::string_view json);
[[nodiscard]] std::string write(const domain::ballot&);

}  // namespace klartext::wire
