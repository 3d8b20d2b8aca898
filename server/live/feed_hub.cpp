#include "live/feed_hub.hpp"

#include <algorithm>

namespace klartext::live {
namespace {

constexpr std::size_t most_told = 1000;

}  // namespace

void deliver(feed_sink& sink, const std::shared_ptr<const std::string>& message, in_turn& each) {
    if (!each([&] { sink.send(message); })) each([&] { sink.end(feed_end::restart); });
}

feed_hub::feed_hub(std::string epoch) : epoch_(std::move(epoch)) {}

void feed_hub::add(std::shared_ptr<feed_sink> sink, domain::audience to, std::optional<domain::seat_hash> seat) {
    if (seat) ++seats_[*seat];
    listeners_.push_back({std::move(sink), to, seat});
}

void feed_hub::leave(const listener& gone) {
    if (!gone.seat) return;
    const auto feeds = seats_.find(*gone.seat);
    if (--feeds->second == 0) seats_.erase(feeds);
}

void feed_hub::remove(const feed_sink& sink) {
    const auto found = std::ranges::find(listeners_, &sink, [](const listener& each) { return each.sink.get(); });
    if (found == listeners_.end()) return;
    leave(*found);
    listeners_.erase(found);
}

void feed_hub::send(const broadcast& message, in_turn& each) {
    for (const auto& listener : listeners_)
        if (const auto& bytes = message.parts.at(stream_of(listener.to)).bytes) deliver(*listener.sink, bytes, each);
    for (std::size_t number = 0; number < streams; ++number)
        if (message.parts.at(number).bytes) remember(streams_.at(number), message.parts.at(number));
}

void feed_hub::remember(stream& stream, const broadcast::part& part) {
    stream.told.push_back(part);
    stream.bytes += part.bytes->size();
    while (stream.told.size() > most_told || (stream.bytes > most_missed_bytes && stream.told.size() > 1)) {
        stream.bytes -= stream.told.front().bytes->size();
        stream.told.pop_front();
    }
}

void feed_hub::end_all(feed_end why, in_turn& each) {
    for (const auto& listener : listeners_) each([&] { listener.sink->end(why); });
}

std::optional<std::vector<std::shared_ptr<const std::string>>> feed_hub::since(const feed_position& from,
                                                                               domain::audience audience) const {
    if (from.epoch != epoch_) return std::nullopt;
    const auto& told = streams_.at(stream_of(audience)).told;
    const std::uint64_t last = told.empty() ? 0 : told.back().revision;
    const std::uint64_t first = told.empty() ? 1 : told.front().revision;
    if (from.revision > last || from.revision + 1 < first) return std::nullopt;
    std::vector<std::shared_ptr<const std::string>> missed;
    for (const auto& part : told)
        if (part.revision > from.revision) missed.push_back(part.bytes);
    return missed;
}

void feed_hub::start_epoch(std::string epoch) {
    epoch_ = std::move(epoch);
    streams_ = {};
}

}  // namespace klartext::live
