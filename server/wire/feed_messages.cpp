#include "wire/feed_messages.hpp"

#include "wire/bridge.hpp"

namespace klartext::wire {

result<feed_message> read_feed_message(std::string_view json) {
    return bridge::read_message<feed_message>(json, no_limit);
}
result<removed_entries> read_removed_entries(std::string_view json) {
    return bridge::read_message<removed_entries>(json, no_limit);
}

std::string write(const feed_message& message) { return bridge::write_message(message); }
std::string write(const removed_entries& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
