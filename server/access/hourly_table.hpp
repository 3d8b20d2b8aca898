#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "crypto/crypto.hpp"

namespace klartext::access {

/// Turns a text into a number that means nothing an hour later.
class hourly_key {
public:
    /// True when the hour is over (or the clock went back by more than a minute) and a new random key has begun.
    bool renew(std::chrono::sys_seconds now);
    [[nodiscard]] std::uint64_t hash(std::string_view text) const;

private:
    crypto::short_key key_ = crypto::random_bytes<16>();
    std::chrono::sys_seconds began_{};
};

/// Counters by a text that is not kept: in memory only, under a keyed hash, all forgotten when the hour's key is
/// destroyed. Never more than `bound` entries: when full, the entry whose `count` is least makes room.
/// Entry is default constructible with a public number `count`. Not thread safe.
template <class Entry>
class hourly_table {
public:
    explicit hourly_table(std::size_t bound) : bound_(bound) {}

    /// The entry of this text, a new one if need be. Valid until the next call.
    Entry& at(std::string_view text, std::chrono::sys_seconds now) {
        forget_last_hour(now);
        const auto hash = key_.hash(text);
        if (!entries_.contains(hash) && entries_.size() >= bound_) entries_.erase(least());
        return entries_[hash];
    }

    /// Null when nothing is known. Valid until the next call.
    Entry* find(std::string_view text, std::chrono::sys_seconds now) {
        forget_last_hour(now);
        const auto found = entries_.find(key_.hash(text));
        return found == entries_.end() ? nullptr : &found->second;
    }

    void forget(std::string_view text) { entries_.erase(key_.hash(text)); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    void forget_last_hour(std::chrono::sys_seconds now) {
        if (key_.renew(now)) entries_.clear();
    }

    auto least() {
        return std::ranges::min_element(entries_, {}, [](const auto& pair) { return pair.second.count; });
    }

    std::size_t bound_;
    hourly_key key_;
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace klartext::access
