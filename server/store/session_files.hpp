#pragma once
#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "live/session_store.hpp"
#include "store/codec.hpp"
#include "store/session_writer.hpp"

namespace klartext::store {

/// 32 lower-case hexadecimal characters, as in the names of the files.
[[nodiscard]] std::string name_of(const domain::session_id&);
[[nodiscard]] std::optional<domain::session_id> session_named(std::string_view);

/// The folder `data/sessions`: two files per running session, one per closed one. Safe on any thread; every call waits
/// for the disk. What has to be written throws write_failed when the disk does not take it.
class session_files {
public:
    /// Makes the folder, for its owner alone. The codec must outlive this.
    session_files(std::filesystem::path folder, const codec&);

    /// At the start of the server, before any session is used: removes what a crash has left half made, the seats of
    /// sessions that are closed, and what logs still hold. A session that cannot be read is logged and left as it is.
    void repair();

    /// Durable when it returns; after a crash there is the whole session or none. Throws std::logic_error when there is
    /// a session of this id.
    void create(const domain::session_id&, const domain::session_state& initial, const live::session_keys&);

    /// What is on disk now, read on a connection of its own while others may write. Nothing if there is no such
    /// session. Works on a full disk too. Throws when it cannot be read.
    [[nodiscard]] std::optional<live::stored_session> load_now(const domain::session_id&) const;

    /// Empties and unlinks both files. Nobody may commit to the session any more.
    void remove(const domain::session_id&);

    /// Remembers that a session is to be removed, until `end_removal`: what a crash interrupts is finished at the
    /// start.
    void begin_removal(const domain::session_id&);
    void end_removal(const domain::session_id&);
    [[nodiscard]] std::vector<domain::session_id> begun_removals() const;

    [[nodiscard]] bool holds(const domain::session_id&) const;

    /// In no particular order.
    [[nodiscard]] std::vector<domain::session_id> list() const;

    /// How many pages of 4 KiB a session's file may have; 0: as many as the disk takes. Counts from the next opening.
    void limit_pages(int most) { max_pages_ = most; }

    [[nodiscard]] session_place place(const domain::session_id&) const;
    [[nodiscard]] const codec& content_codec() const { return codec_; }

private:
    void repair_seats(const domain::session_id&) const;
    void repair_log(const domain::session_id&) const;

    std::filesystem::path folder_;
    const codec& codec_;
    std::atomic<int> max_pages_ = 0;
};

/// Destroys the seats of a session that is closed but still has them, as a crash while closing can leave it.
void destroy_seats_if_closed(const session_place&, const live::stored_session&);

}  // namespace klartext::store
