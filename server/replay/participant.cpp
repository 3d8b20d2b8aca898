#include "replay/participant.hpp"

#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "replay/envelopes.hpp"

namespace klartext::replay {
namespace {

using clock = std::chrono::steady_clock;

/// A new batch of entry stamps is due every five minutes; who has waited for three of them waits for nothing.
constexpr auto longest_wait_for_stamps = std::chrono::minutes(15);

/// Everybody hears of a batch, so nobody need ask often.
constexpr auto asking_anyway = std::chrono::seconds(10);

const fate confirmed{verdict::confirmed, {}};
const fate dropped{verdict::dropped, {}};

std::string refusal_code(const http_answer& answer) {
    auto code = text_field(answer.body, "code");
    return code.empty() ? "http_" + std::to_string(answer.status) : code;
}

fate fate_of(const http_answer& answer) {
    if (answer.status == 200) return confirmed;
    return {verdict::refused, refusal_code(answer)};
}

http_question post(std::string target, std::string body) {
    http_question question;
    question.method = "POST";
    question.target = std::move(target);
    question.body = std::move(body);
    return question;
}

}  // namespace

participant::participant(course& all, const place_of_session& session, std::uint32_t who)
    : course_(all),
      session_(session),
      who_(who),
      seat_(new_secret()),
      client_(all.executor(), session.server),
      feed_(all, session.server, session.id, seat_) {}

awaitable<void> participant::enter() {
    const nlohmann::json seat = {{"seat", seat_}};
    const auto question = post("/api/v1/join/" + session_.code, seat.dump());
    const auto joined = co_await ask_until_answered(client_, question, course_);
    if (joined.answer.status != 200)
        throw std::runtime_error("a participant was not let in: " + refusal_code(joined.answer));
    const auto parsed = nlohmann::json::parse(joined.answer.body, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("stamps") || !purse_.add(parsed["stamps"].dump()))
        throw std::runtime_error("joining was answered without stamps");
    co_await feed_.begin();
}

void participant::leave() {
    client_.close();
    feed_.close();
}

awaitable<void> participant::play() {
    for (const auto act : acts_) {
        co_await course_.turn(act);
        const auto outcome = co_await perform(act);
        count(outcome);
        course_.answered(act);
    }
}

void participant::count(const fate& outcome) {
    auto& result = course_.result;
    switch (outcome.kind) {
        case verdict::confirmed: ++result.confirmed; break;
        case verdict::refused: ++result.refused[outcome.code]; break;
        case verdict::dropped: ++result.dropped; return;
    }
    ++result.sent;
}

awaitable<fate> participant::perform(std::size_t act) {
    struct doing {
        participant& self;
        std::size_t act;
        awaitable<fate> operator()(const write_entry& e) const { return self.write(act, e); }
        awaitable<fate> operator()(const write_comment& c) const { return self.comment(act, c); }
        awaitable<fate> operator()(const edit_entry& e) const { return self.edit(e); }
        awaitable<fate> operator()(const withdraw_entry& w) const { return self.withdraw(w); }
        awaitable<fate> operator()(const cast_ballot& b) const { return self.cast(b); }
        awaitable<fate> operator()(const leave_address& a) const { return self.leave_word(a); }
        awaitable<fate> operator()(const cast_up_votes& v) const { return self.support(v); }
        awaitable<fate> operator()(const ask_for_sheet& s) const { return self.fetch_sheet(s); }
        awaitable<fate> operator()(const sign_up& s) const { return self.put_name(s); }
    };
    const auto& what = std::get<contribution>(course_.recorded().acts[act].what);
    const doing doing_it{*this, act};
    return std::visit(doing_it, what);
}

awaitable<fate> participant::write(std::size_t act, const write_entry& entry) {
    entry_content content;
    content.text = entry.text;
    content.section = entry.section;
    content.kind = entry.kind;
    const auto lies_here = sheets_.find(entry.activity);
    if (lies_here != sheets_.end()) content.section = std::to_string(lies_here->second.back());
    return write_new(course_.record_of(act), std::move(content));
}

awaitable<fate> participant::comment(std::size_t act, const write_comment& comment) {
    auto& record = course_.record_of(act);
    const auto* parent = co_await course_.answered_entry(comment.on);
    if (parent->standing == entry_standing::refused) {
        course_.settle(record, entry_standing::refused);
        co_return dropped;
    }
    entry_content content;
    content.text = comment.text;
    co_return co_await write_new(record, std::move(content));
}

awaitable<fate> participant::write_new(entry_on_record& record, entry_content content) {
    content.id = new_id();
    content.secret = new_secret();
    if (record.parent) content.on = record.parent->id;
    const auto to = place_in(record.activity);

    fate outcome;
    for (;;) {
        std::optional<std::string> stamp;
        if (content.on)
            stamp = co_await entry_stamp(record.activity);
        else
            stamp = co_await card_stamp(record.activity);
        outcome = co_await drop(entry_envelope(to, stamp.value_or(no_stamp()), content));
        // Another tab of the same browser may have used it.
        if (!stamp || outcome.code != "stamp_spent") break;
    }
    const bool stored = outcome.kind == verdict::confirmed;
    if (stored) {
        record.id = content.id;
        record.secret = content.secret;
        record.text = content.text;
    }
    course_.settle(record, stored ? entry_standing::confirmed : entry_standing::refused);
    co_return outcome;
}

awaitable<fate> participant::edit(const edit_entry& edit) { return change(edit.ref, edit.text); }

awaitable<fate> participant::withdraw(const withdraw_entry& withdrawal) { return change(withdrawal.ref, std::nullopt); }

awaitable<fate> participant::change(const std::string& ref, std::optional<std::string> text) {
    auto& record = *co_await course_.entry_to_change(ref);
    if (record.standing == entry_standing::refused) {
        course_.changed(record);
        co_return dropped;
    }
    const auto to = place_in(record.activity);
    const auto counter = ++record.counter;
    auto envelope = text ? edit_envelope(to, record.id, record.secret, counter, *text)
                         : withdraw_envelope(to, record.id, record.secret, counter);
    const auto outcome = co_await drop(std::move(envelope));
    if (outcome.kind == verdict::confirmed) {
        if (text)
            record.text = *text;
        else
            course_.settle(record, entry_standing::withdrawn);
    }
    course_.changed(record);
    co_return outcome;
}

awaitable<fate> participant::cast(const cast_ballot& cast) {
    const auto* vote = co_await course_.vote(cast.activity);
    const item_lookup number = [this, &cast](const std::string& name) {
        return course_.item_number(cast.activity, name);
    };
    auto ballot = translate_ballot(cast.ballot, number);
    if (!ballot.json) co_return dropped;
    course_.result.items_left_out += ballot.left_out;
    const auto to = place_in(cast.activity);
    const auto told = vote ? *vote : told_vote{};
    const auto stamp = co_await round_stamp(told);
    const auto counter = ++counters_[cast.activity];
    const auto outcome = co_await drop(ballot_envelope(to, stamp, counter, *ballot.json));
    if (outcome.kind == verdict::confirmed) course_.note_ballot(cast.activity, who_, std::move(*ballot.json));
    co_return outcome;
}

awaitable<fate> participant::leave_word(const leave_address& word) {
    return drop(address_envelope(session_.id, purse_.address(), word.mail));
}

/// Of what was refused there is nothing to support.
awaitable<fate> participant::support(const cast_up_votes& votes) {
    std::vector<std::string> ids, refs;
    for (const auto& ref : votes.refs) {
        const auto* record = co_await course_.answered_entry(ref);
        if (record->standing == entry_standing::refused) continue;
        ids.push_back(record->id);
        refs.push_back(ref);
    }
    if (ids.empty() && !votes.refs.empty()) co_return dropped;
    course_.result.items_left_out += votes.refs.size() - ids.size();
    if (!purse_.up_votes(votes.activity)) co_await draw();
    const auto stamp = purse_.up_votes(votes.activity).value_or(no_stamp());
    const auto counter = ++counters_[votes.activity];
    const auto outcome = co_await drop(up_votes_envelope(place_in(votes.activity), stamp, counter, ids));
    if (outcome.kind == verdict::confirmed) course_.note_up_votes(votes.activity, who_, std::move(refs));
    co_return outcome;
}

/// Always draws: each turn has stamps of its own, for its sheet and for its cards.
awaitable<fate> participant::fetch_sheet(const ask_for_sheet& wanted) {
    co_await draw();
    const auto held = purse_.sheet(wanted.activity).value_or(stamp_purse::sheet_stamp{1, no_stamp()});
    auto& had = sheets_[wanted.activity];
    const auto answer = co_await send(sheet_envelope(place_in(wanted.activity), held.stamp, held.turn, had));
    if (answer.status == 200) had.push_back(std::stoi(text_field(answer.body, "sheet")));
    if (had.empty()) sheets_.erase(wanted.activity);
    co_return fate_of(answer);
}

awaitable<fate> participant::put_name(const sign_up& name) {
    if (!purse_.sign_up(name.activity)) co_await draw();
    const auto stamp = purse_.sign_up(name.activity).value_or(no_stamp());
    const auto counter = ++counters_[name.activity];
    const name_content content{name.name, name.contact, name.items};
    co_return co_await drop(sign_up_envelope(place_in(name.activity), stamp, counter, content));
}

place participant::place_in(const std::string& activity) const {
    place to;
    to.session = session_.id;
    to.activity = activity;
    return to;
}

awaitable<fate> participant::drop(std::string envelope) { co_return fate_of(co_await send(std::move(envelope))); }

awaitable<http_answer> participant::send(std::string envelope) {
    const auto question = post("/api/v1/letterbox", std::move(envelope));
    const auto begun = clock::now();
    const auto final = co_await ask_until_answered(client_, question, course_);
    const std::chrono::duration<double, std::milli> took = clock::now() - begun;
    // Stamps drawn after a restart must be the same ones.
    if (final.losses > 0) co_await draw();
    if (final.answer.status == 200) course_.result.confirmation.add(took.count());
    co_return final.answer;
}

awaitable<void> participant::draw() {
    nlohmann::json wanted = {{"session", session_.id}, {"seat", seat_}};
    // From the newest batch that is held: the answer then names the activity for as long as it is open.
    if (!purse_.batches().empty()) wanted["since"] = purse_.batches();
    const auto question = post("/api/v1/stamps", wanted.dump());
    const auto drawn = co_await ask_until_answered(client_, question, course_);
    if (drawn.answer.status != 200) throw std::runtime_error("no stamps: " + refusal_code(drawn.answer));
    if (!purse_.add(drawn.answer.body)) ++course_.result.faults["other stamps for the same seat"];
}

/// What an activity takes of each person is known from the stamps that it gives.
awaitable<std::optional<std::string>> participant::card_stamp(const std::string& activity) {
    if (!purse_.batches().contains(activity)) co_await draw();
    if (purse_.limits_cards(activity)) co_return purse_.take_card(activity);
    co_return co_await entry_stamp(activity);
}

awaitable<std::optional<std::string>> participant::entry_stamp(const std::string& activity) {
    const auto begun = clock::now();
    auto asked = clock::time_point::min();
    for (;;) {
        if (auto stamp = purse_.take(activity)) co_return stamp;
        const auto held = purse_.batches().find(activity);
        const bool announced = held == purse_.batches().end() || course_.announced_batch(activity) > held->second;
        if (announced || clock::now() - asking_anyway > asked) {
            asked = clock::now();
            if (asked - begun > longest_wait_for_stamps) throw std::runtime_error("no new stamps for " + activity);
            co_await draw();
            if (!purse_.last_answer_named(activity)) co_return std::nullopt;
            if (auto stamp = purse_.take(activity)) co_return stamp;
        }
        co_await pause(course_.executor(), std::chrono::milliseconds(50));
    }
}

awaitable<std::string> participant::round_stamp(const told_vote& vote) {
    if (vote.second_round) co_return purse_.second_round(vote.slot).value_or(no_stamp());
    if (!purse_.round(vote.slot)) co_await draw();
    co_return purse_.round(vote.slot).value_or(no_stamp());
}

}  // namespace klartext::replay
