#include "mail/mail_address.hpp"

#include <gtest/gtest.h>

namespace klartext::mail {
namespace {

TEST(MailAddress, TakesWhatPeopleHave) {
    for (const auto* text : {"anna@example.org", "a.b-c_d+minutes@mail.example.co.uk", "o'neill@example.org",
                             "42@example.org", "x@xn--mller-kva.de", "klartext@localhost", "A@Example.ORG"})
        EXPECT_EQ(mail_address::read(text)->text(), text);
}

TEST(MailAddress, DropsTheSpacesThatAPhoneAdds) {
    EXPECT_EQ(mail_address::read("  anna@example.org ")->text(), "anna@example.org");
}

TEST(MailAddress, KnowsItsDomain) { EXPECT_EQ(mail_address::read("anna@example.org")->domain(), "example.org"); }

struct refused {
    std::string text;
    address_fault fault;
};

class RefusedAddress : public ::testing::TestWithParam<refused> {};

TEST_P(RefusedAddress, SaysWhy) {
    const auto address = mail_address::read(GetParam().text);
    ASSERT_TRUE(address.has_error()) << GetParam().text;
    EXPECT_EQ(address.error(), GetParam().fault) << GetParam().text;
}

std::string domain_of(std::size_t length) {
    std::string domain;
    while (domain.size() + 4 < length) domain += "abc.";
    return domain + std::string(length - domain.size(), 'x');
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedAddress,
    ::testing::Values(
        refused{"", address_fault::empty}, refused{"   ", address_fault::empty},
        refused{"anna", address_fault::not_one_at}, refused{"anna@b@example.org", address_fault::not_one_at},
        refused{"\"a@b\"@example.org", address_fault::not_one_at},
        refused{std::string(65, 'a') + "@example.org", address_fault::too_long},
        refused{"a@" + domain_of(253), address_fault::too_long}, refused{"anna@müller.de", address_fault::not_ascii},
        refused{"ännchen@example.org", address_fault::not_ascii},
        refused{"@example.org", address_fault::bad_local_part},
        refused{".anna@example.org", address_fault::bad_local_part},
        refused{"anna.@example.org", address_fault::bad_local_part},
        refused{"an..na@example.org", address_fault::bad_local_part},
        refused{"an na@example.org", address_fault::bad_local_part},
        refused{"an\tna@example.org", address_fault::bad_local_part},
        refused{"Anna <anna@example.org", address_fault::bad_local_part},
        refused{"anna,berta@example.org", address_fault::bad_local_part},
        refused{"anna\r\nBcc: x@example.org", address_fault::bad_local_part},
        refused{std::string("an\0na@example.org", 17), address_fault::bad_local_part},
        refused{"anna@", address_fault::bad_domain}, refused{"anna@example.org>", address_fault::bad_domain},
        refused{"anna@example.org\n", address_fault::bad_domain},
        refused{"anna@example.org, berta", address_fault::bad_domain},
        refused{"anna@example..org", address_fault::bad_domain}, refused{"anna@.org", address_fault::bad_domain},
        refused{"anna@-example.org", address_fault::bad_domain},
        refused{"anna@example-.org", address_fault::bad_domain},
        refused{"anna@ex_ample.org", address_fault::bad_domain}, refused{"anna@192.0.2.1", address_fault::bad_domain},
        refused{"anna@[192.0.2.1]", address_fault::bad_domain},
        refused{"anna@" + std::string(64, 'x') + ".org", address_fault::bad_domain}));

TEST(MailAddress, TakesTheLongestThatIsAllowed) { EXPECT_TRUE(mail_address::read("a@" + domain_of(252)).has_value()); }

}  // namespace
}  // namespace klartext::mail
