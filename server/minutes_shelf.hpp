#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "crypto/signing.hpp"
#include "mail/message.hpp"
#include "protocol/documents.hpp"
#include "store/session_files.hpp"

namespace klartext {

/// Minutes made from what is stored, whenever somebody asks. Those of a closed session come with a signed list of their
/// files, and print its fingerprints; before the close they are a preview and say so. Blocks: for worker threads, any
/// number of them. Throws if the disk does.
class minutes_shelf {
public:
    /// The files and the key must outlive this.
    minutes_shelf(const store::session_files& files, const crypto::signing_key& key, protocol::house whose = {})
        : files_(files), key_(key), house_(std::move(whose)) {}

    /// "minutes.html", "csv/02-ideen.csv", "SHA256SUMS"; nothing if there is no such session or file. The list and its
    /// signature take as long as all other files together, once for the same minutes.
    [[nodiscard]] std::optional<protocol::document> find(const domain::session_id&, const std::string& name) const;

    /// The mail that brings the minutes of a closed session; nothing before its close. `base` is the public URL.
    /// Where an attachment cannot be made the mail comes without any, if it has a link.
    [[nodiscard]] std::optional<mail::outgoing> as_mail(const domain::session_id&, const std::string& base) const;

    /// What is remembered of a session, which holds titles of its steps: for one that is deleted.
    void forget(const domain::session_id&);

    /// Whether as_mail would give this mail again.
    [[nodiscard]] bool is_current(const domain::session_id&, const mail::outgoing&) const;

private:
    /// The list of a session's folder as it was written last. Nothing but edit_minutes changes the minutes of a closed
    /// session, and all that it changes in them is in minutes.json.
    struct known_list {
        crypto::digest of_json;
        std::string list;
    };

    [[nodiscard]] protocol::minutes written(const live::stored_session&) const;
    [[nodiscard]] protocol::signed_list signed_folder(const domain::session_id&, const protocol::minutes&) const;
    [[nodiscard]] std::string list_of_folder(const domain::session_id&, const protocol::minutes&) const;

    const store::session_files& files_;
    const crypto::signing_key& key_;
    protocol::house house_;
    mutable std::mutex guard_;
    mutable std::map<domain::session_id, known_list> lists_;
};

}  // namespace klartext
