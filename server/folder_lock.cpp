#include "folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace klartext {

void make_data_folder(const std::filesystem::path& folder) {
    using std::filesystem::perms;
    if (std::filesystem::create_directories(folder)) std::filesystem::permissions(folder, perms::owner_all);
}

folder_lock::folder_lock(const std::filesystem::path& folder) {
    make_data_folder(folder);
    const auto path = folder / "klartext.lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    if (file_ >= 0) ::close(file_);
    throw std::runtime_error(
        fmt::format("cannot have {} to myself: is another server running on it?", folder.string()));
}

folder_lock::~folder_lock() { ::close(file_); }

}  // namespace klartext
