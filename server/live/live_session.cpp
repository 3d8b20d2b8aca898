#include "live/live_session.hpp"

#include "domain/anonymity/steps.hpp"
#include "domain/anonymity/waves.hpp"
#include "live/rows.hpp"

#include <algorithm>
#include <utility>

namespace klartext::live {

/// What waits for one commit: the changes in it, and everything that may be said only afterwards.
struct live_session::batch {
    std::vector<domain::change> changes;
    std::vector<domain::seat_hash> seats;
    std::vector<std::pair<reply, answer>> answers;
    std::vector<std::function<void(const domain::session_state&)>> readers;
    std::shared_ptr<const domain::session_state> read;  ///< what the readers get
    std::vector<std::function<void()>> joins;           ///< made when handed over, run when stored
    std::vector<std::function<std::function<void()>()>> joining;
    bool numbers = false;
    broadcast out;
    bool changes_phase = false;
};

namespace {

constexpr std::chrono::seconds pause_after_failure{1};
constexpr int round_stamp_step = 20;
constexpr int round_stamp_reserve = 5;  ///< slots kept ready for votes that are added

bool takes_entries(const domain::activity& activity) {
    return std::holds_alternative<domain::collect_plan>(activity.planned.plan) ||
           std::holds_alternative<domain::feedback_plan>(activity.planned.plan);
}

bool changes_phase(const domain::change& change) {
    return std::holds_alternative<domain::session_started>(change) ||
           std::holds_alternative<domain::session_closed>(change);
}

/// Times of releases are not stored: after a restart the gap to the last one starts anew.
void start_gaps(domain::session_state& state, std::chrono::seconds steady) {
    for (auto& activity : state.agenda)
        if (activity.phase == domain::phase::open) activity.last_release = steady;
}

}  // namespace

live_session::live_session(domain::session_id id, std::string code, stored_session stored, surroundings around)
    : id_(id),
      code_(std::move(code)),
      state_(std::move(stored.state)),
      seats_(std::move(stored.seats)),
      keys_(stored.keys),
      minutes_token_(std::move(stored.minutes_token)),
      around_(std::move(around)),
      hub_(around_.new_epoch()) {
    start_gaps(state_, around_.now().time_since_epoch());
    announced_ = count();
}

live_session::~live_session() = default;

domain::circumstances live_session::circumstances() const {
    const auto now = around_.now();
    return {std::chrono::floor<std::chrono::minutes>(now), now.time_since_epoch(), seats()};
}

bool live_session::settled() const {
    return !in_flight_ && !pending_ && !recovering_;
}

bool live_session::idle() const {
    return settled() && hub_.empty();
}

live_session::batch& live_session::waiting() {
    if (!pending_) pending_ = std::make_shared<batch>();
    schedule();
    return *pending_;
}

// What comes in during one round of the event loop is committed together.
void live_session::schedule() {
    if (scheduled_ || in_flight_ || recovering_) return;
    scheduled_ = true;
    around_.post([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self) return;
        self->scheduled_ = false;
        self->hand_over();
    });
}

void live_session::submit(const domain::command& command, reply then) {
    if (recovering_ || around_.now() < refuse_until_) return then(kept_by_sender{});
    auto decided = domain::decide(state_, command, circumstances());
    if (!decided) {
        if (settled()) return then(decided.error());
        waiting().answers.emplace_back(std::move(then), decided.error());
        return;
    }
    if (decided->empty() && settled()) return then(received{});
    auto& batch = waiting();
    for (auto& change : *decided) {
        domain::apply(state_, change);
        batch.changes_phase |= changes_phase(change);
        batch.changes.push_back(std::move(change));
    }
    batch.answers.emplace_back(std::move(then), received{});
}

