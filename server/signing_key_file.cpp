#include "signing_key_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "mail/descriptor.hpp"
#include "store/files.hpp"

namespace klartext {
namespace {

namespace fs = std::filesystem;

using mail::descriptor;

/// With what the system says of the last call.
[[noreturn]] void fail(std::string_view what, const fs::path& file) {
    const auto reason = std::generic_category().message(errno);
    throw std::runtime_error(fmt::format("cannot {} the signing key {}: {}", what, file.string(), reason));
}

void check_form(const fs::path& file, const struct stat& status) {
    if (!S_ISREG(status.st_mode) || status.st_size != std::tuple_size_v<crypto::signing_seed>)
        throw std::runtime_error(fmt::format(
            "{} is no signing key: it must be a file of 32 bytes. Put the right one back; only if there is none, "
            "remove it, and a new key is made, which nobody knows yet",
            file.string()));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw std::runtime_error(
            fmt::format("the signing key {0} is open to others than its owner: chmod 600 {0}", file.string()));
}

crypto::signing_key read(const descriptor& opened, const fs::path& file) {
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) fail("read", file);
    check_form(file, status);
    crypto::signing_seed seed{};
    const crypto::forgotten_at_the_end guard{seed};
    const auto count = ::read(opened.number(), seed.data(), seed.size());
    if (count < 0) fail("read", file);
    if (static_cast<std::size_t>(count) != seed.size())
        throw std::runtime_error(fmt::format("the signing key {} ended while it was read: try again", file.string()));
    return crypto::signing_key(seed);
}

void write(const fs::path& file, const crypto::signing_seed& seed) {
    fs::remove(file);  // what a crash has left
    const descriptor made(file, O_WRONLY | O_CREAT | O_EXCL);
    if (!made.open()) fail("make", file);
    errno = ENOSPC;  // for a write that ends early and names no reason
    if (::write(made.number(), seed.data(), seed.size()) != static_cast<ssize_t>(seed.size())) fail("write", file);
    if (::fsync(made.number()) != 0) fail("write", file);
}

crypto::signing_key make(const fs::path& file) {
    auto seed = crypto::random_bytes<std::tuple_size_v<crypto::signing_seed>>();
    const crypto::forgotten_at_the_end guard{seed};
    const fs::path unfinished = file.string() + ".part";
    write(unfinished, seed);
    fs::rename(unfinished, file);
    store::sync_folder(file.parent_path());
    return crypto::signing_key(seed);
}

fs::path key_file(const fs::path& data_folder) { return data_folder / "minutes.key"; }

}  // namespace

crypto::signing_key signing_key_of(const fs::path& data_folder) {
    const auto file = key_file(data_folder);
    const descriptor opened(file, O_RDONLY | O_NONBLOCK);
    if (opened.open()) return read(opened, file);
    if (errno != ENOENT) fail("open", file);
    return make(file);
}

std::optional<crypto::public_key> public_key_of(const fs::path& data_folder) {
    const auto file = key_file(data_folder);
    const descriptor opened(file, O_RDONLY | O_NONBLOCK);
    if (opened.open()) return read(opened, file).public_half();
    if (errno != ENOENT) fail("open", file);
    return std::nullopt;
}

}  // namespace klartext
