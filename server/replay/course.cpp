#include "replay/course.hpp"

#include <algorithm>
#include <stdexcept>

namespace klartext::replay {
namespace {

using clock = std::chrono::steady_clock;

bool leads(const act& a) { return !std::holds_alternative<contribution>(a.what); }

/// The entry that is written by an act, by a participant or for somebody.
const write_entry* entry_of(const act& a) {
    if (const auto* what = std::get_if<contribution>(&a.what)) return std::get_if<write_entry>(what);
    const auto* work = std::get_if<desk_work>(&a.what);
    const auto* on_behalf = work ? std::get_if<write_on_behalf>(work) : nullptr;
    return on_behalf ? &on_behalf->entry : nullptr;
}

const write_comment* comment_of(const act& a) {
    const auto* what = std::get_if<contribution>(&a.what);
    return what ? std::get_if<write_comment>(what) : nullptr;
}

}  // namespace

course::course(boost::asio::any_io_executor executor, const recording& recorded, double speed,
               std::chrono::seconds patience)
    : executor_(executor),
      recording_(recorded),
      speed_(speed),
      patience_(patience),
      begun_(clock::now()),
      last_answer_(clock::now()),
      last_loss_(clock::now()),
      led_(executor),
      all_answered_(executor) {
    note_entries();
    find_next_lead(0);
}

void course::note_entries() {
    for (std::size_t at = 0; at < recording_.acts.size(); ++at) {
        const auto* entry = entry_of(recording_.acts[at]);
        const auto* comment = comment_of(recording_.acts[at]);
        if (!entry && !comment) continue;
        auto& record = entries_.emplace_back(executor_);
        record.ref = entry ? entry->ref : comment->ref;
        record.parent = entry ? nullptr : by_ref_.at(comment->on);
        record.activity = entry ? entry->activity : record.parent->activity;
        by_act_[at] = &record;
        if (!record.ref.empty()) by_ref_[record.ref] = &record;
    }
}

void course::find_next_lead(std::size_t from) {
    next_lead_ = from;
    while (next_lead_ < recording_.acts.size() && !leads(recording_.acts[next_lead_])) ++next_lead_;
}

void course::begin() { begun_ = clock::now(); }

boost::asio::awaitable<void> course::recorded_time(std::size_t act) {
    if (speed_ <= 0) co_return;
    const std::chrono::duration<double, std::milli> after = recording_.acts[act].at - recording_.acts.front().at;
    const auto due = begun_ + std::chrono::duration_cast<clock::duration>(after / speed_);
    const auto now = clock::now();
    if (due > now) co_await pause(executor_, due - now);
}

boost::asio::awaitable<void> course::turn(std::size_t act) {
    while (act > next_lead_) co_await led_.passed();
    co_await recorded_time(act);
}

boost::asio::awaitable<void> course::turn_to_lead(std::size_t act) {
    while (answered_ < act) co_await all_answered_.passed();
    co_await recorded_time(act);
}

void course::answered(std::size_t act) {
    ++answered_;
    if (leads(recording_.acts[act])) {
        find_next_lead(act + 1);
        led_.look_again();
    }
    if (answered_ == next_lead_) all_answered_.look_again();
}

boost::asio::awaitable<void> course::everything_answered() {
    while (answered_ < recording_.acts.size()) co_await all_answered_.passed();
}

boost::asio::awaitable<entry_on_record*> course::answered_entry(const std::string& ref) {
    auto* record = by_ref_.at(ref);
    while (record->standing == entry_standing::unanswered) co_await record->answered.passed();
    co_return record;
}

void course::settle(entry_on_record& record, entry_standing standing) {
    record.standing = standing;
    record.answered.look_again();
}

boost::asio::awaitable<entry_on_record*> course::entry_to_change(const std::string& ref) {
    auto* record = co_await answered_entry(ref);
    while (record->changing) co_await record->answered.passed();
    record->changing = true;
    co_return record;
}

void course::changed(entry_on_record& record) {
    record.changing = false;
    record.answered.look_again();
}

void course::hear(const feed_message& message) {
    for (const auto& [activity, batch] : message.batches) batches_[activity] = std::max(batches_[activity], batch);
    for (const auto& [activity, told] : message.votes) votes_.try_emplace(activity, told);
}

boost::asio::awaitable<const told_vote*> course::vote(const std::string& activity) {
    if (!was_opened(activity) || !recording_.votes.contains(activity)) co_return nullptr;
    const auto asked = clock::now();
    while (!votes_.contains(activity)) {
        if (clock::now() - std::max(asked, last_loss_) > patience_)
            throw std::runtime_error("no feed has told of the vote " + activity);
        co_await pause(executor_, std::chrono::milliseconds(20));
    }
    co_return &votes_.at(activity);
}

int course::announced_batch(const std::string& activity) const {
    const auto found = batches_.find(activity);
    return found == batches_.end() ? 0 : found->second;
}

std::map<std::string, std::string> course::match(const std::string& vote) const {
    const auto source = recording_.sources.find(vote);
    if (source == recording_.sources.end()) return {};
    std::vector<votable_entry> entries;
    for (const auto& record : entries_) {
        const bool stands = record.standing == entry_standing::confirmed && !record.parent;
        if (stands && record.activity == source->second) entries.push_back({record.ref, record.id, record.text});
    }
    return match_items(std::move(entries), votes_.at(vote).items);
}

std::optional<std::string> course::item_number(const std::string& activity, const std::string& name) {
    const auto names = recording_.votes.find(activity);
    const bool by_ref = names != recording_.votes.end() && names->second == item_names::entries;
    // A name that nobody ever wrote under is for the server to refuse.
    if (!by_ref || !by_ref_.contains(name) || !votes_.contains(activity)) return name;
    if (!item_numbers_.contains(activity)) item_numbers_[activity] = match(activity);
    const auto& numbers = item_numbers_[activity];
    const auto found = numbers.find(name);
    if (found == numbers.end()) return std::nullopt;
    return found->second;
}

void course::note_ballot(const std::string& activity, std::uint32_t who, std::string ballot) {
    ballots_[activity][who] = std::move(ballot);
}

void course::note_up_votes(const std::string& activity, std::uint32_t who, std::vector<std::string> refs) {
    up_votes_[activity][who] = std::move(refs);
}

expectation course::expected() const {
    expectation all;
    for (const auto& record : entries_) {
        if (record.standing != entry_standing::confirmed && record.standing != entry_standing::withdrawn) continue;
        expected_entry entry;
        entry.activity = record.activity;
        entry.ref = record.ref;
        entry.text = record.text;
        entry.comment = record.parent != nullptr;
        entry.withdrawn = record.standing == entry_standing::withdrawn;
        if (record.parent && record.parent->standing == entry_standing::confirmed) entry.parent = record.parent->text;
        all.entries.push_back(std::move(entry));
    }
    for (const auto& [activity, by_voter] : ballots_)
        for (const auto& [who, ballot] : by_voter) all.ballots[activity].push_back(ballot);
    for (const auto& [activity, by_seat] : up_votes_)
        for (const auto& [who, refs] : by_seat) {
            auto& texts = all.up_votes[activity].emplace_back();
            for (const auto& ref : refs) texts.push_back(by_ref_.at(ref)->text);
        }
    all.participants = recording_.participants.size();
    return all;
}

void course::check_patience(clock::time_point since) const {
    if (clock::now() - std::max(since, last_answer_) > patience_)
        throw std::runtime_error("the server has not answered for " + std::to_string(patience_.count()) + " seconds");
}

}  // namespace klartext::replay
