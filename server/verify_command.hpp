#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "config.hpp"
#include "crypto/signing.hpp"

namespace klartext {

struct verdict_on_files {
    std::string report;    ///< lines for people, each with its end
    bool genuine = false;  ///< the signature is right, and so is every file that was given
};

/// Compares files with the signed list beside the first of them, or one folder up, as for "csv/02-ideen.csv". Files are
/// called by their path in the folder of the list. If the signature is wrong, or not by `expected`, no file is
/// compared: such a list says nothing. Throws std::runtime_error if list or signature is missing or unreadable.
[[nodiscard]] verdict_on_files verify(std::span<const std::filesystem::path> files,
                                      const std::optional<crypto::public_key>& expected);

/// `klartext verify FILE...`: prints what `verify` reports; returns the exit code: 0 if all is genuine, else 1.
[[nodiscard]] int verify_files(const verify_options&);

}  // namespace klartext
