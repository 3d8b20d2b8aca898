#include "replay/feed_follower.hpp"

#include <nlohmann/json.hpp>

#include "replay/exchange.hpp"

namespace klartext::replay {
namespace {

constexpr unsigned session_gone = 4502;

}  // namespace

feed_follower::feed_follower(course& all, server_address server, std::string session, std::string seat)
    : course_(all), client_(all.executor(), std::move(server)), session_(std::move(session)), seat_(std::move(seat)) {}

std::string feed_follower::hello() const {
    nlohmann::json hello = {{"type", "hello"}, {"session", session_}, {"audience", "participant"}, {"seat", seat_}};
    if (told_) {
        hello["epoch"] = epoch_;
        hello["revision"] = revision_;
    }
    return hello.dump();
}

awaitable<bool> feed_follower::open_again() {
    const auto word = hello();
    try {
        co_await client_.open(word);
        co_return true;
    } catch (const boost::system::system_error&) {
        course_.lost();
        client_.close();
        co_return false;
    }
}

awaitable<bool> feed_follower::read_one() {
    const auto event = co_await client_.read();
    if (event.close_code == 0) {
        take(*course_.feeds.read(event.message));
        co_return true;
    }
    course_.lost();
    // 4000 to 4499 and a lost connection mean: come back.
    sent_away_ = event.close_code >= 4500;
    const bool closed = course_.closing && event.close_code == session_gone;
    if (sent_away_ && !closed && !course_.stopping)
        ++course_.result.faults["feed ended with " + std::to_string(event.close_code)];
    co_return false;
}

void feed_follower::take(const feed_message& message) {
    auto& result = course_.result;
    course_.heard();
    if (!message.understood) {
        ++result.faults["feed message not understood"];
        return;
    }
    const bool follows = told_ && message.epoch == epoch_ && message.revision == revision_ + 1;
    if (!message.snapshot && !follows) ++result.faults["gap in the revisions of a feed"];
    result.snapshots += message.snapshot ? 1 : 0;
    result.deliveries += message.changes;
    told_ = true;
    epoch_ = message.epoch;
    revision_ = message.revision;
    course_.hear(message);
}

awaitable<void> feed_follower::begin() {
    back_off waiting;
    const auto begun = std::chrono::steady_clock::now();
    while (!told_) {
        if (co_await open_again() && co_await read_one()) continue;
        if (sent_away_) throw std::runtime_error("the server does not let a participant listen");
        course_.check_patience(begun);
        co_await pause(course_.executor(), waiting.next());
    }
}

awaitable<void> feed_follower::follow() {
    while (!course_.stopping && !sent_away_) {
        while (co_await read_one()) continue;
        back_off waiting;
        while (!course_.stopping && !sent_away_) {
            co_await pause(course_.executor(), waiting.next());
            if (course_.stopping || co_await open_again()) break;
        }
        if (!course_.stopping && !sent_away_) ++course_.result.feeds_resumed;
    }
    client_.close();
}

void feed_follower::close() { client_.close(); }

}  // namespace klartext::replay
