#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace klartext::store {

/// Stored content that this program cannot read: damaged, or of a newer format.
class unreadable_content : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The one door through which all content of a session (titles, prompts, notices, texts, items, ballots) passes on its
/// way to and from the disk. The first byte of what is stored names the format, so that a second format needs no
/// migration. Safe on any thread.
class codec {
public:
    virtual ~codec() = default;
    [[nodiscard]] virtual std::string seal(std::string_view content) const = 0;
    /// Throws unreadable_content.
    [[nodiscard]] virtual std::string open(std::string_view stored) const = 0;
};

/// Stores content as it is.
class plain_codec final : public codec {
public:
    [[nodiscard]] std::string seal(std::string_view content) const override;
    [[nodiscard]] std::string open(std::string_view stored) const override;
};

}  // namespace klartext::store
