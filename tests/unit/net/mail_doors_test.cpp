#include "unit/net/small_house.hpp"

#include <gtest/gtest.h>

using namespace klartext;
using namespace klartext::testing;

namespace {

struct MailDoors : ::testing::Test {
    small_house house;
    std::string root = house.log_in("Root", true);
    std::string ada = house.log_in("Ada");

    net::http_response test_mail(const std::string& login, const std::string& body) {
        return house.ask_as(login, "POST", "/api/v1/desk/test-mail", body);
    }
    std::string wanted = R"({"mail":"anna@example.org","language":"en"})";
};

TEST_F(MailDoors, StrangersAreToldNothing) {
    EXPECT_EQ(code_of(house.ask("GET", "/api/v1/desk/mail")), "not_logged_in");
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/desk/mail/retry")), "not_logged_in");
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/desk/test-mail", wanted)), "not_logged_in");
    EXPECT_TRUE(house.test_mails.empty());
    EXPECT_TRUE(house.mails_held);
}

TEST_F(MailDoors, WhoeverHasAnAccountMaySendATestMailAndHearsWhatBecameOfIt) {
    const auto answer = test_mail(ada, wanted);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(field(answer, "trouble"), "login");
    EXPECT_EQ(field(answer, "code"), "535");
    EXPECT_EQ(body_of(answer).find("anna@example.org"), std::string::npos) << "the address does not come back";
    ASSERT_EQ(house.test_mails.size(), 1U);
    EXPECT_EQ(house.test_mails[0].second, (wire::test_mail{"anna@example.org", domain::language::en}));
}

TEST_F(MailDoors, EachAccountIsCountedForItself) {
    test_mail(ada, wanted);
    test_mail(root, wanted);
    test_mail(ada, wanted);
    ASSERT_EQ(house.test_mails.size(), 3U);
    EXPECT_EQ(house.test_mails[0].first, house.test_mails[2].first);
    EXPECT_NE(house.test_mails[0].first, house.test_mails[1].first);
}

TEST_F(MailDoors, WhoHasTriedTooOftenWaits) {
    house.store.fails = true;
    const auto answer = test_mail(ada, wanted);
    EXPECT_EQ(answer.status, 429);
    EXPECT_TRUE(net::own_header(answer, "Retry-After"));
}

TEST_F(MailDoors, NonsenseIsRefusedBeforeAnythingIsSent) {
    for (const auto* body :
         {"", "{}", R"({"mail":"a@b.example"})", R"({"mail":1,"language":"de"})",
          R"({"mail":"a@b.example","language":"fr"})", R"({"mail":"a@b.example","language":"de","cc":"x@y.example"})"})
        EXPECT_EQ(code_of(test_mail(ada, body)), "malformed") << body;
    EXPECT_TRUE(house.test_mails.empty());
}

TEST_F(MailDoors, EverybodySeesHowMailDoesAndOnlyAdministratorsHaveItTriedAgain) {
    EXPECT_EQ(field(house.ask_as(ada, "GET", "/api/v1/desk/mail"), "held"), "true");
    EXPECT_EQ(code_of(house.ask_as(ada, "POST", "/api/v1/desk/mail/retry")), "not_yours");
    EXPECT_TRUE(house.mails_held);
    EXPECT_EQ(house.ask_as(root, "POST", "/api/v1/desk/mail/retry").status, 204);
    EXPECT_EQ(field(house.ask_as(ada, "GET", "/api/v1/desk/mail"), "held"), "false");
}

TEST_F(MailDoors, ADiskThatFailsIsSaid) {
    house.store.fails = true;
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", "/api/v1/desk/mail")), "unavailable");
    EXPECT_EQ(code_of(house.ask_as(root, "POST", "/api/v1/desk/mail/retry")), "unavailable");
}

}  // namespace
