#include "mail/smtp_url.hpp"

#include <gtest/gtest.h>

namespace klartext::mail {
namespace {

TEST(SmtpUrl, ReadsAllOfIt) {
    const auto target = read_smtp_url("smtp://k%40example.org:p%3A%25%2Fw@mail.example.org:2525?ca=/etc/my%20ca.pem");
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->security, smtp_security::starttls);
    EXPECT_EQ(target->host, "mail.example.org");
    EXPECT_EQ(target->port, 2525);
    EXPECT_EQ(target->login->user, "k@example.org");
    EXPECT_EQ(target->login->password, "p:%/w");
    EXPECT_EQ(target->ca_file, "/etc/my ca.pem");
}

TEST(SmtpUrl, KnowsTheUsualPorts) {
    EXPECT_EQ(read_smtp_url("smtps://mail.example.org")->port, 465);
    EXPECT_EQ(read_smtp_url("smtp://a:b@mail.example.org")->port, 587);
    EXPECT_EQ(read_smtp_url("smtp://mail.example.org/")->port, 25);
}

TEST(SmtpUrl, AnIpv6AddressStandsInBrackets) {
    const auto target = read_smtp_url("smtp://[2001:db8::25]:26");
    EXPECT_EQ(target->host, "2001:db8::25");
    EXPECT_EQ(target->port, 26);
}

TEST(SmtpUrl, TlsIsOffForThisMachineOnly) {
    for (const auto* url : {"smtp://localhost?tls=none", "smtp://127.0.0.1:25?tls=none", "smtp://[::1]:25/?tls=none"})
        EXPECT_EQ(read_smtp_url(url)->security, smtp_security::none) << url;
    for (const auto* url : {"smtp://mail.example.org?tls=none", "smtp://127.evil.example?tls=none",
                            "smtp://127.0.0.1.example?tls=none", "smtps://localhost?tls=none"})
        EXPECT_TRUE(read_smtp_url(url).has_error()) << url;
}

TEST(SmtpUrl, TlsIsOffElsewhereOnlyWhereTheUrlSaysWhatThatMeans) {
    EXPECT_EQ(read_smtp_url("smtp://relay?tls=none-readable-by-others")->security, smtp_security::none);
    for (const auto* url : {"smtps://relay?tls=none-readable-by-others", "smtp://u:p@relay?tls=none-readable-by-others",
                            "smtp://relay?tls=off", "smtp://relay?tls=none-readable", "smtp://relay?insecure",
                            "smtp://relay?starttls=off", "smtp://relay?tls=", "smtp://relay?tls=NONE"})
        EXPECT_TRUE(read_smtp_url(url).has_error()) << url;
    EXPECT_EQ(read_smtp_url("smtp://relay")->security, smtp_security::starttls) << "nobody gets there by leaving out";
}

TEST(SmtpUrl, TheOwnNameIsThatOfTheWebAddress) {
    EXPECT_EQ(host_of_web_address("https://klartext.example.org"), "klartext.example.org");
    EXPECT_EQ(host_of_web_address("http://klartext.example.org:8080/x"), "klartext.example.org");
    for (const auto* url : {"", "klartext.example.org", "https://192.0.2.1", "https://[2001:db8::1]:80", "https://",
                            "https://a b/", "https://user@host"})
        EXPECT_EQ(host_of_web_address(url), "") << url;
}

TEST(SmtpUrl, RefusesWhatIsNotQuiteOne) {
    for (const auto* url : {"",
                            "mail.example.org",
                            "http://mail.example.org",
                            "SMTP://mail.example.org",
                            "smtp://",
                            "smtp://:25",
                            "smtp://mail.example.org:",
                            "smtp://mail.example.org:0",
                            "smtp://mail.example.org:65536",
                            "smtp://mail.example.org:25x",
                            "smtp://mail.example.org:-1",
                            "smtp://mail example.org",
                            "smtp://mail.example.org/path",
                            "smtp://user@mail.example.org",
                            "smtp://:pw@mail.example.org",
                            "smtp://user:@mail.example.org",
                            "smtp://u:a:b@mail.example.org",
                            "smtp://u@x:p@mail.example.org",
                            "smtp://u:p%4@mail.example.org",
                            "smtp://u:p%zz@mail.example.org",
                            "smtp://u:p%0a@mail.example.org",
                            "smtp://u:p%00@mail.example.org",
                            "smtp://[::1",
                            "smtp://[::1]x",
                            "smtp://::1",
                            "smtp://mail.example.org?x=y",
                            "smtp://localhost?tls=no",
                            "smtp://localhost?ca=relative.pem",
                            "smtp://mail.example.org#x"})
        EXPECT_TRUE(read_smtp_url(url).has_error()) << url;
}

TEST(SmtpUrl, AFaultNeverRepeatsThePassword) {
    for (const auto* url :
         {"smtp://u:swordfish@mail.example.org:x", "smtp://u:swordfish%zz@h", "smtp://u@v:swordfish@h"})
        EXPECT_EQ(read_smtp_url(url).error().sentence.find("swordfish"), std::string::npos) << url;
}

TEST(SmtpUrl, AskedForAnywayAFaultIsSaid) { EXPECT_THROW((void)read_smtp_url("x").value(), std::invalid_argument); }

}  // namespace
}  // namespace klartext::mail
