// The replay's end of a feed, against the real server.
#include "integration/net/running_server.hpp"
#include "replay/client_connection.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <vector>

namespace klartext::net {
namespace {

using replay::feed_client;
using testing::running_server;
using namespace std::chrono_literals;
namespace asio = boost::asio;

struct FeedClient : ::testing::Test {
    std::vector<std::shared_ptr<feed>> feeds;
    running_server server{settings(), [this] { feeds.clear(); }};
    asio::io_context io;
    feed_client client{io.get_executor(), {"127.0.0.1", std::to_string(server.port())}, 1500ms};
    unsigned ended_with = 0;

    server_settings settings() {
        server_settings made;
        made.http.handle = [](http_request, responder respond) { respond(empty_response(204)); };
        made.http.body_limit = [](const http_request&) { return small_body; };
        made.greeting = [this](std::shared_ptr<feed> newcomer, const std::string&) {
            feeds.push_back(std::move(newcomer));
        };
        return made;
    }

    static asio::awaitable<void> listen(FeedClient* self) {
        co_await self->client.open("hello");
        const auto event = co_await self->client.read();
        self->ended_with = event.close_code;
    }

    void listen_for(std::chrono::milliseconds time) {
        asio::co_spawn(io, listen(this), asio::detached);
        io.run_for(time);
    }
};

TEST_F(FeedClient, StaysWhereNothingIsSaidForLongerThanItWouldWait) {
    listen_for(3500ms);
    EXPECT_EQ(ended_with, 0u);
}

TEST_F(FeedClient, GivesUpAServerThatDoesNotEvenAnswerPings) {
    std::promise<void> heard;
    std::thread deaf([&] {
        std::this_thread::sleep_for(500ms);
        server.on_io([&] {
            heard.get_future().wait();
            return true;
        });
    });
    listen_for(30s);
    heard.set_value();
    deaf.join();
    EXPECT_EQ(ended_with, 1006u);
}

}  // namespace
}  // namespace klartext::net
