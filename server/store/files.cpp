#include "store/files.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/database.hpp"

namespace klartext::store {

void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw write_failed(SQLITE_CANTOPEN);
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!synced) throw write_failed(SQLITE_IOERR_DIR_FSYNC);
}

void unlink_database(const std::filesystem::path& file) {
    // The log last: without its file nobody reads it, but with its file and without it the newest rows would be gone.
    for (const auto* part : {"", "-shm", "-wal"}) std::filesystem::remove(file.string() + part);
    sync_folder(file.parent_path());
}

}  // namespace klartext::store
