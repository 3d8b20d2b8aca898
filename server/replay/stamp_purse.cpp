#include "replay/stamp_purse.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace klartext::replay {
namespace {

using nlohmann::json;
using stamps = std::vector<std::string>;

/// A longer list may follow a shorter one, but never with other stamps in the same places.
bool continues(const stamps& before, const stamps& now) {
    const auto common = static_cast<std::ptrdiff_t>(std::min(before.size(), now.size()));
    return std::equal(before.begin(), before.begin() + common, now.begin());
}

}  // namespace

bool stamp_purse::add(std::string_view stamps_json) {
    const auto drawn = json::parse(stamps_json, nullptr, false);
    if (drawn.is_discarded()) return false;
    try {
        const auto rounds = drawn.at("rounds").get<stamps>();
        const auto address = drawn.at("address").get<std::string>();
        bool same = continues(rounds_, rounds) && (address_.empty() || address_ == address);
        if (rounds.size() > rounds_.size()) rounds_ = rounds;
        for (const auto& told : drawn.at("secondRounds")) {
            const auto stamp = told.at("stamp").get<std::string>();
            const auto held = second_rounds_.emplace(told.at("slot").get<std::size_t>(), stamp).first;
            same = same && held->second == stamp;
        }
        address_ = address;
        for (const auto& told : drawn.at("cards")) {
            const auto fresh = told.at("stamps").get<stamps>();
            const auto held = cards_.emplace(told.at("activity").get<std::string>(), fresh).first;
            same = same && held->second == fresh;
        }
        named_.clear();
        for (const auto& told : drawn.at("entries")) {
            const auto activity = told.at("activity").get<std::string>();
            const auto batch = told.at("batch").get<int>();
            auto fresh = told.at("stamps").get<stamps>();
            named_.push_back(activity);
            const auto held = batches_.find(activity);
            if (held != batches_.end() && batch < held->second) continue;
            if (held != batches_.end() && batch == held->second) {
                same = same && fresh == newest_[activity];
                continue;
            }
            batches_[activity] = batch;
            auto& unused = unused_[activity];
            unused.insert(unused.end(), fresh.begin(), fresh.end());
            newest_[activity] = std::move(fresh);
        }
        return same;
    } catch (const json::exception&) {
        return false;
    }
}

std::optional<std::string> stamp_purse::take(const std::string& activity) {
    auto& unused = unused_[activity];
    if (unused.empty()) return std::nullopt;
    auto stamp = std::move(unused.front());
    unused.pop_front();
    return stamp;
}

std::optional<std::string> stamp_purse::take_card(const std::string& activity) {
    const auto held = cards_.find(activity);
    if (held == cards_.end()) return std::nullopt;
    auto& taken = cards_taken_[activity];
    if (taken == held->second.size()) return std::nullopt;
    return held->second[taken++];
}

std::optional<std::string> stamp_purse::round(std::size_t slot) const {
    if (slot >= rounds_.size()) return std::nullopt;
    return rounds_[slot];
}

std::optional<std::string> stamp_purse::second_round(std::size_t slot) const {
    const auto held = second_rounds_.find(slot);
    return held == second_rounds_.end() ? std::nullopt : std::optional(held->second);
}

bool stamp_purse::last_answer_named(const std::string& activity) const {
    return std::ranges::find(named_, activity) != named_.end();
}

}  // namespace klartext::replay
