#include "live/live_session.hpp"

#include "live/rows.hpp"

#include <algorithm>
#include <utility>

namespace klartext::live {

/// A feed between asking to join and its first message.
struct live_session::joiner {
    std::shared_ptr<feed_sink> sink;
    domain::audience to;
    std::optional<domain::seat_hash> seat;
    std::optional<feed_position> from;
    std::vector<std::shared_ptr<const std::string>> first;  ///< made when handed over, sent when stored
};

/// What waits for one commit: the changes in it, and everything that may be said only afterwards.
struct live_session::batch {
    std::vector<domain::change> changes;
    std::vector<domain::seat_hash> seats;
    std::vector<std::pair<reply, answer>> answers;
    std::vector<std::function<void(const domain::session_state&)>> readers;
    std::shared_ptr<const domain::session_state> read;  ///< what the readers get
    std::vector<joiner> joiners;
    bool numbers = false;
    std::vector<broadcast> out;
    bool changes_phase = false;
    std::optional<domain::session_phase> phase;  ///< what it makes of the session; the state may be further by then
};

namespace {

constexpr std::chrono::seconds pause_after_failure{1};

bool changes_openings(const domain::change& change) {
    return std::holds_alternative<domain::activity_opened>(change) ||
           std::holds_alternative<domain::activity_removed>(change);
}

bool changes_phase(const domain::change& change) {
    return std::holds_alternative<domain::session_started>(change) ||
           std::holds_alternative<domain::session_closed>(change);
}

std::size_t bytes_of(const std::vector<std::shared_ptr<const std::string>>& messages) {
    std::size_t sum = 0;
    for (const auto& each : messages) sum += each->size();
    return sum;
}

/// Times of releases are not stored: after a restart the gap to the last one starts anew.
void start_gaps(domain::session_state& state, std::chrono::seconds steady) {
    for (auto& activity : state.agenda)
        if (activity.phase == domain::phase::open) activity.last_release = activity.last_count = steady;
}

void keep_tallies(domain::session_state& state) {
    for (auto& activity : state.agenda) domain::keep_tally(activity);
}

}  // namespace

live_session::live_session(domain::session_id id, std::string code, stored_session stored, surroundings around)
    : id_(id),
      code_(std::move(code)),
      state_(std::move(stored.state)),
      stored_phase_(state_.head.phase),
      seats_(std::move(stored.seats)),
      keys_(stored.keys),
      around_(std::move(around)),
      hub_(around_.new_epoch()) {
    start_gaps(state_, steady_seconds());
    keep_tallies(state_);
    follow_openings();
    told_ = count();
}

live_session::~live_session() = default;

domain::circumstances live_session::circumstances() const {
    return {std::chrono::floor<std::chrono::minutes>(around_.now()), steady_seconds(), seats()};
}

std::chrono::seconds live_session::steady_seconds() const {
    return std::chrono::floor<std::chrono::seconds>(around_.steady().time_since_epoch());
}

bool live_session::pauses() const {
    return recovering_ || spoiled_ || (refuse_until_ && around_.steady() < *refuse_until_);
}

bool live_session::settled() const { return !committing_ && !pending_ && !recovering_ && !spoiled_; }

bool live_session::idle() const { return settled() && hub_.empty(); }

live_session::batch& live_session::waiting() {
    if (!pending_) pending_ = std::make_shared<batch>();
    schedule();
    return *pending_;
}

// What comes in during one round of the event loop is committed together.
void live_session::schedule() {
    if (scheduled_ || committing_ || recovering_ || spoiled_) return;
    scheduled_ = true;
    around_.post([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self) return;
        self->scheduled_ = false;
        self->hand_over();
    });
}

/// At once if all that it rests on is on disk; else together with that.
void live_session::answer_when_stored(reply then, answer given) {
    if (settled()) return then(given);
    waiting().answers.emplace_back(std::move(then), given);
}

void live_session::submit(const domain::command& command, reply then) {
    if (pauses()) return then(kept_by_sender{});
    auto decided = domain::decide(state_, command, circumstances());
    if (!decided) return answer_when_stored(std::move(then), decided.error());
    if (decided->empty()) return answer_when_stored(std::move(then), received{});
    auto& batch = waiting();
    batch.answers.emplace_back(std::move(then), received{});
    in_turn each(around_.post);
    const bool taken = each([&] {
        batch.changes.reserve(batch.changes.size() + decided->size());
        bool openings = false;
        for (auto& change : *decided) {
            domain::apply(state_, change);
            batch.changes_phase |= changes_phase(change);
            openings |= changes_openings(change);
            batch.changes.push_back(std::move(change));
        }
        if (openings) follow_openings();
    });
    if (!taken) spoil();
}

