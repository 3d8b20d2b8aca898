#include "key_command.hpp"

#include <fmt/format.h>

#include "crypto/codes.hpp"
#include "signing_key_file.hpp"

namespace klartext {

std::string told_key(const crypto::public_key& key) {
    return fmt::format("{} (fingerprint {})", crypto::text_of(key), crypto::short_fingerprint(crypto::sha256(key)));
}

int print_key(const key_options& options) {
    const auto key = public_key_of(options.data);
    if (!key) {
        fmt::print(stderr, "klartext: no signing key in {}: the server makes it when it starts for the first time\n",
                   options.data.string());
        return 1;
    }
    fmt::print("{}\n", told_key(*key));
    return 0;
}

}  // namespace klartext
