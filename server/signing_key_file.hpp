#pragma once
#include <filesystem>
#include <optional>

#include "crypto/signing.hpp"

namespace klartext {

/// The server's signing key, kept as its 32 seed bytes in `minutes.key` in the data folder, which must be there and be
/// held by folder_lock. Made at first use: after a crash there is a whole file or none, and a key that was returned is
/// on the disk. Throws std::runtime_error with a sentence for the operator if it cannot be read or made, has another
/// size, or is open to others than its owner; a file that is there is never replaced. Blocks.
[[nodiscard]] crypto::signing_key signing_key_of(const std::filesystem::path& data_folder);

/// The public half of the key that is there; nothing if there is none yet. Makes nothing and needs no lock: a running
/// server may hold the folder. Throws as signing_key_of does.
[[nodiscard]] std::optional<crypto::public_key> public_key_of(const std::filesystem::path& data_folder);

}  // namespace klartext
