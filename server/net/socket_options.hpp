#pragma once
#include <cstddef>
#include <cstdint>

namespace klartext::net {

/// Small messages leave at once, and the kernel holds little that was not sent yet, so that a slow reader shows up in
/// our own queue. Best effort.
void tune_for_feeds(int socket);

/// Bytes that the peer has sent so far, as the kernel counts them; 0 if it does not say.
[[nodiscard]] std::uint64_t bytes_received(int socket);

/// Asks the system for this many open files, or as many as it allows. Returns how many are allowed now.
std::size_t allow_open_files(std::size_t wanted);

}  // namespace klartext::net
