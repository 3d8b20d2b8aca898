#include "crypto/password_hash.hpp"

#include <sodium.h>

#include <new>

#include "crypto/start.hpp"

namespace klartext::crypto {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 64U * 1024U * 1024U;

}  // namespace

std::string hash_password(std::string_view password) {
    start();
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    hash.resize(hash.find('\0'));
    return hash;
}

bool password_matches(const std::string& hash, std::string_view password) {
    start();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void verify_nothing(std::string_view password) {
    static const std::string somebody = hash_password("nobody has this password");
    [[maybe_unused]] const bool matches = password_matches(somebody, password);
}

}  // namespace klartext::crypto