/// The state may differ from what will be on disk. What is on its way there was taken before and goes its way.
void live_session::spoil() {
    spoiled_ = true;
    if (!committing_) lose();
}

void live_session::admit(const domain::seat_hash& seat, reply then) {
    if (pauses()) return then(kept_by_sender{});
    if (state_.head.phase == domain::session_phase::closed)
        return answer_when_stored(std::move(then), domain::refusal::session_closed);
    if (seats_.contains(seat)) return answer_when_stored(std::move(then), received{});
    // Without keys, as after a restored backup that lacks them, a new seat could do nothing.
    if (!state_.head.door_open || !keys_) return answer_when_stored(std::move(then), domain::refusal::door_closed);
    auto& batch = waiting();
    batch.answers.emplace_back(std::move(then), received{});
    in_turn each(around_.post);
    const bool taken = each([&] {
        batch.seats.push_back(seat);
        seats_.insert(seat);
    });
    if (!taken) spoil();
}

void live_session::when_stored(std::function<void(const domain::session_state&)> then) {
    if (settled()) return then(state_);
    waiting().readers.push_back(std::move(then));
}

void live_session::subscribe(std::shared_ptr<feed_sink> sink, domain::audience to,
                             std::optional<domain::seat_hash> seat, std::optional<feed_position> from) {
    waiting().joiners.push_back({std::move(sink), to, seat, std::move(from), {}});
}

void live_session::unsubscribe(const feed_sink& sink) {
    hub_.remove(sink);
    for (auto* batch : {pending_.get(), committing_.get()})
        if (batch) std::erase_if(batch->joiners, [&](const joiner& each) { return each.sink.get() == &sink; });
}

void live_session::end_all_feeds(feed_end why) {
    in_turn each(around_.post);
    hub_.end_all(why, each);
    for (auto* batch : {pending_.get(), committing_.get()})
        if (batch)
            for (const auto& joiner : std::exchange(batch->joiners, {})) each([&] { joiner.sink->end(why); });
}

void live_session::tick() {
    if (recovering_ && !reading_) return read_back();
    if (recovering_ || hub_.empty() || count() == told_) return;
    waiting().numbers = true;
}

void live_session::hand_over() {
    if (committing_ || recovering_ || spoiled_ || !pending_) return;
    committing_ = std::exchange(pending_, nullptr);
    bool at_once = false;
    try {
        auto rows = rows_for(state_, committing_->changes);
        rows.seats = committing_->seats;
        prepare(*committing_);
        at_once = rows.empty();
        if (!at_once) commit(std::move(rows));
    } catch (const std::exception&) {  // out of memory, at worst: better to start from the disk than to wait for ever
        return lose();
    }
    if (at_once) settle(true);
}

/// The batch stays here: answers and feeds in it must not die on the store's thread.
void live_session::commit(session_rows rows) {
    around_.store.commit(id_, std::move(rows), [weak = weak_from_this(), post = around_.post](bool stored) {
        post([weak, stored] {
            if (const auto self = weak.lock()) self->settle(stored);
        });
    });
}

/// All that is to be said about the state as it is now, before it can change again.
void live_session::prepare(batch& batch) {
    if (batch.changes_phase) batch.phase = state_.head.phase;
    if (!batch.changes.empty()) encode_changes(batch);
    if (batch.numbers) encode_numbers(batch);
    if (!batch.readers.empty()) batch.read = std::make_shared<const domain::session_state>(state_);
    snapshots made;
    for (auto& joiner : batch.joiners) joiner.first = first_of(joiner, batch, made);
}

template <class Write>
broadcast live_session::encoded(Write write) {
    broadcast out;
    for (const auto to : {domain::audience::participants, domain::audience::desk}) {
        auto& revision = revisions_.at(stream_of(to));
        const feed_position next{hub_.epoch(), revision + 1};
        std::optional<std::string> bytes = write(to, next);
        if (!bytes) continue;
        revision = next.revision;
        out.parts.at(stream_of(to)) = {next.revision, std::make_shared<const std::string>(std::move(*bytes))};
    }
    return out;
}

void live_session::encode_changes(batch& batch) {
    const auto now = count();
    std::vector<domain::activity_id> described;
    batch.out.push_back(encoded([&](domain::audience to, const feed_position& next) -> std::optional<std::string> {
        auto update = around_.encoder.update(state_, batch.changes, now, to, next);
        if (!update) return std::nullopt;
        described.insert(described.end(), update->described.begin(), update->described.end());
        return std::move(update->bytes);
    }));
    for (const auto& activity : described) take_over(told_, now, activity);
}

void live_session::encode_numbers(batch& batch) {
    const auto now = count();
    batch.out.push_back(encoded(
        [&](domain::audience to, const feed_position& next) { return around_.encoder.numbers(told_, now, to, next); }));
    told_ = now;
}

