#pragma once
#include <optional>
#include <string>
#include <type_traits>

#include "crypto/signing.hpp"
#include "kept_documents.hpp"
#include "mail/message.hpp"
#include "protocol/documents.hpp"
#include "store/session_files.hpp"

namespace klartext {

/// Minutes made from what is stored, whenever somebody asks. Those of a closed session come with a signed list of their
/// files, and print its fingerprints; they are kept in memory while people ask. Before the close they are a
/// preview, say so, and are made each time. Blocks: for worker threads, any number of them. Throws if the disk does.
class minutes_shelf {
public:
    /// Files, key and what is kept must outlive this. Whoever deletes a session lets `kept` forget it, after its files
    /// are gone.
    minutes_shelf(const store::session_files&, const crypto::signing_key&, kept_documents&, protocol::house = {});

    /// "minutes.html", "csv/02-ideen.csv", "SHA256SUMS"; nothing if there is no such session or file. The list and its
    /// signature take as long as all other files together.
    [[nodiscard]] std::optional<protocol::document> find(const domain::session_id&, const std::string& name) const;

    /// The mail that brings the minutes of a closed session; nothing before its close. `base` is the public URL.
    /// Where an attachment cannot be made the mail comes without any, if it has a link.
    [[nodiscard]] std::optional<mail::outgoing> as_mail(const domain::session_id&, const std::string& base) const;

    /// Whether as_mail would give this mail again.
    [[nodiscard]] bool is_current(const domain::session_id&, const mail::outgoing&) const;

private:
    /// What is written down, and the hash of its JSON, which says all that the other files say.
    struct script {
        protocol::minutes minutes;
        crypto::digest of_json;
    };

    [[nodiscard]] script written(const live::stored_session&) const;

    /// Makes documents from those that are kept, and keeps those that are new.
    template <class Make>
    [[nodiscard]] std::invoke_result_t<Make, protocol::made_documents&> with_kept(const domain::session_id&,
                                                                                  const script&, Make) const;

    const store::session_files& files_;
    const crypto::signing_key& key_;
    kept_documents& kept_;
    protocol::list_signer sign_;
    protocol::house house_;
};

}  // namespace klartext
