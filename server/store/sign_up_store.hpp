#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <vector>

#include "domain/sign_up.hpp"
#include "store/codec.hpp"

namespace klartext::store {

/// `data/sign-ups.db`: who wants to go on with which theme, by name, apart from everything else.
///
/// A row holds no time, no number and no seat, and its stamp is good for nothing but this list: nothing leads from a
/// name to an entry or a ballot. The rows of a session are written anew in random order whenever one comes in, and the
/// log is emptied, so that neither file tells in which order people signed up.
///
/// Safe on any thread: one connection behind a mutex. Every call waits for the disk: never on an I/O thread. When a
/// call returns, its change is durable. All throw store::write_failed when the disk does not take it; then nothing
/// changed.
class sign_up_store {
public:
    /// Opens or creates the file, empties its log of what a stopped program left there, and brings it to the newest
    /// format. The codec must outlive it.
    sign_up_store(const std::filesystem::path&, const codec&);

    /// Replaces what this stamp said before, unless that had the same counter or a higher one. Of what was taken back
    /// the counter stays alone, so that an older envelope that comes late does not bring the name back.
    void put(const domain::session_id&, const domain::stamp_hash&, std::uint32_t counter, const domain::sign_up&);

    /// Whether this stamp has said this already, or something newer.
    [[nodiscard]] bool holds(const domain::session_id&, const domain::activity_id&, const domain::stamp_hash&,
                             std::uint32_t counter);

    /// Without what was taken back. In no particular order.
    [[nodiscard]] std::vector<domain::sign_up> list(const domain::session_id&);

    /// Erases whoever stands under exactly this name and contact in one activity; false if nobody does.
    bool remove(const domain::session_id&, const domain::activity_id&, const std::string& name,
                const std::string& contact);

    /// Erases everything of a session.
    void forget(const domain::session_id&);

private:
    const codec& codec_;
    std::mutex mutex_;
    SQLite::Database database_;  ///< under mutex_
};

}  // namespace klartext::store
