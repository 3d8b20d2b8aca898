#include "store/final_rows.hpp"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <limits>

#include "crypto/crypto.hpp"

namespace klartext::store {
namespace {

/// A source of random bits for std::ranges::shuffle.
struct unforeseeable {
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() const {
        result_type bits = 0;
        for (const auto byte : crypto::random_bytes<sizeof bits>()) bits = bits << 8U | byte;
        return bits;
    }
};

void forget_activity(final_rows& rows, const domain::activity_id& activity) {
    const auto belongs = [&](const auto& element) { return element.first.first == activity; };
    rows.activities.erase(activity);
    std::erase_if(rows.entries, belongs);
    std::erase_if(rows.ballots, belongs);
    std::erase_if(rows.up_votes, belongs);
    std::erase_if(rows.spent, [&](const auto& key) { return key.first == activity; });
    rows.removed.insert(activity);
}

std::size_t weight(const std::string& text) { return sizeof text + text.size(); }

template <class Texts>
std::size_t weight_of_texts(const Texts& texts) {
    std::size_t sum = 0;
    for (const auto& text : texts) sum += weight(text);
    return sum;
}

constexpr std::size_t map_node = 48;

template <class Number>
requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> std::size_t weight(Number) { return 0; }
template <class T>
std::size_t weight(const std::optional<T>& value) {
    return value ? weight(*value) : 0;
}
template <class T>
std::size_t weight(const std::vector<T>& values);
template <class Key, class T>
std::size_t weight(const std::map<Key, T>& values) {
    std::size_t sum = 0;
    for (const auto& [key, value] : values) sum += map_node + weight(value);
    return sum;
}
template <class T>
std::size_t weight(const std::vector<T>& values) {
    std::size_t sum = values.size() * sizeof(T);
    for (const auto& value : values) sum += weight(value);
    return sum;
}

std::size_t weight(const domain::ballot& ballot) {
    const auto members = []<class Ballot>(const Ballot& own) {
        std::size_t sum = 0;
        boost::mp11::mp_for_each<boost::describe::describe_members<Ballot, boost::describe::mod_public>>(
            [&](auto member) { sum += weight(own.*member.pointer); });
        return sum;
    };
    return sizeof ballot + std::visit(members, ballot);
}

std::size_t weight(const domain::entry& entry) {
    const auto pending = entry.pending && entry.pending->text ? entry.pending->text->size() : 0;
    return sizeof entry + entry.text.size() + pending;
}

}  // namespace

void final_rows::absorb(live::session_rows batch) {
    for (const auto& activity : batch.removed_activities) forget_activity(*this, activity);
    if (batch.head) head = std::move(batch.head);
    for (auto& row : batch.activities) {
        auto key = row.activity.planned.id;
        activities.insert_or_assign(std::move(key), std::move(row));
    }
    for (auto& row : batch.entries) {
        auto key = entry_key{row.activity, row.id};
        entries.insert_or_assign(std::move(key), std::move(row));
    }
    for (auto& row : batch.ballots) {
        auto key = spent_key{row.activity, row.stamp};
        ballots.insert_or_assign(std::move(key), std::move(row));
    }
    for (auto& row : batch.up_votes) {
        auto key = spent_key{row.activity, row.stamp};
        up_votes.insert_or_assign(std::move(key), std::move(row));
    }
    for (auto& row : batch.spent) spent.emplace(std::move(row.activity), row.stamp);
    seats.insert(batch.seats.begin(), batch.seats.end());
    rewrite_ballots = rewrite_ballots || batch.rewrite_ballots;
    forget_seats = forget_seats || batch.forget_seats;
    if (!forget_seats) return;
    spent.clear();
    up_votes.clear();
}

bool final_rows::empty() const {
    return !head && removed.empty() && activities.empty() && entries.empty() && ballots.empty() && up_votes.empty() &&
           spent.empty() && seats.empty() && !rewrite_ballots && !forget_seats;
}

std::vector<row_reference> in_random_order(const final_rows& rows) {
    std::vector<row_reference> all;
    all.reserve(1 + rows.activities.size() + rows.entries.size() + rows.ballots.size() + rows.up_votes.size() +
                rows.spent.size());
    if (rows.head) all.emplace_back(&*rows.head);
    for (const auto& [key, row] : rows.activities) all.emplace_back(&row);
    for (const auto& [key, row] : rows.entries) all.emplace_back(&row);
    for (const auto& [key, row] : rows.ballots) all.emplace_back(&row);
    for (const auto& [key, row] : rows.up_votes) all.emplace_back(&row);
    for (const auto& key : rows.spent) all.emplace_back(&key);
    std::ranges::shuffle(all, unforeseeable{});
    return all;
}

std::vector<domain::seat_hash> seats_in_random_order(const final_rows& rows) {
    std::vector<domain::seat_hash> all(rows.seats.begin(), rows.seats.end());
    std::ranges::shuffle(all, unforeseeable{});
    return all;
}

std::size_t weight(const live::session_rows& rows) {
    std::size_t sum = sizeof rows;
    if (rows.head) sum += weight(rows.head->frozen_notice) + weight(rows.head->settings.notice);
    for (const auto& row : rows.activities) {
        sum += sizeof row + weight(row.activity.planned.prompt) + weight_of_texts(row.activity.items);
        sum += row.activity.clusters.size() * sizeof(domain::cluster);
        for (const auto& each : row.activity.tags) sum += sizeof each + weight(each.name) + weight(each.meaning);
        for (const auto& each : row.activity.measures) sum += sizeof each + weight(each.what) + weight(each.who);
        for (const auto& each : row.activity.texts.texts) sum += sizeof each + weight(each.text);
    }
    for (const auto& row : rows.entries) sum += sizeof row + weight(row.entry);
    for (const auto& row : rows.ballots) sum += sizeof row + weight(row.ballot.ballot);
    for (const auto& row : rows.up_votes)
        sum +=
            sizeof row + (row.kept.entries.size() + row.kept.published.size()) * (map_node + sizeof(domain::entry_id));
    sum += rows.removed_activities.size() * sizeof(domain::activity_id);
    return sum + rows.spent.size() * sizeof(live::session_rows::spent_row) +
           rows.seats.size() * sizeof(domain::seat_hash);
}

}  // namespace klartext::store
