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
/// called by their path in the folder of the list; one that is not listed by it and has the content of another that is,
/// is genuine, as after a browser has saved it under a name of its own. A ZIP archive that holds such a list is
/// compared with that, and has to be complete; with the list beside it only where that has it. If the signature is
/// wrong, or not by `expected`, no file is compared: such a list says nothing. Throws std::runtime_error if list or
/// signature is missing or unreadable, or if an archive is damaged or unpacks to more than minutes ever hold.
[[nodiscard]] verdict_on_files verify(std::span<const std::filesystem::path> files,
                                      const std::optional<crypto::public_key>& expected);

/// `klartext verify FILE...`: prints what `verify` reports; returns the exit code: 0 if all is genuine, else 1.
[[nodiscard]] int verify_files(const verify_options&);

}  // namespace klartext
