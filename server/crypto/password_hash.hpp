#pragma once
#include <string>
#include <string_view>

/// Argon2id (RFC 9106) with 64 MiB and 2 passes. Each call takes tens of milliseconds of CPU and 64 MiB for as long:
/// call from a worker thread, never from an I/O thread. Any thread may call.
namespace klartext::crypto {

/// The hash with its salt and parameters in one ASCII string, different at every call. Throws std::bad_alloc.
[[nodiscard]] std::string hash_password(std::string_view password);

[[nodiscard]] bool password_matches(const std::string& hash, std::string_view password);

/// Takes as long as password_matches on a real hash, and is worth nothing: for names that do not exist.
void verify_nothing(std::string_view password);

}  // namespace klartext::crypto
