// What the feed lets in and how it ends, on real sockets.
#include "integration/net/raw_client.hpp"
#include "integration/net/running_server.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace klartext::net {
namespace {

using testing::raw_client;
using testing::running_server;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr int text_frame = 1;
constexpr int binary_frame = 2;
constexpr int continuation = 0;
constexpr int ping = 9;

/// Welcomes every feed with "welcome" and keeps it. Everything but `settings()` belongs to the I/O thread.
struct audience {
    std::vector<std::shared_ptr<feed>> feeds;
    std::vector<std::string> hellos;
    int gone = 0;

    std::function<void()> farewell() {
        return [this] { feeds.clear(); };
    }

    server_settings settings() {
        server_settings made;
        made.http.body_limit = [](const http_request&) { return small_body; };
        made.http.handle = [](http_request, responder respond) { respond(empty_response(204)); };
        made.greeting = [this](std::shared_ptr<feed> newcomer, std::string hello) {
            hellos.push_back(std::move(hello));
            newcomer->when_gone([this] { ++gone; });
            newcomer->send(std::make_shared<const std::string>("welcome"));
            feeds.push_back(std::move(newcomer));
        };
        return made;
    }
};

bool admitted(raw_client& client) {
    if (client.upgrade()->status != 101) return false;
    client.send_frame(text_frame, "hello");
    const auto welcome = client.frame();
    return welcome && welcome->payload == "welcome";
}

void wait_until(const std::function<bool()>& true_at_last) {
    for (int tries = 0; tries < 400 && !true_at_last(); ++tries) std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(true_at_last());
}

TEST(FeedDoors, AfterTheHelloTheFeedReceivesWhatIsSent) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    server.on_io([&] {
        for (const auto* text : {"one", "two", "three"}) all.feeds[0]->send(std::make_shared<const std::string>(text));
        return true;
    });
    EXPECT_EQ(client.frame()->payload, "one");
    EXPECT_EQ(client.frame()->payload, "two");
    EXPECT_EQ(client.frame()->payload, "three");
    EXPECT_EQ(server.on_io([&] { return all.hellos; }), std::vector<std::string>{"hello"});
}

TEST(FeedDoors, AForeignOriginIsRefused) {
    audience all;
    running_server server(all.settings(), all.farewell());
    for (const auto* foreign : {"https://elsewhere.example", "null", "http://here.example", "http://here:81"}) {
        const auto answer = raw_client(server.port()).upgrade("Origin: " + std::string(foreign) + "\r\n");
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 403) << foreign;
        EXPECT_THAT(answer->body, HasSubstr("foreign_origin"));
    }
    EXPECT_EQ(raw_client(server.port()).upgrade("Origin: https://here\r\n")->status, 101);
}

TEST(FeedDoors, ASecondMessageAfterTheHelloEndsIt) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    client.send_frame(text_frame, "hello");
    EXPECT_EQ(client.frame()->close_code(), 4500);
    wait_until([&] { return server.on_io([&] { return all.gone == 1; }); });
}

TEST(FeedDoors, ABinaryHelloEndsIt) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(binary_frame, "hello");
    EXPECT_EQ(client.frame()->close_code(), 4500);
}

TEST(FeedDoors, ABinaryFrameAfterTheHelloEndsIt) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    client.send_frame(binary_frame, "x");
    EXPECT_EQ(client.frame()->close_code(), 4500);
}

TEST(FeedDoors, AHelloThatIsNoUtf8EndsIt) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(text_frame, "\xff\xfe");
    EXPECT_EQ(client.frame()->close_code(), 1007);
    EXPECT_TRUE(server.on_io([&] { return all.hellos.empty(); }));
}

TEST(FeedDoors, AHelloInEndlessFragmentsEndsAtTheBound) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(text_frame, std::string(100, 'a'), false);
    for (int count = 0; count < 60; ++count) client.send_frame(continuation, std::string(100, 'a'), false);
    EXPECT_EQ(client.frame()->close_code(), 1009);
}

