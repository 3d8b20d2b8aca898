#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

struct AccountDoors : ::testing::Test {
    small_house house;
    std::string root = house.log_in("Root", true);
    std::string ada = house.log_in("Ada");

    std::string id_of(const std::string& name) {
        const auto listed = nlohmann::json::parse(body_of(house.ask_as(root, "GET", accounts)));
        for (const auto& each : listed["accounts"]) {
            if (each["name"] == name) return each["id"];
        }
        return "";
    }
    net::http_response log_in(const std::string& name, const std::string& password) {
        return house.ask("POST", "/api/v1/desk/login", nlohmann::json{{"name", name}, {"password", password}}.dump());
    }
    net::http_response set_password(const std::string& link, const std::string& password) {
        return house.ask("POST", "/api/v1/desk/password",
                         nlohmann::json{{"link", link.substr(link.find('#') + 1)}, {"password", password}}.dump());
    }

    std::string accounts = "/api/v1/desk/accounts";
};

TEST_F(AccountDoors, TheRightPasswordGetsACookieThatScriptsAndOtherSitesNeverSee) {
    const auto answer = log_in("Ada", "correct horse battery");
    EXPECT_EQ(answer.status, 204);
    const auto* cookie = net::own_header(answer, "Set-Cookie");
    ASSERT_TRUE(cookie);
    EXPECT_THAT(*cookie, HasSubstr("klartext_login="));
    EXPECT_THAT(*cookie, HasSubstr("HttpOnly"));
    EXPECT_THAT(*cookie, HasSubstr("SameSite=Strict"));
    EXPECT_THAT(*cookie, HasSubstr("Path=/api/v1/desk"));
    EXPECT_THAT(*cookie, Not(HasSubstr("Secure")));
}

TEST_F(AccountDoors, BehindTlsTheCookieStaysBehindTls) {
    auto request = house.request("POST", "/api/v1/desk/login", R"({"name":"Ada","password":"correct horse battery"})");
    request.secure = true;
    EXPECT_THAT(*net::own_header(house.answer(request), "Set-Cookie"), HasSubstr("; Secure"));
}

TEST_F(AccountDoors, WhereTooManyPasswordsWaitNobodyLogsInAndTheDeskGoesOn) {
    house.passwords_busy = true;
    const auto answer = log_in("Ada", "correct horse battery");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(code_of(answer), "unavailable");
    ASSERT_TRUE(net::own_header(answer, "Retry-After"));
    EXPECT_EQ(*net::own_header(answer, "Retry-After"), "2");
    EXPECT_EQ(set_password("/desk/password#x", "correct horse battery").status, 503);
    EXPECT_EQ(house.ask_as(ada, "GET", "/api/v1/desk/me").status, 200);
    house.passwords_busy = false;
    EXPECT_EQ(log_in("Ada", "correct horse battery").status, 204);
}

TEST_F(AccountDoors, WhereTooManyLookupsWaitTheDeskIsAskedToTryAgain) {
    house.lookups_busy = true;
    for (const auto* path : {"/api/v1/desk/me", "/api/v1/desk/accounts", "/api/v1/desk/sessions"}) {
        const auto answer = house.ask_as(root, "GET", path);
        EXPECT_EQ(answer.status, 503) << path;
        EXPECT_EQ(code_of(answer), "unavailable") << path;
        EXPECT_TRUE(net::own_header(answer, "Retry-After")) << path;
    }
}

TEST_F(AccountDoors, AWrongPasswordAndAnUnknownNameGetTheSameAnswerAndManyOfThemHaveToWait) {
    EXPECT_EQ(log_in("Ada", "wrong").status, 401);
    EXPECT_EQ(body_of(log_in("Ada", "wrong")), body_of(log_in("Nobody", "wrong")));
    for (int tries = 0; tries < 5; ++tries) static_cast<void>(log_in("Ada", "wrong"));
    EXPECT_EQ(log_in("Ada", "correct horse battery").status, 429);
}

TEST_F(AccountDoors, WhoIsLoggedInIsToldWhoTheyAre) {
    EXPECT_EQ(field(house.ask_as(ada, "GET", "/api/v1/desk/me"), "name"), "Ada");
    EXPECT_EQ(field(house.ask_as(root, "GET", "/api/v1/desk/me"), "administrator"), "true");
    EXPECT_EQ(house.ask("GET", "/api/v1/desk/me").status, 401);
    EXPECT_EQ(house.ask_as("forged", "GET", "/api/v1/desk/me").status, 401);
}

