#pragma once
#include <string>

#include "config.hpp"
#include "crypto/signing.hpp"

namespace klartext {

/// "KEY (fingerprint 1a2b 3c4d 5e6f 7081)", for people who compare it.
[[nodiscard]] std::string told_key(const crypto::public_key&);

/// `klartext key`: prints the public key with which minutes are signed, and its fingerprint. Returns the exit code, 1
/// if there is no key yet. A server may run.
[[nodiscard]] int print_key(const key_options&);

}  // namespace klartext
