#include "store/content_bytes.hpp"

#include "store/codec.hpp"

namespace klartext::store {
namespace {

constexpr unsigned group_bits = 7;
constexpr std::uint64_t more = 0x80;

void put(std::string& bytes, std::uint64_t value) {
    for (; value >= more; value >>= group_bits) bytes += static_cast<char>((value & (more - 1)) | more);
    bytes += static_cast<char>(value);
}

[[noreturn]] void damaged() { throw unreadable_content("stored content is damaged"); }

}  // namespace

void content_writer::number(std::int64_t value) {
    const auto sign = static_cast<std::uint64_t>(value < 0 ? -1 : 0);
    put(bytes_, (static_cast<std::uint64_t>(value) << 1U) ^ sign);
}

void content_writer::count(std::size_t value) { put(bytes_, value); }

void content_writer::text(std::string_view text) {
    put(bytes_, text.size());
    bytes_ += text;
}

std::uint64_t content_reader::groups() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += group_bits) {
        if (rest_.empty()) damaged();
        const auto group = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        value |= (group & (more - 1)) << shift;
        if (group < more) return value;
    }
    damaged();
}

std::int64_t content_reader::number() {
    const auto zigzag = groups();
    return static_cast<std::int64_t>((zigzag >> 1U) ^ (~(zigzag & 1U) + 1U));
}

std::size_t content_reader::count() {
    const auto value = groups();
    if (value > rest_.size()) damaged();
    return value;
}

std::string content_reader::text() {
    const auto size = count();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
}

void content_reader::end() const {
    if (!rest_.empty()) damaged();
}

}  // namespace klartext::store
