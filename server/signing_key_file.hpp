#pragma once
#include <filesystem>

#include "crypto/signing.hpp"

namespace klartext {

/// The server's signing key, kept as its 32 seed bytes in `minutes.key` in the data folder, which must be there and be
/// held by folder_lock. Made at first use: after a crash there is a whole file or none, and a key that was returned is
/// on the disk. Throws std::runtime_error with a sentence for the operator if it cannot be read or made, has another
/// size, or is open to others than its owner; a file that is there is never replaced. Blocks.
[[nodiscard]] crypto::signing_key signing_key_of(const std::filesystem::path& data_folder);

}  // namespace klartext
