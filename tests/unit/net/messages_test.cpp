// Targets, origins, headers: the small readers of what browsers send.
#include "net/http_message.hpp"
#include "net/origin.hpp"
#include "net/response_head.hpp"
#include "net/target.hpp"

#include <gmock/gmock.h>

using namespace klartext::net;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

const std::chrono::system_clock::time_point epoch{};

TEST(Target, SegmentsAreDecodedAndTheQueryIsDropped) {
    EXPECT_THAT(read_target("/a/b%20c/%C3%A4?q=1#f")->segments, ElementsAre("a", "b c", "ä"));
    EXPECT_EQ(read_target("/a/b?q=1")->path, "/a/b");
    EXPECT_THAT(read_target("/")->segments, IsEmpty());
    EXPECT_THAT(read_target("/a/")->segments, ElementsAre("a"));
}

TEST(Target, SegmentsAreSplitBeforeTheyAreDecodedAndDecodedOnce) {
    EXPECT_THAT(read_target("/a%2Fb/c")->segments, ElementsAre("a/b", "c"));
    EXPECT_THAT(read_target("/%2F/%5C")->segments, ElementsAre("/", "\\"));
    EXPECT_THAT(read_target("/50%25/%252F")->segments, ElementsAre("50%", "%2F"));
    EXPECT_THAT(read_target("/%3F%23?no%zz")->segments, ElementsAre("?#"));
    EXPECT_THAT(read_target("/..a/a+b")->segments, ElementsAre("..a", "a+b"));
}

TEST(Target, WhateverIsDoubtfulIsNoTarget) {
    for (const auto* doubtful : {"", "a", "*", "http://a/b", "/a/../b", "/a/./b", "/%2e%2e/b", "/%2E/b", "/a\\b", "//b",
                                 "/a%00", "/a%0a", "/%", "/%4", "/%zz", "/a//b"}) {
        EXPECT_FALSE(read_target(doubtful)) << doubtful;
    }
}

TEST(Origin, OneIsOwnWhenItsHostAndPortAreThoseOfTheRequest) {
    EXPECT_TRUE(own_origin(std::nullopt, "a.example"));
    EXPECT_TRUE(own_origin("https://a.example", "a.example"));
    EXPECT_TRUE(own_origin("http://A.example:8080", "a.example:8080"));
    EXPECT_TRUE(own_origin("https://a.example", "a.example:443"));
    EXPECT_TRUE(own_origin("http://[::1]:8080", "[::1]:8080"));
}

TEST(Origin, EveryOtherOneIsForeign) {
    for (const auto* foreign : {"null", "", "https://b.example", "https://a.example.b.example", "https://a.example:444",
                                "a.example", "ftp://a.example", "https://", "https://a.example/"}) {
        EXPECT_FALSE(own_origin(foreign, "a.example")) << foreign;
    }
    EXPECT_FALSE(own_origin("https://", ""));
}

TEST(Messages, OnlyJsonIsJson) {
    EXPECT_TRUE(is_json("application/json"));
    EXPECT_TRUE(is_json("Application/JSON; charset=utf-8"));
    EXPECT_FALSE(is_json(""));
    EXPECT_FALSE(is_json("text/plain"));
    EXPECT_FALSE(is_json("application/json5"));
    EXPECT_FALSE(is_json("application/json, text/plain"));
}

TEST(Messages, JsonHasNoCharsetOrUtf8) {
    for (const auto* good :
         {"application/json;", "application/json ; charset=UTF-8", "application/json;Charset=\"utf-8\"",
          "application/json; x=\"a;charset=latin1\"; charset=utf-8", "application/json; charset=\"utf\\-8\"",
          "application/json;; x=y"}) {
        EXPECT_TRUE(is_json(good)) << good;
    }
    for (const auto* bad :
         {"application/json; charset=latin1", "application/json; charset=utf-16",
          "application/json; charset=utf-8; charset=latin1", "application/json; charset=\"utf-8",
          "application/json; charset", "application/json; charset=", "application/json; charset = utf-8",
          "application/json; charset=utf-8 latin1", "application/json; charset=\"\"", "application/json; =utf-8",
          "application/json; charset=\"utf-8\"x", "application/json; charset=\"utf-8\\"}) {
        EXPECT_FALSE(is_json(bad)) << bad;
    }
}

TEST(Messages, ACookieIsFoundAmongOthersByItsWholeName) {
    EXPECT_EQ(cookie_value("a=1; klartext_login=xyz ;b=2", "klartext_login"), "xyz");
    EXPECT_EQ(cookie_value("not_klartext_login=xyz", "klartext_login"), std::nullopt);
    EXPECT_EQ(cookie_value(";;=;", "klartext_login"), std::nullopt);
}

TEST(ResponseHead, OwnHeadersReplaceTheStandingOnesOfTheirName) {
    auto response = json_response(200, "{}");
    response.headers.emplace_back("cache-control", "no-cache");
    const auto head = response_head(response, true, epoch);
    EXPECT_THAT(head, HasSubstr("cache-control: no-cache\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("no-store")));
    EXPECT_THAT(head, HasSubstr("Content-Length: 2\r\n"));
    EXPECT_THAT(head, HasSubstr("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
}

TEST(ResponseHead, AnswersWithoutContentAnnounceNone) {
    EXPECT_THAT(response_head(empty_response(204), true, epoch), Not(HasSubstr("Content-Length")));
    EXPECT_THAT(response_head(empty_response(201), true, epoch), HasSubstr("Content-Length: 0\r\n"));
}

TEST(ResponseHead, NoHeaderCanSmuggleInAnother) {
    auto response = empty_response(204);
    response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: b");
    EXPECT_THROW(static_cast<void>(response_head(response, true, epoch)), std::logic_error);
}

}  // namespace
