#include "replay/player.hpp"

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <memory>

#include "replay/linked_files.hpp"
#include "replay/participant.hpp"

namespace klartext::replay {
namespace {

namespace asio = boost::asio;

constexpr std::size_t entering_at_once = 64;

class player {
public:
    player(const recording& recorded, const play_options& options)
        : recorded_(recorded),
          options_(options),
          signals_(context_, SIGINT, SIGTERM),
          course_(context_.get_executor(), recorded, options.speed, options.patience),
          desk_(course_, options.server, options.login),
          finished_(context_.get_executor()) {
        course_.answer_came = options.answered;
    }

    played run() {
        signals_.async_wait([this](const boost::system::error_code& error, int) {
            if (!error) fail("interrupted");
        });
        spawn(whole());
        context_.run();
        course_.result.expected = course_.expected();
        return std::move(course_.result);
    }

private:
    /// Counts what runs, so that `whole` can wait for it; the first thing that goes wrong ends everything.
    void spawn(awaitable<void> task) {
        ++running_;
        asio::co_spawn(context_, std::move(task), [this](std::exception_ptr error) {
            --running_;
            finished_.look_again();
            if (error) fail_with(error);
        });
    }

    awaitable<void> all_but(std::size_t others) {
        while (running_ > others) co_await finished_.passed();
    }

    void fail_with(const std::exception_ptr& error) {
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& e) {
            fail(e.what());
        }
    }

    /// Coroutines that still wait are destroyed with the context.
    void fail(const std::string& why) {
        if (course_.result.failure.empty()) course_.result.failure = why;
        course_.stopping = true;
        context_.stop();
    }

    awaitable<void> whole() {
        co_await desk_.log_in();
        session_ = co_await desk_.create(recorded_.session);
        co_await desk_.start(session_.id);
        options_.reached(stage::prepared);
        co_await enter();
        options_.reached(stage::entered);
        co_await act();
        options_.reached(stage::acted);
        course_.closing = true;
        course_.result.minutes_path = co_await desk_.close(session_.id);
        co_await read_minutes();
        course_.stopping = true;
        for (auto& one : participants_) one->leave();
        desk_.leave();
        co_await all_but(1);
        // What is left are timers of closed connections.
        context_.stop();
    }

    awaitable<void> enter() {
        place_of_session place;
        place.server = options_.server;
        place.id = session_.id;
        place.code = session_.code;
        for (std::uint32_t who = 0; who < recorded_.participants.size(); ++who)
            participants_.push_back(std::make_unique<participant>(course_, place, who));
        for (std::size_t i = 0; i < entering_at_once; ++i) spawn(enter_some());
        co_await all_but(1);
        for (auto& one : participants_) spawn(one->listen());
    }

    awaitable<void> enter_some() {
        while (entering_ < participants_.size()) {
            auto& next = *participants_[entering_++];
            co_await next.enter();
        }
    }

    awaitable<void> act() {
        for (std::size_t at = 0; at < recorded_.acts.size(); ++at) {
            const auto& act = recorded_.acts[at];
            if (std::holds_alternative<contribution>(act.what)) participants_[act.who]->add(at);
        }
        course_.begin();
        const auto begun = std::chrono::steady_clock::now();
        spawn(lead_through());
        for (auto& one : participants_) spawn(one->play());
        co_await course_.everything_answered();
        course_.result.acting = std::chrono::steady_clock::now() - begun;
    }

    awaitable<void> lead_through() {
        for (std::size_t at = 0; at < recorded_.acts.size(); ++at) {
            const auto& what = recorded_.acts[at].what;
            if (std::holds_alternative<contribution>(what)) continue;
            co_await course_.turn_to_lead(at);
            count(co_await carry_out(at));
            course_.answered(at);
        }
    }

    /// Code of the refusal; empty when it was done, nothing when there was nothing to do it with.
    awaitable<std::optional<std::string>> carry_out(std::size_t at) {
        if (const auto* work = std::get_if<desk_work>(&recorded_.acts[at].what))
            co_return co_await desk_.carry_out(session_.id, at, *work);
        const auto& wanted = std::get<lead>(recorded_.acts[at].what);
        auto code = co_await desk_.carry_out(session_.id, wanted);
        if (code.empty() && wanted.verb == leading_verb::open) course_.note_opened(wanted.activity);
        co_return code;
    }

    void count(const std::optional<std::string>& code) {
        auto& result = course_.result;
        if (!code) {
            ++result.dropped;
            return;
        }
        ++result.sent;
        ++(code->empty() ? result.confirmed : result.refused[*code]);
    }

    awaitable<void> read_minutes() {
        auto& files = course_.result.files;
        const auto& path = course_.result.minutes_path;
        files["minutes.json"] = co_await desk_.fetch(path + "/minutes.json");
        files["minutes.html"] = co_await desk_.fetch(path + "/minutes.html");
        if (!options_.every_file) co_return;
        for (const auto& name : linked_files(files["minutes.html"]))
            if (!files.contains(name)) files[name] = co_await desk_.fetch(path + "/" + name);
    }

    const recording& recorded_;
    const play_options& options_;
    asio::io_context context_;
    asio::signal_set signals_;
    course course_;
    desk desk_;
    desk::created session_;
    std::vector<std::unique_ptr<participant>> participants_;
    std::size_t entering_ = 0;
    std::size_t running_ = 0;
    gate finished_;
};

}  // namespace

void raise_file_limit(std::size_t participants) {
    rlimit limit{};
    const rlim_t wanted = 2 * participants + 256;
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? wanted : std::min(wanted, limit.rlim_max);
    if (limit.rlim_cur < wanted) throw std::runtime_error("too many participants for the limit of open files");
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) throw std::runtime_error("the limit of open files cannot be raised");
}

played play(const recording& recorded, const play_options& options) {
    try {
        raise_file_limit(recorded.participants.size());
        return player(recorded, options).run();
    } catch (const std::exception& e) {
        played nothing;
        nothing.failure = e.what();
        return nothing;
    }
}

}  // namespace klartext::replay
