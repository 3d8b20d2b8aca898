#include "crypto/signing.hpp"

#include <sodium.h>

#include "crypto/codes.hpp"
#include "crypto/start.hpp"

namespace klartext::crypto {

static_assert(std::tuple_size_v<signing_seed> == crypto_sign_SEEDBYTES);
static_assert(std::tuple_size_v<public_key> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<signature> == crypto_sign_BYTES);

signing_key::signing_key(const signing_seed& seed) {
    static_assert(sizeof secret_ == crypto_sign_SECRETKEYBYTES);
    start();
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
}

signing_key signing_key::random() {
    auto seed = random_bytes<crypto_sign_SEEDBYTES>();
    const forgotten_at_the_end guard{seed};
    return signing_key(seed);
}

signing_key::~signing_key() { sodium_memzero(secret_.data(), secret_.size()); }

signature signing_key::sign(byte_view message) const {
    signature made;
    crypto_sign_detached(made.data(), nullptr, message.data(), message.size(), secret_.data());
    return made;
}

bool verify(const public_key& key, byte_view message, const signature& claimed) {
    start();
    return crypto_sign_verify_detached(claimed.data(), message.data(), message.size(), key.data()) == 0;
}

std::string text_of(const public_key& key) { return base64url_encode(key); }

forgotten_at_the_end::~forgotten_at_the_end() { sodium_memzero(bytes_.data(), bytes_.size()); }

}  // namespace klartext::crypto
