#pragma once
#include <chrono>
#include <map>
#include <memory>

#include "store/session_files.hpp"
#include "store/session_writer.hpp"

namespace klartext::store {

/// The session files that one commit thread holds open; the one used longest ago is closed when there are too many.
class open_writers {
public:
    using moment = std::chrono::steady_clock::time_point;

    open_writers(const session_files&, std::size_t most);

    /// Opens the session's files if need be. Throws as session_writer does.
    [[nodiscard]] session_writer& at(const domain::session_id&, moment now);
    /// The last write failed: the files are opened anew before the next one. Until then they stay open, because on a
    /// full disk SQLite could not open them again to read.
    void distrust(const domain::session_id&);
    void close_all() noexcept { open_.clear(); }
    /// Empties the log of a closed session and closes its files.
    void finish(const domain::session_id&) noexcept;

    /// Moves a long log into its file; of sessions at rest, empties the log and closes the files after a while.
    void tidy(moment now) noexcept;
    [[nodiscard]] bool untidy() const { return !open_.empty(); }
    [[nodiscard]] std::size_t count() const { return open_.size(); }

private:
    struct opened {
        std::unique_ptr<session_writer> writer;
        moment used;
        bool trusted = true;
    };

    void make_room();

    const session_files& files_;
    std::size_t most_;
    std::map<domain::session_id, opened> open_;
};

}  // namespace klartext::store
