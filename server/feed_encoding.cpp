#include "feed_encoding.hpp"

#include "wire/feed_writer.hpp"

namespace klartext {
namespace {

wire::feed_numbers numbers_of(const live::head_count& count) {
    wire::feed_numbers numbers{count.connected, count.round_stamps, count.stamp_batches, {}};
    for (const auto& [id, progress] : count.activities)
        numbers.progress.emplace(id, wire::activity_progress{progress.waiting, progress.ballots});
    return numbers;
}

wire::feed_position place_of(const live::feed_position& position) { return {position.epoch, position.revision}; }

}  // namespace

std::string feed_encoding::snapshot(const domain::session_id& id, const std::string& code,
                                    const domain::session_state& state, const live::head_count& count,
                                    domain::audience to, const live::feed_position& position) const {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return wire::write_snapshot(id, code, state, numbers_of(count), to, place_of(position), now);
}

std::optional<live::encoded_update> feed_encoding::update(const domain::session_state& state,
                                                          std::span<const domain::change> changes,
                                                          const live::head_count& count, domain::audience to,
                                                          const live::feed_position& position) const {
    auto written = wire::write_update(state, changes, numbers_of(count), to, place_of(position));
    if (!written) return std::nullopt;
    return live::encoded_update{std::move(written->text), std::move(written->described)};
}

std::optional<std::string> feed_encoding::numbers(const live::head_count& before, const live::head_count& now,
                                                  domain::audience to, const live::feed_position& position) const {
    return wire::write_numbers(numbers_of(before), numbers_of(now), to, place_of(position));
}

}  // namespace klartext