void live_session::admit(const domain::seat_hash& seat, reply then) {
    if (recovering_ || around_.now() < refuse_until_) return then(kept_by_sender{});
    if (state_.head.phase == domain::session_phase::closed) return then(domain::refusal::session_closed);
    const bool known = seats_.contains(seat);
    if (!known && !state_.head.door_open) return then(domain::refusal::door_closed);
    if (known && settled()) return then(received{});
    auto& batch = waiting();
    if (!known) {
        seats_.insert(seat);
        batch.seats.push_back(seat);
    }
    batch.answers.emplace_back(std::move(then), received{});
}

void live_session::when_stored(std::function<void(const domain::session_state&)> then) {
    if (settled()) return then(state_);
    waiting().readers.push_back(std::move(then));
}

void live_session::subscribe(std::shared_ptr<feed_sink> sink, domain::audience to,
                             std::optional<domain::seat_hash> seat, std::optional<feed_position> from) {
    // What this feed gets first is made when its batch is handed over, and sent when that is stored: between the two
    // nothing else is sent, so that the next update follows seamlessly.
    const auto self = shared_from_this();
    const auto join = [self, sink = std::move(sink), to, seat, from]() -> std::function<void()> {
        const auto position = feed_position{self->hub_.epoch(), self->revisions_.at(stream_of(to))};
        const auto snapshot = std::make_shared<const std::string>(
            self->around_.encoder.snapshot(self->id_, self->code_, self->state_, self->count(), to, position));
        return [self, sink, to, seat, from, snapshot] {
            const auto missed = from ? self->hub_.since(*from, to) : std::nullopt;
            self->hub_.add(sink, to, seat);
            if (!missed) return sink->send(snapshot);
            for (const auto& each : *missed) sink->send(each);
        };
    };
    waiting().joining.emplace_back(join);
}

void live_session::unsubscribe(const feed_sink& sink) {
    hub_.remove(sink);
}

void live_session::tick() {
    if (recovering_ && !in_flight_) return read_back();
    if (recovering_ || hub_.empty() || count() == announced_) return;
    waiting().numbers = true;
}

void live_session::hand_over() {
    if (in_flight_ || recovering_ || !pending_) return;
    const auto batch = std::exchange(pending_, nullptr);
    auto rows = rows_for(state_, batch->changes);
    rows.seats = batch->seats;
    prepare(*batch);
    if (rows.empty()) return settle(batch, true);
    in_flight_ = true;
    around_.store.commit(id_, std::move(rows), [weak = weak_from_this(), post = around_.post, batch](bool stored) {
        post([weak, batch, stored] {
            const auto self = weak.lock();
            if (!self) return;
            self->in_flight_ = false;
            self->settle(batch, stored);
        });
    });
}

/// All that is to be said about the state as it is now, before it can change again.
void live_session::prepare(batch& batch) {
    batch.out = encode(batch);
    if (!batch.readers.empty()) batch.read = std::make_shared<const domain::session_state>(state_);
    for (const auto& join : batch.joining) batch.joins.push_back(join());
}

broadcast live_session::encode(const batch& batch) {
    broadcast out;
    const auto now = count();
    for (const auto to : {domain::audience::participants, domain::audience::desk}) {
        auto& revision = revisions_.at(stream_of(to));
        const feed_position next{hub_.epoch(), revision + 1};
        auto bytes = batch.changes.empty()
                         ? (batch.numbers ? around_.encoder.numbers(announced_, now, to, next) : std::nullopt)
                         : around_.encoder.update(state_, batch.changes, now, to, next);
        if (!bytes) continue;
        revision = next.revision;
        out.parts.at(stream_of(to)) = {next.revision, std::make_shared<const std::string>(std::move(*bytes))};
    }
    if (batch.numbers && batch.changes.empty()) announced_ = now;
    return out;
}

