#include "access/password_rules.hpp"

#include <gtest/gtest.h>

namespace klartext::access {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
}

TEST(AccountName, IsTrimmedAndComposed) {
    EXPECT_EQ(as_account_name(" \tA\u0308nne ").value(), "\u00c4nne");
    EXPECT_EQ(as_account_name("anna@example.org").value(), "anna@example.org");
    EXPECT_EQ(as_account_name(repeated("\u00e4", 100)).value(), repeated("\u00e4", 100));
}

TEST(AccountName, RefusesWhatCannotBeReadOrSeen) {
    for (const std::string& name : {std::string(), std::string("   "), std::string("a\nb"), std::string("a\0b", 3),
                                    std::string("\xff"), std::string("\xc3"), std::string("a\u202eb"),
                                    std::string("a\u2028b"), std::string("a\u200bb"), repeated("\u00e4", 101)})
        EXPECT_EQ(as_account_name(name).error(), access_refusal::name_invalid) << name;
}

TEST(Password, IsCountedInCodePoints) {
    EXPECT_EQ(fault_of_password(repeated("\u00e4", 9), "anna"), access_refusal::password_too_short);
    EXPECT_FALSE(fault_of_password(repeated("\u00e4", 10), "anna"));
    EXPECT_FALSE(fault_of_password(repeated("\U0001F600", 200), "anna"));
    EXPECT_EQ(fault_of_password(repeated("\U0001F600", 201), "anna"), access_refusal::password_too_long);
}

TEST(Password, IsNotTheName) {
    EXPECT_EQ(fault_of_password("\u00e4nne m\u00fcller", "\u00c4nne M\u00fcller"), access_refusal::password_is_name);
    EXPECT_FALSE(fault_of_password("\u00e4nne m\u00fcller 2", "\u00c4nne M\u00fcller"));
}

TEST(Password, OfStrangeBytesStaysAsItIs) { EXPECT_EQ(as_password("\xff\xfe"), "\xff\xfe"); }

}  // namespace
}  // namespace klartext::access
