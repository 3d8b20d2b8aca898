#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "mail/message.hpp"
#include "protocol/documents.hpp"
#include "store/session_files.hpp"

namespace klartext {

/// Minutes made from what is stored, whenever somebody asks. Blocks: for worker threads. Throws if the disk does.
class minutes_shelf {
public:
    explicit minutes_shelf(const store::session_files& files, protocol::house whose = {})
        : files_(files), house_(std::move(whose)) {}

    /// "minutes.html", "csv/02-ideen.csv"; nothing if there is no such session or file.
    [[nodiscard]] std::optional<protocol::document> find(const domain::session_id&, const std::string& name) const;

    /// The mail that brings the minutes of a closed session; nothing before its close. `base` is the public URL.
    [[nodiscard]] std::optional<mail::outgoing> as_mail(const domain::session_id&, const std::string& base) const;

private:
    const store::session_files& files_;
    protocol::house house_;
};

}  // namespace klartext
