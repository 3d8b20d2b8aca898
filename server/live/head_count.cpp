#include "live/head_count.hpp"

namespace klartext::live {
namespace {

constexpr int unlike_any = -1;

int common(int one, int other) { return one == other ? one : unlike_any; }

head_count::progress common(const head_count::progress& one, const head_count::progress& other) {
    return {common(one.waiting, other.waiting), common(one.ballots, other.ballots)};
}

template <class Number>
void keep_common(std::map<domain::activity_id, Number>& ours, const std::map<domain::activity_id, Number>& theirs,
                 const Number& unlike) {
    for (auto& [id, number] : ours) {
        const auto other = theirs.find(id);
        number = common(number, other == theirs.end() ? unlike : other->second);
    }
    for (const auto& [id, number] : theirs) ours.emplace(id, unlike);
}

template <class Number>
void take_over_one(std::map<domain::activity_id, Number>& told, const std::map<domain::activity_id, Number>& now,
                   const domain::activity_id& id) {
    if (const auto found = now.find(id); found != now.end()) told.insert_or_assign(id, found->second);
}

}  // namespace

head_count known_to_all(head_count one, const head_count& other) {
    one.connected = common(one.connected, other.connected);
    one.round_stamps = common(one.round_stamps, other.round_stamps);
    keep_common(one.stamp_batches, other.stamp_batches, unlike_any);
    keep_common(one.activities, other.activities, head_count::progress{unlike_any, unlike_any});
    return one;
}

void take_over(head_count& told, const head_count& now, const domain::activity_id& id) {
    take_over_one(told.stamp_batches, now.stamp_batches, id);
    take_over_one(told.activities, now.activities, id);
}

}  // namespace klartext::live
