#include "replay/server_address.hpp"

#include <gtest/gtest.h>

using namespace klartext::replay;

TEST(ServerAddress, IsReadFromAUrl) {
    const auto address = parse_server_url("http://127.0.0.1:8080/");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->host, "127.0.0.1");
    EXPECT_EQ(address->port, "8080");
    EXPECT_EQ(address->authority(), "127.0.0.1:8080");
}

TEST(ServerAddress, HasPort80IfNoneIsSaid) {
    EXPECT_EQ(parse_server_url("http://klartext.example")->port, "80");
    EXPECT_EQ(parse_server_url("http://klartext.example")->authority(), "klartext.example");
}

TEST(ServerAddress, PutsIPv6InBrackets) {
    const auto address = parse_server_url("http://[::1]:81");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->host, "::1");
    EXPECT_EQ(address->authority(), "[::1]:81");
}

TEST(ServerAddress, RefusesWhatItCannotReach) {
    for (const auto* url : {"https://a", "a:80", "http://", "http://:80", "http://a:b", "http://a:", "http://a/b",
                            "http://u@a", "http://[::1", "http://a:123456"})
        EXPECT_FALSE(parse_server_url(url)) << url;
}

TEST(ServerAddress, IsFoundInAWholeLineOnly) {
    EXPECT_FALSE(find_server_url("Klartext listens on http://127.0.0.1:80")) << "the port may go on";
    EXPECT_EQ(find_server_url("x\nKlartext listens on http://127.0.0.1:8081\n")->port, "8081");
    EXPECT_FALSE(find_server_url("no address\n"));
}
