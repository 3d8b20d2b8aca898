#include "unit/live/rehearsal.hpp"

#include <algorithm>
#include <sstream>

namespace klartext::live::testing {
namespace {

using namespace domain;

std::string spelled(audience to) {
    switch (to) {
        case audience::participants: return "participants";
        case audience::desk: return "desk";
        case audience::presenter: return "presenter";
    }
    return "nobody";
}

std::ostringstream heading(const char* kind, const feed_position& position, audience to) {
    std::ostringstream line;
    line << kind << ' ' << position.epoch << '/' << position.revision << ' ' << spelled(to);
    return line;
}

std::string name_of(const change& happened) {
    if (std::holds_alternative<entries_shown>(happened)) return "shown";
    if (std::holds_alternative<activity_opened>(happened)) return "opened";
    if (std::holds_alternative<activity_closed>(happened)) return "closed";
    if (std::holds_alternative<session_started>(happened)) return "session-started";
    if (std::holds_alternative<session_closed>(happened)) return "session-closed";
    if (std::holds_alternative<door_set>(happened)) return "door";
    if (std::holds_alternative<cluster_added>(happened)) return "cluster";
    if (std::holds_alternative<up_votes_counted>(happened)) return "up-votes";
    if (std::holds_alternative<turn_started>(happened)) return "turn";
    return "change-" + std::to_string(happened.index());
}

/// As a real encoder does: an opened activity is told whole, and so is the agenda when it changes.
std::vector<activity_id> described_by(const session_state& state, std::span<const change> changes) {
    std::vector<activity_id> described;
    for (const auto& each : changes) {
        if (const auto* opened = std::get_if<activity_opened>(&each)) described.push_back(opened->activity);
        if (std::holds_alternative<activity_added>(each))
            for (const auto& activity : state.agenda) described.push_back(activity.planned.id);
    }
    return described;
}

void merge_activities(session_state& state, const session_rows& rows) {
    std::vector<std::pair<int, activity>> placed;
    for (auto& each : state.agenda)
        if (std::ranges::find(rows.removed_activities, each.planned.id) == rows.removed_activities.end())
            placed.emplace_back(static_cast<int>(placed.size()), std::move(each));
    for (const auto& row : rows.activities) {
        auto found =
            std::ranges::find(placed, row.activity.planned.id, [](const auto& each) { return each.second.planned.id; });
        if (found == placed.end()) found = placed.insert(placed.end(), {0, {}});
        auto content = std::exchange(*found, {row.position, row.activity}).second;
        found->second.entries = std::move(content.entries);
        found->second.ballots = std::move(content.ballots);
        found->second.spent = std::move(content.spent);
        found->second.up_votes = std::move(content.up_votes);
    }
    std::ranges::stable_sort(placed, {}, [](const auto& each) { return each.first; });
    state.agenda.clear();
    for (auto& [position, each] : placed) state.agenda.push_back(std::move(each));
}

}  // namespace

void merge(stored_session& stored, const session_rows& rows) {
    auto& state = stored.state;
    if (rows.head) state.head = *rows.head;
    merge_activities(state, rows);
    for (const auto& row : rows.entries) state.find(row.activity)->entries.insert_or_assign(row.id, row.entry);
    for (const auto& row : rows.ballots) state.find(row.activity)->ballots.insert_or_assign(row.stamp, row.ballot);
    for (const auto& row : rows.spent) state.find(row.activity)->spent.insert(row.stamp);
    for (const auto& row : rows.up_votes) state.find(row.activity)->up_votes.insert_or_assign(row.stamp, row.kept);
    stored.seats.insert(rows.seats.begin(), rows.seats.end());
    if (!rows.forget_seats) return;
    stored.seats.clear();
    stored.keys.reset();
    for (auto& each : state.agenda) each.spent.clear(), each.up_votes.clear();
}

void fake_store::finish_commit(bool stored) {
    ASSERT_FALSE(commits.empty()) << "nothing was handed over";
    const auto batch = std::move(commits.front());
    commits.pop_front();
    if (stored) merge(disk.at(batch.id), batch.rows);
    batch.done(stored);
}

void fake_store::finish_load(bool readable) {
    ASSERT_FALSE(loads.empty()) << "nothing was asked for";
    const auto wanted = std::move(loads.front());
    loads.pop_front();
    const auto found = disk.find(wanted.id);
    wanted.then(readable && found != disk.end() ? std::optional(found->second) : std::nullopt);
}

std::string readable_encoder::snapshot(const session_id&, const std::string&, const session_state& state,
                                       const head_count& numbers, audience to, const feed_position& position) const {
    ++snapshots;
    auto line = heading("snapshot", position, to);
    std::ptrdiff_t cards = 0;
    for (const auto& activity : state.agenda)
        cards += std::ranges::count_if(activity.entries, [](const auto& pair) { return pair.second.shown; });
    line << " cards=" << cards << " connected=" << numbers.connected;
    return line.str();
}

std::optional<encoded_update> readable_encoder::update(const session_state& state, std::span<const change> changes,
                                                       const head_count&, audience to,
                                                       const feed_position& position) const {
    auto line = heading("update", position, to);
    bool any = false;
    for (const auto& each : changes) {
        if (!std::visit(may_be_told{to}, each)) continue;
        if (to != audience::desk && std::holds_alternative<door_set>(each)) continue;
        line << ' ' << name_of(each);
        any = true;
    }
    if (!any) return std::nullopt;
    line << std::string(padding, '.');
    return encoded_update{line.str(), described_by(state, changes)};
}

std::optional<std::string> readable_encoder::numbers(const head_count& before, const head_count& numbers_now,
                                                     audience to, const feed_position& position) const {
    auto line = heading("numbers", position, to);
    const auto start = line.str().size();
    if (numbers_now.connected != before.connected) line << " connected=" << numbers_now.connected;
    if (numbers_now.round_stamps != before.round_stamps && numbers_now.round_stamps > 0)
        line << " round-stamps=" << numbers_now.round_stamps;
    for (const auto& [id, batch] : numbers_now.stamp_batches) {
        const auto old = before.stamp_batches.find(id);
        if (old == before.stamp_batches.end() || old->second != batch) line << " batch:" << id.text << '=' << batch;
    }
    for (const auto& [id, progress] : numbers_now.activities) {
        const auto old = before.activities.find(id);
        const auto known = old == before.activities.end() ? head_count::progress{} : old->second;
        if (known.waiting != progress.waiting) line << " waiting:" << id.text << '=' << progress.waiting;
        if (known.ballots != progress.ballots) line << " ballots:" << id.text << '=' << progress.ballots;
    }
    auto text = line.str();
    return text.size() > start ? std::optional(std::move(text)) : std::nullopt;
}

std::string spelled(const answer& given) {
    struct {
        std::string operator()(const received&) const { return "received"; }
        std::string operator()(const kept_by_sender&) const { return "kept_by_sender"; }
        std::string operator()(const refusal& why) const {
            switch (why) {
                case refusal::door_closed: return "door_closed";
                case refusal::session_closed: return "session_closed";
                case refusal::session_not_closed: return "session_not_closed";
                case refusal::activity_not_open: return "activity_not_open";
                case refusal::text_empty: return "text_empty";
                default: return "refusal-" + std::to_string(static_cast<int>(why));
            }
        }
    } constexpr words;
    return std::visit(words, given);
}

stored_session rehearsal::draft() {
    session_state state;
    const circumstances at{minute{std::chrono::minutes{29'000'000}}, {}, 0};
    const auto does = [&](const command& wanted) {
        for (const auto& each : decide(state, wanted, at).value()) apply(state, each);
    };
    does(edit_session{{.title = "Auftakt"}});
    does(add_activity{workshop::collect("ideas", {.comments = true}), std::nullopt});
    does(add_activity{workshop::vote("vote", single_choice_rules{}, {"A", "B"}), std::nullopt});
    return {state, {}, session_keys{{1, 2, 3}, {4, 5, 6}}};
}

stored_session rehearsal::running() {
    auto stored = draft();
    const circumstances at{minute{std::chrono::minutes{29'000'000}}, {}, 0};
    for (const command& wanted :
         std::vector<command>{start_session{"Hinweis"}, open_activity{{"ideas"}}, open_activity{{"vote"}}})
        for (const auto& each : decide(stored.state, wanted, at).value()) apply(stored.state, each);
    for (auto& activity : stored.state.agenda) activity.last_release.reset();
    return stored;
}

surroundings rehearsal::around() {
    surroundings made{.store = store,
                      .encoder = encoder,
                      .post = [this](std::function<void()> todo) { posted.push_back(std::move(todo)); },
                      .now = [this] { return now; },
                      .steady = [this] { return steady; },
                      .new_epoch = [this] { return "e" + std::to_string(++epochs); },
                      .top_up = std::chrono::seconds{300}};
    if (phase_hook)
        made.phase_stored = [this](const session_id&, session_phase phase, const std::optional<session_keys>& keys,
                                   std::function<void()> then) { phase_hook(phase, keys, std::move(then)); };
    return made;
}

void rehearsal::open_session(stored_session stored) {
    store.disk[the_session] = stored;
    session = std::make_shared<live_session>(the_session, "ABCD1234", std::move(stored), around());
}

void rehearsal::run() {
    while (!posted.empty()) {
        const auto next = std::move(posted.front());
        posted.pop_front();
        next();
    }
}

heard rehearsal::ask(const command& wanted) {
    const auto said = std::make_shared<std::string>("nothing");
    session->submit(wanted, [said](const answer& given) { *said = spelled(given); });
    return said;
}

heard rehearsal::admit(std::uint8_t seat) {
    const auto said = std::make_shared<std::string>("nothing");
    session->admit(seat_nr(seat), [said](const answer& given) { *said = spelled(given); });
    return said;
}

std::shared_ptr<listener> rehearsal::join(audience to, std::optional<seat_hash> seat,
                                          std::optional<feed_position> from) {
    const auto feed = std::make_shared<listener>();
    session->subscribe(feed, to, seat, std::move(from));
    return feed;
}

void rehearsal::store_now(const command& wanted) {
    const auto said = ask(wanted);
    run();
    commit();
    ASSERT_EQ(*said, "received");
}

command rehearsal::card(std::uint8_t n, std::string text) {
    return drop_entry{{"ideas"}, entry_nr(n), stamp_nr(n), proof_nr(n), std::move(text), "", std::nullopt, ""};
}

command rehearsal::ballot(std::uint8_t stamp, int choice, std::uint32_t counter) {
    return cast_ballot{{"vote"}, stamp_nr(stamp), counter, single_choice_ballot{choice}};
}

}  // namespace klartext::live::testing
