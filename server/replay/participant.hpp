#pragma once
#include "replay/envelopes.hpp"
#include "replay/exchange.hpp"
#include "replay/feed_follower.hpp"
#include "replay/stamp_purse.hpp"

namespace klartext::replay {

enum class verdict { confirmed, refused, dropped };

/// What became of one act.
struct fate {
    verdict kind = verdict::confirmed;
    std::string code;  ///< of a refusal
};

/// A session as somebody outside sees it.
struct place_of_session {
    server_address server;
    std::string id, code;
};

/// One person of a recording: a seat, an HTTP connection, a feed, and their acts one after the other.
/// The course must outlive it. One thread.
class participant {
public:
    participant(course&, const place_of_session&, std::uint32_t who);

    void add(std::size_t act) { acts_.push_back(act); }
    /// Joins the session and begins to listen. Throws std::runtime_error if it is not let in.
    awaitable<void> enter();
    awaitable<void> listen() { return feed_.follow(); }
    awaitable<void> play();
    void leave();

private:
    awaitable<fate> perform(std::size_t act);
    awaitable<fate> write(std::size_t act, const write_entry&);
    awaitable<fate> comment(std::size_t act, const write_comment&);
    awaitable<fate> edit(const edit_entry&);
    awaitable<fate> withdraw(const withdraw_entry&);
    awaitable<fate> cast(const cast_ballot&);
    awaitable<fate> leave_word(const leave_address&);
    awaitable<fate> support(const cast_up_votes&);
    awaitable<fate> fetch_sheet(const ask_for_sheet&);
    awaitable<fate> put_name(const sign_up&);

    /// Adds id and secret, and the card on which a comment stands.
    awaitable<fate> write_new(entry_on_record&, entry_content);
    /// No text: withdraws it.
    awaitable<fate> change(const std::string& ref, std::optional<std::string> text);
    awaitable<fate> drop(std::string envelope);
    /// Counts it where it was confirmed; its body is what the server said.
    awaitable<http_answer> send(std::string envelope);
    awaitable<void> draw();
    /// Waits for the next batch where need be; nothing if the activity takes no entries now.
    awaitable<std::optional<std::string>> entry_stamp(const std::string& activity);
    /// Where cards are limited one of those stamps, and nothing when the limit is reached.
    awaitable<std::optional<std::string>> card_stamp(const std::string& activity);
    awaitable<std::string> round_stamp(const told_vote&);
    void count(const fate&);
    [[nodiscard]] place place_in(const std::string& activity) const;

    course& course_;
    place_of_session session_;
    std::uint32_t who_;
    std::string seat_;
    http_client client_;
    feed_follower feed_;
    stamp_purse purse_;
    std::vector<std::size_t> acts_;
    /// Of ballots, names and up-votes, by activity.
    std::map<std::string, std::uint32_t> counters_;
    std::map<std::string, std::vector<int>> sheets_;  ///< that were given, by activity; the last one lies here
};

}  // namespace klartext::replay
