// What the HTTP side lets in and what it turns away, on real sockets.
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
using ::testing::IsEmpty;

/// Answers with the body it got, or with the address for /address, or not at all for /silence.
server_settings echoing() {
    server_settings settings;
    settings.http.body_limit = [](const http_request&) { return small_body; };
    settings.http.too_late = [](const std::string& path) { return json_response(503, "too late for " + path); };
    settings.http.handle = [](http_request request, responder respond) {
        if (request.path == "/silence") return;
        if (request.path == "/failure") throw std::runtime_error("as the test wants it");
        const bool asks_address = request.path == "/address";
        respond(json_response(200, asks_address ? request.address : request.path + " " + request.body));
    };
    return settings;
}

std::string post(std::string_view path, std::string_view body) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

TEST(HttpDoors, ARequestIsAnsweredAndTheConnectionStaysOpen) {
    running_server server(echoing());
    raw_client client(server.port());
    for (int round = 0; round < 3; ++round) {
        const auto answer = client.ask(post("/a", "hello"));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 200);
        EXPECT_EQ(answer->body, "/a hello");
        EXPECT_EQ(answer->header("Connection"), "keep-alive");
    }
}

TEST(HttpDoors, EveryAnswerCarriesTheSecurityHeaders) {
    running_server server(echoing());
    const auto answer = raw_client(server.port()).ask("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(answer->header("Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(answer->header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(answer->header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(answer->header("Cache-Control"), "no-store");
    EXPECT_THAT(answer->header("Access-Control-Allow-Origin"), IsEmpty());
}

TEST(HttpDoors, WhatDecidesAboutARequestIsSaidOnce) {
    running_server server(echoing());
    for (const auto* twice : {"Host: elsewhere", "Origin: http://a\r\nOrigin: http://here",
                              "Content-Type: application/json\r\nContent-Type: text/plain"}) {
        const auto answer =
            raw_client(server.port()).ask("GET / HTTP/1.1\r\nHost: here\r\n" + std::string(twice) + "\r\n\r\n");
        ASSERT_TRUE(answer) << twice;
        EXPECT_EQ(answer->status, 400) << twice;
        EXPECT_THAT(answer->body, HasSubstr("malformed")) << twice;
    }
}

TEST(HttpDoors, PipelinedRequestsAreAnsweredInTheirOrder) {
    running_server server(echoing());
    raw_client client(server.port());
    client.send(post("/1", "x") + post("/2", "y") + post("/3", "z"));
    EXPECT_EQ(client.response()->body, "/1 x");
    EXPECT_EQ(client.response()->body, "/2 y");
    EXPECT_EQ(client.response()->body, "/3 z");
}

TEST(HttpDoors, AHeaderOverItsLimitIsRefused) {
    running_server server(echoing());
    const auto answer = raw_client(server.port())
                            .ask("GET / HTTP/1.1\r\nHost: here\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_THAT(answer->body, HasSubstr("too_large"));
}

TEST(HttpDoors, AnAnnouncedBodyOverItsLimitIsRefusedBeforeItIsSent) {
    running_server server(echoing());
    raw_client client(server.port());
    const auto answer = client.ask("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 65537\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_THAT(answer->body, HasSubstr("\"too_large\""));
    EXPECT_EQ(answer->header("Connection"), "close");
}

TEST(HttpDoors, ABodyOverItsLimitThatIsSentAllTheSameCanStillReadItsRefusal) {
    running_server server(echoing());
    raw_client client(server.port());
    const auto answer = client.ask(post("/", std::string(3'000'000, 'x')));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
}

TEST(HttpDoors, AnEndlessChunkedBodyEndsAtTheLimit) {
    running_server server(echoing());
    raw_client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "1000\r\n" + std::string(4096, 'x') + "\r\n";
    for (int count = 0; count < 20; ++count) client.send(chunk);
    const auto answer = client.response();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
}

TEST(HttpDoors, AChunkExtensionWithoutEndIsRefused) {
    running_server server(echoing());
    raw_client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    client.send(std::string(200'000, 'e'));
    const auto answer = client.response();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
}

TEST(HttpDoors, AChunkedBodyWithinItsLimitIsRead) {
    running_server server(echoing());
    const auto answer = raw_client(server.port())
                            .ask(
                                "POST /c HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "/c abcde");
}

TEST(HttpDoors, OnlySoManyLargeBodiesAreReadAtTheSameTime) {
    auto settings = echoing();
    settings.http.body_limit = [](const http_request&) { return desk_body; };
    settings.http.most_large_bodies = 1;
    running_server server(std::move(settings));
    raw_client first(server.port()), second(server.port());
    const std::string announced =
        "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\nExpect: 100-continue\r\n\r\n";
    ASSERT_EQ(first.ask(announced)->status, 100);
    EXPECT_EQ(second.ask(announced)->status, 503);
    EXPECT_EQ(first.ask(std::string(100'000, 'x'))->status, 200);
    EXPECT_EQ(raw_client(server.port()).ask(announced)->status, 100);
}

TEST(HttpDoors, SlowHeadersAreCutOff) {
    auto settings = echoing();
    settings.http.limits.header = 300ms;
    running_server server(std::move(settings));
    raw_client client(server.port());
    client.send("GET / HTTP/1.1\r\n");
    for (int count = 0; count < 10; ++count) {
        client.send("X-More: a\r\n");
        std::this_thread::sleep_for(60ms);
    }
    EXPECT_TRUE(client.closed_within(2s));
}

TEST(HttpDoors, ASlowBodyIsCutOff) {
    auto settings = echoing();
    settings.http.limits.body = 200ms;
    running_server server(std::move(settings));
    raw_client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(client.closed_within(3s));
}

TEST(HttpDoors, AnIdleConnectionIsClosedAfterItsTime) {
    auto settings = echoing();
    settings.http.limits.idle = 200ms;
    running_server server(std::move(settings));
    raw_client client(server.port());
    ASSERT_TRUE(client.ask("GET / HTTP/1.1\r\nHost: here\r\n\r\n"));
    EXPECT_TRUE(client.closed_within(3s));
    for (int tries = 0; tries < 200 && server.connections() > 0; ++tries) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(server.connections(), 0U);
}

TEST(HttpDoors, AMalformedRequestIsRefused) {
    running_server server(echoing());
    for (const auto* nonsense :
         {"NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
          "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"}) {
        const auto answer = raw_client(server.port()).ask(nonsense);
        ASSERT_TRUE(answer) << nonsense;
        EXPECT_EQ(answer->status, 400) << nonsense;
        EXPECT_THAT(answer->body, HasSubstr("malformed"));
    }
}

TEST(HttpDoors, AClientThatWaitsToBeAskedForItsBodyIsAsked) {
    running_server server(echoing());
    raw_client client(server.port());
    const auto invited =
        client.ask("POST /e HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_TRUE(invited);
    EXPECT_EQ(invited->status, 100);
    EXPECT_EQ(client.ask("ok")->body, "/e ok");
}

TEST(HttpDoors, HeadAnnouncesALengthAndSendsNoBody) {
    running_server server(echoing());
    raw_client client(server.port());
    client.send("HEAD /h HTTP/1.1\r\nHost: here\r\n\r\nGET /g HTTP/1.1\r\nHost: here\r\n\r\n");
    const auto head = client.head();
    ASSERT_TRUE(head);
    EXPECT_EQ(head->header("Content-Length"), "3");
    EXPECT_EQ(client.response()->body, "/g ");
}

TEST(HttpDoors, AHandlerThatFailsOrForgetsToAnswerStillGetsAnAnswerOut) {
    running_server server(echoing());
    raw_client client(server.port());
    EXPECT_EQ(client.ask("GET /failure HTTP/1.1\r\nHost: here\r\n\r\n")->status, 503);
    EXPECT_EQ(client.ask("GET /silence HTTP/1.1\r\nHost: here\r\n\r\n")->status, 503);
    EXPECT_EQ(client.ask("GET /fine HTTP/1.1\r\nHost: here\r\n\r\n")->status, 200);
}

TEST(HttpDoors, ALateAnswerFromAHandlerIsWaitedForAndOneThatIsTooLateGoesNowhere) {
    std::vector<responder> kept;
    auto settings = echoing();
    settings.http.limits.answer = 300ms;
    settings.http.handle = [&](http_request, responder respond) { kept.push_back(std::move(respond)); };
    running_server server(std::move(settings));
    raw_client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
    const auto too_late = client.response();
    ASSERT_TRUE(too_late);
    EXPECT_EQ(too_late->status, 503);
    EXPECT_EQ(too_late->body, "too late for /");
    server.on_io([&] {
        kept.at(0)(empty_response(204));
        kept.at(0)(empty_response(204));
        kept.clear();
        return true;
    });
    client.send("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
    while (!server.on_io([&] { return !kept.empty(); })) std::this_thread::sleep_for(5ms);
    server.on_io([&] {
        kept.at(0)(empty_response(204));
        return true;
    });
    EXPECT_EQ(client.response()->status, 204);
}

TEST(HttpDoors, AForwardedAddressIsBelievedFromTheConfiguredProxyAlone) {
    constexpr auto request = "GET /address HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 192.0.2.1, 192.0.2.7\r\n\r\n";
    running_server trusting_nobody(echoing());
    EXPECT_EQ(raw_client(trusting_nobody.port()).ask(request)->body, "127.0.0.1");
    auto settings = echoing();
    settings.http.proxy = "127.0.0.1";
    running_server trusting(std::move(settings));
    EXPECT_EQ(raw_client(trusting.port()).ask(request)->body, "192.0.2.7");
}

TEST(HttpDoors, NoMoreConnectionsThanAllowedAreServed) {
    auto settings = echoing();
    settings.most_connections = 2;
    running_server server(std::move(settings));
    raw_client first(server.port()), second(server.port());
    ASSERT_TRUE(first.ask("GET / HTTP/1.1\r\nHost: here\r\n\r\n"));
    ASSERT_TRUE(second.ask("GET / HTTP/1.1\r\nHost: here\r\n\r\n"));
    raw_client third(server.port());
    EXPECT_TRUE(third.closed_within(2s));
    EXPECT_EQ(second.ask("GET /b HTTP/1.1\r\nHost: here\r\n\r\n")->status, 200);
}

TEST(HttpDoors, StoppingFinishesTheAnswerThatIsOnItsWay) {
    responder kept;
    auto settings = echoing();
    settings.http.handle = [&](http_request, responder respond) { kept = std::move(respond); };
    running_server server(std::move(settings));
    raw_client busy(server.port()), idle(server.port());
    busy.send("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
    while (!server.on_io([&] { return static_cast<bool>(kept); })) std::this_thread::sleep_for(5ms);
    std::thread stopping([&] { server.stop(); });
    EXPECT_TRUE(idle.closed_within(2s));
    server.on_io([&] {
        kept(json_response(200, "done"));
        kept = nullptr;
        return true;
    });
    EXPECT_EQ(busy.response()->body, "done");
    EXPECT_TRUE(busy.closed_within(2s));
    stopping.join();
}

TEST(HttpDoors, TwoThousandConnectionsAreOpenAtOnce) {
    running_server server(echoing());
    std::vector<std::unique_ptr<raw_client>> clients;
    for (int count = 0; count < 2000; ++count) clients.push_back(std::make_unique<raw_client>(server.port()));
    for (auto& client : clients) client->send("GET /x HTTP/1.1\r\nHost: here\r\n\r\n");
    for (auto& client : clients) ASSERT_EQ(client->response()->status, 200);
    EXPECT_EQ(server.connections(), 2000U);
}

}  // namespace
}  // namespace klartext::net
