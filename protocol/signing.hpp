#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

/// What travels along with files so that they can be checked. Who signs, and with what, is not known here.
namespace klartext::protocol {

struct document;

inline constexpr std::string_view list_name = "SHA256SUMS";
inline constexpr std::string_view signature_name = "SHA256SUMS.sig";

struct signed_list {
    std::string list;       ///< of the files, each with its hash
    std::string signature;  ///< of the list
};

/// Lists files under the names that they have and signs the list. The same files give the same texts.
using list_signer = std::function<signed_list(std::span<const document>)>;

}  // namespace klartext::protocol
