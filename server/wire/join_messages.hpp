#pragma once
#include "domain/session_state.hpp"
#include "wire/values.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Coming in, drawing stamps, and the first word on the feed.
namespace klartext::wire {

/// What somebody sees before deciding to come in.
struct open_door {
    domain::session_id session;
    std::string title;
    domain::language language = domain::language::de;
    domain::session_phase phase = domain::session_phase::draft;
    std::string notice;       ///< Markdown
    std::string notice_html;  ///< the same, safe to show
    bool open_small_group = false;
    bool door_open = true;
    bool operator==(const open_door&) const = default;
};
BOOST_DESCRIBE_STRUCT(open_door, (),
                      (session, title, language, phase, notice, notice_html, open_small_group, door_open))

/// What the notice says is complete, also in a draft.
[[nodiscard]] open_door door_of(const domain::session_id&, const domain::session_head&);

struct join {
    secret seat;
    bool operator==(const join&) const = default;
};
BOOST_DESCRIBE_STRUCT(join, (), (seat))

struct stamps_request {
    domain::session_id session;
    secret seat;
    std::optional<std::map<std::string, int>> since;  ///< activity id: first batch wanted; all that are open if absent
    bool operator==(const stamps_request&) const = default;
};
BOOST_DESCRIBE_STRUCT(stamps_request, (), (session, seat, since))

/// 200 entry stamps for one activity.
struct stamp_batch {
    domain::activity_id activity;
    int batch = 0;  ///< from 0
    std::vector<stamp> stamps;
    bool operator==(const stamp_batch&) const = default;
};
BOOST_DESCRIBE_STRUCT(stamp_batch, (), (activity, batch, stamps))

/// One for each card that the activity takes of a seat; always the same ones. Comments take those of a batch.
struct card_stamps {
    domain::activity_id activity;
    std::vector<stamp> stamps;
    bool operator==(const card_stamps&) const = default;
};
BOOST_DESCRIBE_STRUCT(card_stamps, (), (activity, stamps))

/// For signing up by name.
struct sign_up_stamp {
    domain::activity_id activity;
    wire::stamp stamp;
    bool operator==(const sign_up_stamp&) const = default;
};
BOOST_DESCRIBE_STRUCT(sign_up_stamp, (), (activity, stamp))

/// For saying which cards one supports; always the same one.
struct up_vote_stamp {
    domain::activity_id activity;
    wire::stamp stamp;
    bool operator==(const up_vote_stamp&) const = default;
};
BOOST_DESCRIBE_STRUCT(up_vote_stamp, (), (activity, stamp))

/// For a sheet of brainwriting in the turn that runs.
struct sheet_stamp {
    domain::activity_id activity;
    int turn = 0;
    wire::stamp stamp;
    bool operator==(const sheet_stamp&) const = default;
};
BOOST_DESCRIBE_STRUCT(sheet_stamp, (), (activity, turn, stamp))

/// Given until the first round closes; to be kept for the second.
struct second_round_stamp {
    int slot = 0;
    wire::stamp stamp;
    bool operator==(const second_round_stamp&) const = default;
};
BOOST_DESCRIBE_STRUCT(second_round_stamp, (), (slot, stamp))

struct drawn_stamps {
    std::vector<stamp> rounds;  ///< index: slot of the vote
    std::vector<second_round_stamp> second_rounds;
    std::vector<stamp_batch> entries;
    std::vector<card_stamps> cards;       ///< of open activities that limit the cards of each person
    std::vector<sign_up_stamp> sign_ups;  ///< of sign-ups that were opened
    std::vector<up_vote_stamp> up_votes;  ///< of open activities with up-votes
    std::vector<sheet_stamp> sheets;      ///< of open brainwritings
    stamp address;
    bool operator==(const drawn_stamps&) const = default;
};
BOOST_DESCRIBE_STRUCT(drawn_stamps, (), (rounds, second_rounds, entries, cards, sign_ups, up_votes, sheets, address))

struct joined {
    domain::session_id session;
    drawn_stamps stamps;
    bool operator==(const joined&) const = default;
};
BOOST_DESCRIBE_STRUCT(joined, (), (session, stamps))

enum class listener { participant, desk, presenter };
BOOST_DESCRIBE_ENUM(listener, participant, desk, presenter)

/// The only message that a feed takes inwards.
struct hello {
    static constexpr const char* type = "hello";
    domain::session_id session;
    listener audience = listener::participant;
    std::optional<secret> seat;         ///< of a participant, and of nobody else
    std::optional<std::string> ticket;  ///< of the desk, and of nobody else
    std::optional<std::string> code;    ///< of a presenter, and of nobody else
    std::optional<std::string> epoch;   ///< with `revision`: what the client has seen last
    std::optional<std::uint64_t> revision;
    bool operator==(const hello&) const = default;
};
BOOST_DESCRIBE_STRUCT(hello, (), (session, audience, seat, ticket, code, epoch, revision))

[[nodiscard]] result<open_door> read_open_door(std::string_view json);
[[nodiscard]] result<join> read_join(std::string_view json);
[[nodiscard]] result<stamps_request> read_stamps_request(std::string_view json);
[[nodiscard]] result<drawn_stamps> read_drawn_stamps(std::string_view json);
[[nodiscard]] result<joined> read_joined(std::string_view json);
[[nodiscard]] result<hello> read_hello(std::string_view json);

[[nodiscard]] std::string write(const open_door&);
[[nodiscard]] std::string write(const join&);
[[nodiscard]] std::string write(const stamps_request&);
[[nodiscard]] std::string write(const drawn_stamps&);
[[nodiscard]] std::string write(const joined&);
[[nodiscard]] std::string write(const hello&);

}  // namespace klartext::wire
