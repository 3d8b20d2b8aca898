#include "crypto/signing.hpp"

#include <gtest/gtest.h>

#include "crypto/codes.hpp"

namespace klartext::crypto {
namespace {

struct vector_of_the_standard {
    const char* seed;
    const char* public_half;
    const char* message;
    const char* signed_as;
};

/// RFC 8032 section 7.1: TEST 1, 2, 3 and SHA(abc).
const vector_of_the_standard vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
     "55141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb"
     "00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc"
     "027beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2"
     "a"
     "9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad"
     "9bef1177331a704"}};

signing_key key_of(const char* seed) { return signing_key(sized<32>(hex_decode(seed)).value()); }

TEST(Signing, GivesTheSignaturesOfRfc8032) {
    for (const auto& each : vectors) {
        const auto key = key_of(each.seed);
        const auto message = hex_decode(each.message).value();
        EXPECT_EQ(hex_encode(key.public_half()), each.public_half);
        EXPECT_EQ(hex_encode(key.sign(message)), each.signed_as);
        EXPECT_TRUE(verify(key.public_half(), message, sized<64>(hex_decode(each.signed_as)).value()));
    }
}

TEST(Signing, IsWorthNothingWithOneBitChangedAnywhere) {
    const auto key = signing_key::random();
    const std::string message = "Protokoll";
    const auto made = key.sign(bytes_of(message));
    ASSERT_TRUE(verify(key.public_half(), bytes_of(message), made));
    for (std::size_t at = 0; at < made.size(); ++at) {
        auto changed = made;
        changed[at] ^= 1;
        EXPECT_FALSE(verify(key.public_half(), bytes_of(message), changed)) << at;
    }
    for (std::size_t at = 0; at < message.size(); ++at) {
        auto changed = message;
        changed[at] ^= 1;
        EXPECT_FALSE(verify(key.public_half(), bytes_of(changed), made)) << at;
    }
    EXPECT_FALSE(verify(signing_key::random().public_half(), bytes_of(message), made));
}

TEST(Signing, RefusesAPublicKeyThatAnybodyCouldSignFor) {
    public_key neutral{1};
    signature forged{1};  // R is the neutral point and S is zero: S * B = R + k * A for every message
    EXPECT_FALSE(verify(neutral, bytes_of("anything"), forged));
}

TEST(Signing, WritesAPublicKeyIn43Characters) {
    EXPECT_EQ(text_of(key_of(vectors[0].seed).public_half()), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
}

TEST(Signing, RandomKeysNeverComeTwice) {
    EXPECT_NE(signing_key::random().public_half(), signing_key::random().public_half());
}

TEST(Signing, ForgetsByOverwriting) {
    signing_seed seed{1, 2, 3};
    { const forgotten_at_the_end guard{seed}; }
    EXPECT_EQ(seed, signing_seed{});
}

}  // namespace
}  // namespace klartext::crypto
