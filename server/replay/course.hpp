#pragma once
#include <deque>
#include <memory>
#include <set>
#include <unordered_map>

#include "replay/feed_reading.hpp"
#include "replay/gate.hpp"
#include "replay/played.hpp"
#include "replay/recording.hpp"

namespace klartext::replay {

enum class entry_standing { unanswered, confirmed, refused, withdrawn };

/// An entry or comment of the recording and what became of it.
struct entry_on_record {
    explicit entry_on_record(boost::asio::any_io_executor executor) : answered(std::move(executor)) {}

    std::string activity, ref;
    std::string id, secret;
    std::string text;  ///< as last confirmed
    std::uint32_t counter = 0;
    bool changing = false;              ///< an edit or a withdrawal is under way
    entry_on_record* parent = nullptr;  ///< of a comment
    entry_standing standing = entry_standing::unanswered;
    gate answered;
};

/// What all clients of one replay share: whose turn it is, what was confirmed, what the feeds have told. One thread.
class course {
public:
    /// The recording must live as long. `speed` 0: nobody waits for the recorded times.
    course(boost::asio::any_io_executor, const recording&, double speed, std::chrono::seconds patience);

    [[nodiscard]] const recording& recorded() const { return recording_; }
    [[nodiscard]] boost::asio::any_io_executor executor() const { return executor_; }

    /// From now on recorded times count.
    void begin();
    /// Until every facilitator's act before this one has been answered and its time has come.
    boost::asio::awaitable<void> turn(std::size_t act);
    /// For a facilitator's act, moreover until every act before it has been answered.
    boost::asio::awaitable<void> turn_to_lead(std::size_t act);
    void answered(std::size_t act);
    boost::asio::awaitable<void> everything_answered();

    /// Of an act that writes an entry or a comment, for oneself or on behalf of somebody.
    [[nodiscard]] entry_on_record& record_of(std::size_t act) { return *by_act_.at(act); }
    /// The record of a ref, once its entry was answered.
    boost::asio::awaitable<entry_on_record*> answered_entry(const std::string& ref);
    void settle(entry_on_record&, entry_standing);
    /// The record of a ref for a change of it, once no other change is under way: of two at once the server would take
    /// the one that was numbered first for a late resend. Ends with `changed`.
    boost::asio::awaitable<entry_on_record*> entry_to_change(const std::string& ref);
    void changed(entry_on_record&);

    void note_opened(const std::string& activity) { opened_.insert(activity); }
    [[nodiscard]] bool was_opened(const std::string& activity) const { return opened_.contains(activity); }
    void hear(const feed_message&);
    /// The vote as the feed tells it; gives nothing for what was never opened as a vote. Waits as long as patience
    /// lasts, anew after every loss: feeds come back when they can.
    boost::asio::awaitable<const told_vote*> vote(const std::string& activity);
    /// Newest batch of entry stamps that the feed has announced.
    [[nodiscard]] int announced_batch(const std::string& activity) const;
    /// Number of an item in a vote that has been told.
    [[nodiscard]] std::optional<std::string> item_number(const std::string& activity, const std::string& name);

    void note_ballot(const std::string& activity, std::uint32_t who, std::string ballot);
    void note_up_votes(const std::string& activity, std::uint32_t who, std::vector<std::string> refs);
    [[nodiscard]] expectation expected() const;

    /// Somebody answered: the server is alive.
    void heard() { last_answer_ = std::chrono::steady_clock::now(); }
    /// Somebody's connection broke, or the server could not answer.
    void lost() { last_loss_ = std::chrono::steady_clock::now(); }
    /// Called for each answer to a request.
    std::function<void()> answer_came = [] {};
    /// Throws std::runtime_error when there has been no answer since `since` for longer than patience lasts.
    void check_patience(std::chrono::steady_clock::time_point since) const;
    /// The session is about to close; its seats, and with them the feeds, may end.
    bool closing = false;
    /// No more feeds are to be resumed.
    bool stopping = false;

    played result;
    feed_reading feeds;

private:
    boost::asio::any_io_executor executor_;
    const recording& recording_;
    double speed_;
    std::chrono::seconds patience_;
    std::chrono::steady_clock::time_point begun_, last_answer_, last_loss_;

    std::size_t answered_ = 0;
    std::size_t next_lead_ = 0;  ///< index of the first facilitator's act that has not been answered
    gate led_, all_answered_;

    std::deque<entry_on_record> entries_;
    std::unordered_map<std::size_t, entry_on_record*> by_act_;
    std::unordered_map<std::string, entry_on_record*> by_ref_;
    std::set<std::string> opened_;
    std::map<std::string, told_vote> votes_;
    std::map<std::string, int> batches_;
    std::map<std::string, std::map<std::string, std::string>> item_numbers_;
    std::map<std::string, std::map<std::uint32_t, std::string>> ballots_;
    std::map<std::string, std::map<std::uint32_t, std::vector<std::string>>> up_votes_;  ///< refs

    void note_entries();
    void find_next_lead(std::size_t from);
    boost::asio::awaitable<void> recorded_time(std::size_t act);
    [[nodiscard]] std::map<std::string, std::string> match(const std::string& vote) const;
};

}  // namespace klartext::replay