/// What a feed gets before the updates that follow this batch: what it has missed, this batch included, or a snapshot
/// where that is no longer known or too much to be sent in one go.
std::vector<std::shared_ptr<const std::string>> live_session::first_of(const joiner& joiner, const batch& batch,
                                                                       snapshots& made) {
    auto missed = joiner.from ? hub_.since(*joiner.from, joiner.to) : std::nullopt;
    if (!missed) return {snapshot(joiner.to, made)};
    for (const auto& each : batch.out)
        if (const auto& bytes = each.parts.at(stream_of(joiner.to)).bytes) missed->push_back(bytes);
    if (bytes_of(*missed) > most_missed_bytes) return {snapshot(joiner.to, made)};
    return std::move(*missed);
}

void live_session::settle(bool stored) {
    if (!committing_) return;  // lost although the store had taken it
    if (!stored) return lose();
    if (!committing_->phase || !around_.phase_stored) return tell();
    in_turn each(around_.post);
    const bool handed_on = each([&] {
        around_.phase_stored(id_, *committing_->phase, keys_, [weak = weak_from_this()] {
            if (const auto self = weak.lock()) self->tell();
        });
    });
    if (!handed_on) lose();
}

void live_session::tell() {
    const auto batch = std::exchange(committing_, nullptr);
    stored_phase_ = batch->phase.value_or(stored_phase_);
    if (stored_phase_ == domain::session_phase::closed) {
        keys_.reset();
        seats_.clear();
        sheets_.clear();
    }
    in_turn each(around_.post);
    for (const auto& message : batch->out)
        if (!each([&] { hub_.send(message, each); })) spoiled_ = true;
    for (const auto& joiner : batch->joiners) {
        if (!each([&] { hub_.add(joiner.sink, joiner.to, joiner.seat); })) spoiled_ = true;
        for (const auto& message : joiner.first) deliver(*joiner.sink, message, each);
    }
    for (const auto& waiter : batch->answers) each([&] { waiter.first(waiter.second); });
    for (const auto& read : batch->readers) each([&] { read(*batch->read); });
    if (spoiled_) return lose();
    if (pending_) schedule();
}

void live_session::lose() {
    const auto lost = {std::exchange(committing_, nullptr), std::exchange(pending_, nullptr)};
    recovering_ = true;
    spoiled_ = false;
    refuse_until_ = around_.steady() + pause_after_failure;
    in_turn each(around_.post);
    for (const auto& batch : lost) {
        if (!batch) continue;
        auto& kept = waiting();  // nobody who only reads is turned away
        std::ranges::move(batch->readers, std::back_inserter(kept.readers));
        std::ranges::move(batch->joiners, std::back_inserter(kept.joiners));
        for (const auto& waiter : batch->answers) each([&] { waiter.first(kept_by_sender{}); });
    }
    read_back();
}

void live_session::read_back() {
    around_.store.load(id_, [weak = weak_from_this(), post = around_.post](std::optional<stored_session> stored) {
        post([weak, read = std::make_shared<std::optional<stored_session>>(std::move(stored))] {
            const auto self = weak.lock();
            if (!self) return;
            self->reading_ = false;
            if (!*read) return;
            in_turn each(self->around_.post);
            const bool adopted = each([&] { self->adopt(std::move(**read)); });
            if (!adopted) self->recovering_ = true;  // the next tick tries again
        });
    });
    reading_ = true;
}

void live_session::adopt(stored_session stored) {
    state_ = std::move(stored.state);
    seats_ = std::move(stored.seats);
    start_gaps(state_, steady_seconds());
    keep_tallies(state_);
    follow_openings();
    recovering_ = false;
    hub_.start_epoch(around_.new_epoch());
    revisions_ = {};
    told_ = count();
    snapshots made;
    in_turn each(around_.post);
    hub_.for_each([&](feed_sink& sink, domain::audience to) { deliver(sink, snapshot(to, made), each); });
    if (state_.head.phase != stored_phase_) {  // a start or a close got onto the disk although its commit failed
        committing_ = std::make_shared<batch>();
        committing_->phase = state_.head.phase;
        return settle(true);
    }
    if (pending_) schedule();
}

/// One for each audience, however many join at once.
std::shared_ptr<const std::string> live_session::snapshot(domain::audience to, snapshots& made) {
    auto& bytes = made[to];
    if (bytes) return bytes;
    const auto now = count();
    told_ = known_to_all(std::move(told_), now);
    const feed_position position{hub_.epoch(), revisions_.at(stream_of(to))};
    bytes = std::make_shared<const std::string>(around_.encoder.snapshot(id_, code_, state_, now, to, position));
    return bytes;
}

}  // namespace klartext::live