TEST_F(AccountDoors, ALoginEndsByLoggingOutAndByItsTime) {
    EXPECT_EQ(house.ask_as(ada, "DELETE", "/api/v1/desk/login").status, 204);
    EXPECT_EQ(house.ask_as(ada, "GET", "/api/v1/desk/me").status, 401);
    house.now += 13h;
    EXPECT_EQ(house.ask_as(root, "GET", "/api/v1/desk/me").status, 401);
}

TEST_F(AccountDoors, AccountsAreForAdministratorsAlone) {
    for (const auto& [method, path] :
         std::vector<std::pair<std::string, std::string>>{{"GET", accounts},
                                                          {"POST", accounts},
                                                          {"POST", accounts + "/" + id_of("Root") + "/reset"},
                                                          {"POST", accounts + "/" + id_of("Root") + "/disable"},
                                                          {"POST", accounts + "/" + id_of("Root") + "/enable"}}) {
        EXPECT_EQ(house.ask(method, path, method == "POST" ? R"({"name":"Eve"})" : "").status, 401) << path;
        EXPECT_EQ(house.ask_as(ada, method, path, method == "POST" ? R"({"name":"Eve"})" : "").status, 403) << path;
    }
}

TEST_F(AccountDoors, AnInvitationSetsItsPasswordOnce) {
    const auto invited = house.ask_as(root, "POST", accounts, R"({"name":"Grace"})");
    EXPECT_EQ(invited.status, 201);
    EXPECT_EQ(field(invited, "id"), id_of("Grace"));
    const auto link = field(invited, "link");
    EXPECT_EQ(code_of(set_password(link, "short")), "password_too_short");
    EXPECT_EQ(set_password(link, "a long enough one").status, 204);
    EXPECT_EQ(set_password(link, "a long enough one").status, 410);
    EXPECT_EQ(log_in("Grace", "a long enough one").status, 204);
    EXPECT_EQ(code_of(house.ask_as(root, "POST", accounts, R"({"name":"Grace"})")), "name_taken");
}

TEST_F(AccountDoors, AnExpiredLinkIsGone) {
    const auto link = field(house.ask_as(root, "POST", accounts, R"({"name":"Grace"})"), "link");
    house.now += 8 * 24h;
    const auto answer = set_password(link, "a long enough one");
    EXPECT_EQ(answer.status, 410);
    EXPECT_EQ(code_of(answer), "link_unknown_or_expired");
}

TEST_F(AccountDoors, AResetEndsLoginsAndADisabledAccountIsOut) {
    const auto link = field(house.ask_as(root, "POST", accounts + "/" + id_of("Ada") + "/reset"), "link");
    EXPECT_EQ(house.ask_as(ada, "GET", "/api/v1/desk/me").status, 401);
    ASSERT_EQ(set_password(link, "a long enough one").status, 204);
    ASSERT_EQ(house.ask_as(root, "POST", accounts + "/" + id_of("Ada") + "/disable").status, 204);
    EXPECT_NE(log_in("Ada", "a long enough one").status, 204);
    ASSERT_EQ(house.ask_as(root, "POST", accounts + "/" + id_of("Ada") + "/enable").status, 204);
    EXPECT_EQ(log_in("Ada", "a long enough one").status, 204);
}

TEST_F(AccountDoors, TheLastAdministratorCannotBeDisabled) {
    EXPECT_EQ(code_of(house.ask_as(root, "POST", accounts + "/" + id_of("Root") + "/disable")), "last_administrator");
    EXPECT_EQ(code_of(house.ask_as(root, "POST", accounts + "/" + std::string(32, '0') + "/disable")),
              "unknown_account");
}

TEST(FirstAccount, TheFirstLinkMakesAnAdministratorAndNeedsAName) {
    small_house house;
    const auto link = house.accounts.first_account_link(house.now).value();
    auto body = nlohmann::json{{"link", link}, {"password", "a long enough one"}};
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/desk/password", body.dump())), "name_missing");
    body["name"] = "Ada";
    EXPECT_EQ(house.ask("POST", "/api/v1/desk/password", body.dump()).status, 204);
    EXPECT_TRUE(house.accounts.list().at(0).administrator);
}

}  // namespace
