#pragma once
#include <filesystem>

namespace klartext {

/// Where there is none yet, for its owner alone.
void make_data_folder(const std::filesystem::path&);

/// Keeps a second server away from a data folder, whose sessions must have one writer each. Makes the folder. Ends with
/// the process, however that ends.
class folder_lock {
public:
    /// Throws std::runtime_error with a sentence for the operator if another server has the folder.
    explicit folder_lock(const std::filesystem::path& folder);
    folder_lock(const folder_lock&) = delete;
    folder_lock& operator=(const folder_lock&) = delete;
    ~folder_lock();

private:
    int file_;
};

}  // namespace klartext
