#include "unit/store/session_samples.hpp"

#include <algorithm>

namespace klartext::store::testing {
namespace {

const std::vector<std::string> words{
    "Straße",    "Fahrradbügel",
    "שלום עולם", "👩🏽‍🚀🚲",
    "e\u0301",   "<script>alert('&')</script>",
    "\t",        "\n",
    "\"",        "\\u0000",
    " ",         "=1+1",
    "數位發展",  "\r\n",
    "\u202e",    "Ortsbeirat",
};

}  // namespace

std::string samples::text() {
    if (number(0, 5) == 0) return {};
    if (number(0, 30) == 0) {
        std::string longest;
        for (int points = 0; points < 4000; ++points) longest += coin() ? "ä" : "🚲";
        return longest;
    }
    std::string some;
    for (int left = number(1, 12); left > 0; --left) some += words[static_cast<std::size_t>(number(0, 15))];
    return some;
}

domain::entry samples::entry() {
    auto made = card(text());
    made.section = coin() ? "s1" : "";
    made.kind = coin() ? "idea" : "";
    made.on_behalf = coin();
    made.up_votes = coin() ? number(1, 1000) : 0;
    made.answered = coin();
    for (int left = number(0, 3); left > 0; --left) made.tags.push_back(id<domain::tag_id>());
    std::ranges::sort(made.tags);
    made.shown = coin();
    made.standing = static_cast<domain::standing>(number(0, 2));
    if (coin()) made.pending = domain::pending_edit{coin() ? std::optional(text()) : std::nullopt};
    made.edit_hash = id<domain::edit_hash>();
    made.counter = coin() ? 0xffffffffU : static_cast<std::uint32_t>(number(0, 300));
    return made;
}

domain::kept_up_votes samples::up_votes() {
    domain::kept_up_votes made;
    made.counter = coin() ? 0xffffffffU : static_cast<std::uint32_t>(number(1, 300));
    for (int left = number(0, 10); left > 0; --left) made.entries.insert(id<domain::entry_id>());
    if (coin()) made.published = made.entries;
    if (coin()) made.published.insert(id<domain::entry_id>());
    return made;
}

domain::ballot samples::ballot(int items) {
    switch (number(0, 2)) {
        case 0: return domain::single_choice_ballot{coin() ? std::optional(number(0, items)) : std::nullopt};
        case 1: {
            domain::dots_ballot dots;
            for (int left = number(0, 5); left > 0; --left) dots.dots[number(0, items)] = number(1, 1000);
            return dots;
        }
        default: {
            domain::agree_disagree_ballot judged;
            for (int item = 0; item < items; ++item)
                if (coin()) judged.stances[item] = static_cast<domain::stance>(number(-1, 1));
            return judged;
        }
    }
}

domain::vote_plan samples::vote() {
    domain::vote_plan made;
    switch (number(0, 2)) {
        case 0: made.rules = domain::single_choice_rules{}; break;
        case 1: made.rules = domain::dots_rules{number(1, 1000), number(1, 1000)}; break;
        default: made.rules = domain::agree_disagree_rules{};
    }
    if (coin())
        made.items = source();
    else
        made.items = std::vector{text(), text(), text()};
    return made;
}

domain::item_source samples::source() {
    return {{text()}, static_cast<domain::item_source::kind>(number(0, 7)), number(0, 20), number(-50, 50) / 8.0};
}

domain::collect_plan samples::collect() {
    domain::collect_plan made;
    made.comments = coin();
    made.release = static_cast<domain::release>(number(0, 2));
    for (int left = number(0, 5); left > 0; --left)
        made.sections.push_back({"s" + std::to_string(left), text(), coin() ? text() : ""});
    for (int left = number(0, 3); left > 0; --left)
        made.kinds.push_back({"k" + std::to_string(left), text(), static_cast<domain::tone>(number(0, 5))});
    if (coin()) made.per_person = number(1, 200);
    made.beside = coin();
    made.layout = static_cast<domain::canvas_layout>(number(0, 9));
    made.up_votes = coin();
    const auto maybe = [&](int most) { return coin() ? std::optional(number(1, most)) : std::nullopt; };
    if (coin()) made.sheets = domain::brainwriting{maybe(20), maybe(60), maybe(50)};
    return made;
}

domain::measure samples::measure() {
    domain::measure made;
    made.id = id<domain::measure_id>();
    made.what = text();
    made.who = text();
    if (coin()) made.due = std::chrono::sys_days(std::chrono::days(number(0, 40'000)));
    made.status = static_cast<domain::measure_status>(number(0, 3));
    if (coin()) made.about = number(0, 2000);
    return made;
}

domain::activity_plan samples::plan() {
    switch (number(0, 5)) {
        case 0: return domain::present_plan{};
        case 1: return domain::feedback_plan{};
        case 2: return vote();
        case 3: {
            domain::measures_plan made;
            if (coin()) made.items = source();
            return made;
        }
        case 4: return domain::sign_up_plan{vote().items};
        default: return collect();
    }
}

domain::activity samples::activity(const std::string& name) {
    domain::activity made;
    made.planned = {{name}, text(), text(), coin() ? std::optional(number(0, 90)) : std::nullopt, plan()};
    made.phase = static_cast<domain::phase>(number(0, 2));
    if (coin()) made.opened = domain::minute(std::chrono::minutes(29'000'000 + number(0, 1000)));
    if (coin()) made.closed = domain::minute(std::chrono::minutes(29'000'000 + number(0, 1000)));
    made.uncovered = coin();
    if (coin()) made.slot = number(0, 40);
    for (int left = number(0, 4); left > 0; --left) made.clusters.push_back({id<domain::cluster_id>(), text()});
    for (int left = number(0, 4); left > 0; --left) made.tags.push_back({id<domain::tag_id>(), text(), text()});
    for (int left = number(0, 4); left > 0; --left) made.measures.push_back(measure());
    for (int left = number(0, 3); left > 0; --left)
        made.texts.texts.push_back({coin() ? std::optional(number(0, 9)) : std::nullopt, text()});
    made.texts.alone = number(0, 3);
    made.texts.removed = number(0, 3);
    const int items = number(0, 20) == 0 ? 2000 : number(0, 4);
    for (int left = items; left > 0; --left) made.items.push_back(text());
    for (int left = number(0, 20); left > 0; --left) made.ballots[id<domain::stamp_hash>()] = {7, ballot(items)};
    for (int left = number(0, 20); left > 0; --left) made.spent.insert(id<domain::stamp_hash>());
    for (int left = number(0, 20); left > 0; --left) made.up_votes[id<domain::stamp_hash>()] = up_votes();
    if (coin()) made.up_voters = number(0, 1000);
    made.turn = number(0, 50);
    for (int left = number(0, 30); left > 0; --left) made.entries[id<domain::entry_id>()] = entry();
    for (auto& [key, entry] : made.entries) {
        if (number(0, 3) == 0) entry.on = made.entries.begin()->first;
        if (!made.clusters.empty() && coin()) entry.cluster = made.clusters.front().id;
    }
    return made;
}

domain::session_head samples::head() {
    domain::session_head made;
    made.settings = {text(), coin() ? domain::language::de : domain::language::en, text(), coin()};
    made.phase = static_cast<domain::session_phase>(number(0, 2));
    if (coin()) made.day = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(number(0, 40'000))));
    made.frozen_notice = text();
    made.door_open = coin();
    made.slots = number(0, 60);
    if (coin()) made.stage = domain::activity_id{text()};
    made.participants = number(0, 2000);
    if (coin()) made.minutes_token = "token " + std::to_string(number(0, 1000));
    made.minutes = {text(), text(), text(), {}, {}, std::nullopt};
    for (int left = number(0, 3); left > 0; --left) made.minutes.left_out.push_back({text()});
    for (int left = number(0, 3); left > 0; --left)
        made.minutes.attached.push_back(static_cast<domain::minutes_file>(number(0, 8)));
    if (coin()) made.minutes.link_days = number(1, 3650);
    return made;
}

live::stored_session samples::session() {
    live::stored_session made;
    made.state.head = head();
    for (int left = number(0, 6); left > 0; --left)
        made.state.agenda.push_back(activity("activity " + std::to_string(left)));
    if (made.state.head.phase == domain::session_phase::closed) {
        for (auto& activity : made.state.agenda) activity.spent.clear(), activity.up_votes.clear();
        return made;
    }
    made.keys.emplace();
    for (auto& byte : made.keys->stamps) byte = static_cast<std::uint8_t>(number(0, 255));
    for (auto& byte : made.keys->addresses) byte = static_cast<std::uint8_t>(number(0, 255));
    for (int left = number(0, 50); left > 0; --left) made.seats.insert(id<domain::seat_hash>());
    return made;
}

domain::entry card(const std::string& text) {
    domain::entry made;
    made.text = text;
    return made;
}

live::session_rows rows_of(const live::stored_session& session) {
    live::session_rows rows;
    rows.head = session.state.head;
    for (const auto& activity : session.state.agenda) {
        const auto& id = activity.planned.id;
        auto bare = activity;
        bare.entries.clear(), bare.ballots.clear(), bare.spent.clear(), bare.up_votes.clear();
        rows.activities.push_back({static_cast<int>(rows.activities.size()), bare});
        for (const auto& [key, entry] : activity.entries) rows.entries.push_back({id, key, entry});
        for (const auto& [stamp, ballot] : activity.ballots) rows.ballots.push_back({id, stamp, ballot});
        for (const auto& [stamp, kept] : activity.up_votes) rows.up_votes.push_back({id, stamp, kept});
        for (const auto& stamp : activity.spent) rows.spent.push_back({id, stamp});
    }
    rows.seats.assign(session.seats.begin(), session.seats.end());
    rows.forget_seats = session.state.head.phase == domain::session_phase::closed;
    return rows;
}

std::vector<live::session_rows> dealt(const live::session_rows& rows, std::size_t batches, std::mt19937& dice) {
    std::vector<live::session_rows> dealt(batches);
    const auto any = [&]() -> live::session_rows& { return dealt[dice() % batches]; };
    // Nothing may come before its activity.
    dealt.front().activities = rows.activities;
    for (const auto& row : rows.ballots) any().ballots.push_back(row);
    for (const auto& row : rows.up_votes) any().up_votes.push_back(row);
    for (const auto& row : rows.spent) any().spent.push_back(row);
    for (const auto& row : rows.seats) any().seats.push_back(row);
    for (const auto& row : rows.entries) (row.entry.on ? dealt.back() : any()).entries.push_back(row);
    dealt.back().head = rows.head;
    dealt.back().forget_seats = rows.forget_seats;
    return dealt;
}

live::stored_session running_session(samples& from) {
    live::stored_session made;
    made.state.head.phase = domain::session_phase::running;
    auto& activity = made.state.agenda.emplace_back();
    activity.planned = {{"ideen"}, "Ideen", "", std::nullopt, domain::collect_plan{}};
    activity.phase = domain::phase::open;
    made.keys.emplace();
    made.keys->stamps.front() = static_cast<std::uint8_t>(from.number(1, 255));
    made.state.head.minutes_token = "token";
    return made;
}

}  // namespace klartext::store::testing