TEST(FeedDoors, AHelloInEndlessEmptyFragmentsEndsInTime) {
    audience all;
    auto settings = all.settings();
    settings.feeds.hello = 200ms;
    settings.feeds.close_grace = 200ms;
    running_server server(std::move(settings), all.farewell());
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(text_frame, "", false);
    const auto began = std::chrono::steady_clock::now();
    while (client.send_frame(continuation, "", false) && std::chrono::steady_clock::now() - began < 5s) {
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(FeedDoors, ALateHelloEndsIt) {
    audience all;
    auto settings = all.settings();
    settings.feeds.hello = 100ms;
    running_server server(std::move(settings), all.farewell());
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    EXPECT_EQ(client.frame()->close_code(), 4500);
}

TEST(FeedDoors, AFloodOfPingsEndsIt) {
    audience all;
    auto settings = all.settings();
    settings.feeds.beat = 100ms;
    running_server server(std::move(settings), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    for (int count = 0; count < 100; ++count) client.send_frame(ping, std::string(100, 'p'));
    auto next = client.frame();
    while (next && next->opcode == 10) next = client.frame();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->close_code(), 4500);
}

TEST(FeedDoors, WhoAnswersNoPingIsCutOffAndWhoDoesStays) {
    audience all;
    auto settings = all.settings();
    settings.feeds.beat = 60ms;
    running_server server(std::move(settings), all.farewell());
    raw_client silent(server.port()), awake(server.port());
    ASSERT_TRUE(admitted(silent));
    ASSERT_TRUE(admitted(awake));
    EXPECT_EQ(silent.any_frame()->opcode, ping);
    std::thread answering([&] { EXPECT_EQ(awake.frame()->payload, "still here"); });
    EXPECT_TRUE(silent.closed_within(5s));
    server.on_io([&] {
        all.feeds[1]->send(std::make_shared<const std::string>("still here"));
        return true;
    });
    answering.join();
}

TEST(FeedDoors, ASlowReaderIsCutOffWhileTheOthersGoOn) {
    audience all;
    auto settings = all.settings();
    settings.feeds.close_grace = 300ms;
    running_server server(std::move(settings), all.farewell());
    raw_client slow(server.port(), 4096), quick(server.port());
    ASSERT_TRUE(admitted(slow));
    ASSERT_TRUE(admitted(quick));
    const auto message = std::make_shared<const std::string>(32 * 1024, 'm');
    for (int count = 0; count < 200; ++count) {
        server.on_io([&] {
            for (const auto& one : all.feeds) one->send(message);
            return true;
        });
        ASSERT_EQ(quick.frame()->payload.size(), message->size());
    }
    wait_until([&] { return server.on_io([&] { return all.gone == 1; }); });
    wait_until([&] { return server.connections() == 1; });
}

TEST(FeedDoors, ASlowReaderThatWakesUpLearnsToComeBack) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client slow(server.port(), 4096);
    ASSERT_TRUE(admitted(slow));
    server.on_io([&] {
        const auto message = std::make_shared<const std::string>(64 * 1024, 'm');
        for (int count = 0; count < 100; ++count) all.feeds[0]->send(message);
        return true;
    });
    auto last = slow.frame();
    while (last && last->opcode == text_frame) last = slow.frame();
    ASSERT_TRUE(last);
    EXPECT_EQ(last->close_code(), 4001);
}

TEST(FeedDoors, ASnapshotOverTheBoundIsStillDelivered) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    server.on_io([&] {
        all.feeds[0]->send(std::make_shared<const std::string>(3'000'000, 's'));
        all.feeds[0]->send(std::make_shared<const std::string>("and on"));
        return true;
    });
    EXPECT_EQ(client.frame()->payload.size(), 3'000'000U);
    EXPECT_EQ(client.frame()->payload, "and on");
}

TEST(FeedDoors, AClientThatVanishesIsReportedGone) {
    audience all;
    running_server server(all.settings(), all.farewell());
    {
        raw_client client(server.port());
        ASSERT_TRUE(admitted(client));
    }
    wait_until([&] { return server.on_io([&] { return all.gone == 1; }); });
    server.on_io([&] {
        all.feeds[0]->send(std::make_shared<const std::string>("to nobody"));
        return true;
    });
}

TEST(FeedDoors, StoppingTellsTheFeedsToComeBack) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    ASSERT_TRUE(admitted(client));
    std::thread stopping([&] { server.stop(); });
    const auto farewell = client.frame();
    ASSERT_TRUE(farewell);
    EXPECT_EQ(farewell->close_code(), 4000);
    client.send_frame(8, farewell->payload);
    stopping.join();
}

TEST(FeedDoors, NobodySpeaksBeforeTheServerHasAnsweredTheUpgrade) {
    audience all;
    running_server server(all.settings(), all.farewell());
    raw_client client(server.port());
    const auto answer = client.ask(
        "GET /api/v1/feed HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 400);
}

}  // namespace
}  // namespace klartext::net
