#include "store/codec.hpp"

namespace klartext::store {
namespace {

constexpr char plain_format = 0;

}  // namespace

std::string plain_codec::seal(std::string_view content) const {
    std::string stored(1, plain_format);
    stored += content;
    return stored;
}

std::string plain_codec::open(std::string_view stored) const {
    if (stored.empty() || stored.front() != plain_format) throw unreadable_content("content of an unknown format");
    return std::string(stored.substr(1));
}

}  // namespace klartext::store