void live_session::settle(const std::shared_ptr<batch>& batch, bool stored) {
    if (!stored) return lose(batch);
    if (!batch->changes_phase || !around_.phase_stored) return tell(*batch);
    in_flight_ = true;  // nothing overtakes
    around_.phase_stored(id_, state_.head.phase, keys_, [weak = weak_from_this(), batch] {
        const auto self = weak.lock();
        if (!self) return;
        self->in_flight_ = false;
        self->tell(*batch);
    });
}

void live_session::tell(const batch& batch) {
    if (state_.head.phase == domain::session_phase::closed && batch.changes_phase) keys_.reset();
    hub_.send(batch.out);
    for (const auto& join : batch.joins) join();
    for (const auto& [then, answer] : batch.answers) then(answer);
    for (const auto& read : batch.readers) read(*batch.read);
    if (pending_) schedule();
}

void live_session::lose(const std::shared_ptr<batch>& batch) {
    const auto lost_too = std::exchange(pending_, nullptr);
    recovering_ = true;
    refuse_until_ = around_.now() + pause_after_failure;
    for (const auto& lost : {batch, lost_too}) {
        if (!lost) continue;
        auto& kept = waiting();  // nobody who only reads is turned away
        std::ranges::move(lost->readers, std::back_inserter(kept.readers));
        std::ranges::move(lost->joining, std::back_inserter(kept.joining));
        for (const auto& [then, answer] : lost->answers) then(kept_by_sender{});
    }
    read_back();
}

void live_session::read_back() {
    in_flight_ = true;
    around_.store.load(id_, [weak = weak_from_this(), post = around_.post](std::optional<stored_session> stored) {
        post([weak, read = std::make_shared<std::optional<stored_session>>(std::move(stored))] {
            const auto self = weak.lock();
            if (!self) return;
            self->in_flight_ = false;
            if (*read) self->adopt(std::move(**read));
        });
    });
}

void live_session::adopt(stored_session stored) {
    state_ = std::move(stored.state);
    seats_ = std::move(stored.seats);
    keys_ = stored.keys;
    start_gaps(state_, around_.now().time_since_epoch());
    recovering_ = false;
    hub_.start_epoch(around_.new_epoch());
    revisions_ = {};
    announced_ = count();
    hub_.for_each([&](feed_sink& sink, domain::audience to) { give_snapshot(sink, to); });
    if (pending_) schedule();
}

void live_session::give_snapshot(feed_sink& sink, domain::audience to) {
    const feed_position position{hub_.epoch(), revisions_.at(stream_of(to))};
    sink.send(std::make_shared<const std::string>(
        around_.encoder.snapshot(id_, code_, state_, count(), to, position)));
}

std::optional<int> live_session::stamp_batch(const domain::activity_id& id) const {
    const auto* activity = state_.find(id);
    if (!activity || activity->phase != domain::phase::open || !activity->opened || !takes_entries(*activity))
        return std::nullopt;
    return static_cast<int>(std::max(std::chrono::seconds{}, around_.now() - *activity->opened) / around_.top_up);
}

int live_session::round_stamps() const {
    const auto votes = std::ranges::count_if(state_.agenda, [](const domain::activity& each) {
        return std::holds_alternative<domain::vote_plan>(each.planned.plan);
    });
    const int slots = std::max(state_.head.slots, static_cast<int>(votes));
    return ((slots + round_stamp_reserve - 1) / round_stamp_step + 1) * round_stamp_step;
}

head_count live_session::count() const {
    head_count now;
    now.connected = hub_.connected_seats();
    now.round_stamps = round_stamps();
    for (const auto& activity : state_.agenda) {
        if (activity.phase != domain::phase::open) continue;
        const auto& id = activity.planned.id;
        if (const auto batch = stamp_batch(id)) now.stamp_batches.emplace(id, *batch);
        now.activities.emplace(
            id, head_count::progress{
                    domain::announced_waiting(static_cast<int>(domain::waiting(activity).size())),
                    domain::announced_ballots(static_cast<int>(activity.ballots.size()), now.connected)});
    }
    return now;
}

}  // namespace klartext::live
