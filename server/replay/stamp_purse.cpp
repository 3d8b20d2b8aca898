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

/// One stamp for each activity, for good.
bool keep_single(const json& told, std::map<std::string, std::string>& held) {
    bool same = true;
    for (const auto& each : told) {
        const auto stamp = each.at("stamp").get<std::string>();
        same = held.emplace(each.at("activity").get<std::string>(), stamp).first->second == stamp && same;
    }
    return same;
}

bool keep_sheets(const json& told, std::map<std::string, std::map<int, std::string>>& held) {
    bool same = true;
    for (const auto& each : told) {
        const auto stamp = each.at("stamp").get<std::string>();
        auto& turns = held[each.at("activity").get<std::string>()];
        same = turns.emplace(each.at("turn").get<int>(), stamp).first->second == stamp && same;
    }
    return same;
}

std::optional<std::string> found_in(const std::map<std::string, std::string>& held, const std::string& activity) {
    const auto found = held.find(activity);
    return found == held.end() ? std::nullopt : std::optional(found->second);
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
            auto fresh = told.at("stamps").get<stamps>();
            auto& held = cards_[told.at("activity").get<std::string>()];
            same = same && continues(held, fresh) && fresh.size() >= held.size();
            held = std::move(fresh);  // brainwriting gives more of them in each turn
        }
        same = keep_single(drawn.at("upVotes"), up_votes_) && same;
        same = keep_single(drawn.at("signUps"), sign_ups_) && same;
        same = keep_sheets(drawn.at("sheets"), sheets_) && same;
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

std::optional<std::string> stamp_purse::up_votes(const std::string& activity) const {
    return found_in(up_votes_, activity);
}

std::optional<std::string> stamp_purse::sign_up(const std::string& activity) const {
    return found_in(sign_ups_, activity);
}

std::optional<stamp_purse::sheet_stamp> stamp_purse::sheet(const std::string& activity) const {
    const auto held = sheets_.find(activity);
    if (held == sheets_.end()) return std::nullopt;
    return sheet_stamp{held->second.rbegin()->first, held->second.rbegin()->second};
}

bool stamp_purse::last_answer_named(const std::string& activity) const {
    return std::ranges::find(named_, activity) != named_.end();
}

}  // namespace klartext::replay
