#include "crypto/password_hash.hpp"

#include <gtest/gtest.h>

namespace klartext::crypto {
namespace {

TEST(PasswordHash, IsArgon2idWith64MiBAndTwoPasses) {
    EXPECT_TRUE(hash_password("korrekt Pferd").starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
}

TEST(PasswordHash, MatchesItsPasswordAlone) {
    const auto hash = hash_password("korrekt Pferd");
    EXPECT_TRUE(password_matches(hash, "korrekt Pferd"));
    EXPECT_FALSE(password_matches(hash, "korrekt Pferd "));
    EXPECT_FALSE(password_matches(hash, ""));
    EXPECT_FALSE(password_matches("", "korrekt Pferd"));
}

TEST(PasswordHash, DiffersEachTime) { EXPECT_NE(hash_password("korrekt Pferd"), hash_password("korrekt Pferd")); }

}  // namespace
}  // namespace klartext::crypto
