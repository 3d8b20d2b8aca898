#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers and texts in a row of bytes: numbers as base-128 groups with the lowest first (zigzag where they may be
/// negative), texts as their length and their bytes, whatever these are.
namespace klartext::store {

class content_writer {
public:
    void number(std::int64_t);
    void count(std::size_t);
    void text(std::string_view);
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Views the bytes, which must outlive it. Everything throws unreadable_content where the bytes are not what a
/// content_writer makes.
class content_reader {
public:
    explicit content_reader(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] std::int64_t number();
    /// Of elements that follow and take at least one byte each.
    [[nodiscard]] std::size_t count();
    [[nodiscard]] std::string text();
    /// Throws when something is left.
    void end() const;

private:
    std::uint64_t groups();

    std::string_view rest_;
};

}  // namespace klartext::store
