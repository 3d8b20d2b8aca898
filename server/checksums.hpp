#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/signing.hpp"
#include "protocol/documents.hpp"

/// Which files belong together, and who says so: the texts of `SHA256SUMS` and `SHA256SUMS.sig`. Reading is strict: for
/// every value there is one accepted text, the one that is written. Any thread may call.
namespace klartext {

inline constexpr auto checksums_name = protocol::list_name;
inline constexpr auto signature_name = protocol::signature_name;

struct named_content {
    std::string_view name;  ///< may hold folders, as in "csv/02-ideen.csv"
    std::string_view content;
};

struct checksum {
    std::string name;
    crypto::digest hash;
};

/// As `sha256sum -c` reads it: 64 hex digits, two spaces and the name on a line, sorted by the bytes of the names.
/// Throws std::invalid_argument if there is no file, a name comes twice, leaves the folder, or holds a control
/// character or a backslash, which that program would spell in its own way.
[[nodiscard]] std::string write_checksums(std::span<const named_content>);

/// The same for documents under their names.
[[nodiscard]] std::string checksums_of(std::span<const protocol::document>);

/// Sorted by name. Throws std::runtime_error that names the line and what is wrong with it.
[[nodiscard]] std::vector<checksum> read_checksums(std::string_view text);

struct signature_of_checksums {
    crypto::public_key key;
    crypto::signature made;
};

/// One line: "klartext-ed25519 PUBLICKEY SIGNATURE", both in base64url. Signed are the bytes of `checksums` as they
/// are.
[[nodiscard]] std::string write_signature(const crypto::signing_key&, std::string_view checksums);

/// Reads; does not verify. Throws std::runtime_error that says what is wrong.
[[nodiscard]] signature_of_checksums read_signature(std::string_view text);

}  // namespace klartext
