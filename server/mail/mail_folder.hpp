#pragma once
#include <filesystem>

#include "mail/transport.hpp"

namespace klartext::mail {

/// Writes each mail into a folder as `<id>.eml`, complete or not at all, readable by the owner alone; a mail written
/// again replaces itself. For development and for people without a mail server: the mails stay until somebody deletes
/// them.
class mail_folder final : public transport {
public:
    /// Creates the folder where missing. Throws std::filesystem::filesystem_error.
    explicit mail_folder(std::filesystem::path);
    /// `later` when the folder does not take it.
    delivery carry(const parcel&, std::stop_token) override;

private:
    std::filesystem::path folder_;
};

}  // namespace klartext::mail
