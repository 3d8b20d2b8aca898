#pragma once
#include <sodium.h>

#include <stdexcept>

namespace klartext::crypto {

/// Starts libsodium, once; cheap afterwards. Private to this room.
inline void start() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium cannot start");
}

}  // namespace klartext::crypto
