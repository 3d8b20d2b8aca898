#include "replay/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/anonymity/small_group.hpp"
#include "domain/text.hpp"
#include "replay/figures.hpp"

namespace klartext::replay {
namespace {

using nlohmann::json;
using namespace nlohmann::literals;
constexpr std::size_t most_remarks = 20;

/// Entry, or comment under the entry with this text: how often.
struct pile {
    std::map<std::string, int> entries;
    std::map<std::pair<std::string, std::string>, int> comments;
};

std::string trimmed(const std::string& text) { return std::string(domain::trimmed(text)); }

std::map<std::string, pile> piles_expected(const expectation& expected) {
    std::map<std::string, pile> piles;
    for (const auto& entry : expected.entries) {
        if (entry.withdrawn) continue;
        auto& there = piles[entry.activity];
        if (entry.comment)
            ++there.comments[{trimmed(entry.parent), trimmed(entry.text)}];
        else
            ++there.entries[trimmed(entry.text)];
    }
    return piles;
}

pile pile_found(const json& activity) {
    pile found;
    for (const auto& entry : activity.at("entries")) {
        const auto text = entry.at("text").get<std::string>();
        // Withdrawn after others had commented on it: only its comments stand there.
        if (!text.empty()) ++found.entries[text];
        for (const auto& comment : entry.at("comments")) ++found.comments[{text, comment.get<std::string>()}];
    }
    return found;
}

class comparing {
public:
    reckoning made;

    template <class Key>
    void compare(const std::string& what, std::map<Key, int> expected, const std::map<Key, int>& found) {
        for (const auto& [key, count] : found) expected[key] -= count;
        int lost = 0, doubled = 0;
        for (const auto& [key, difference] : expected) (difference > 0 ? lost : doubled) += std::abs(difference);
        if (lost > 0) remark("{}: {} lost", what, lost);
        if (doubled > 0) remark("{}: {} too many", what, doubled);
        made.lost += static_cast<std::size_t>(lost);
        made.doubled += static_cast<std::size_t>(doubled);
    }

    void number_of_ballots(const std::string& activity, std::size_t expected, std::size_t found, std::size_t seats) {
        if (found < expected) {
            made.lost += expected - found;
            remark("{}: {} ballots lost", activity, expected - found);
        }
        if (found > expected) {
            made.doubled += found - expected;
            remark("{}: {} ballots too many", activity, found - expected);
        }
        if (found > seats) remark("{}: more ballots than seats", activity);
    }

    void figure(const std::string& activity, std::size_t item, const std::string& name, int expected, int found) {
        if (expected == found) return;
        ++made.wrong;
        remark("{}: item {}, {}: {} instead of {}", activity, item, name, found, expected);
    }

    template <class... Parts>
    void remark(fmt::format_string<Parts...> form, Parts&&... parts) {
        if (made.remarks.size() < most_remarks)
            made.remarks.push_back(fmt::format(form, std::forward<Parts>(parts)...));
    }
};

void compare_votes(const json& activity, const std::vector<std::string>& ballots, comparing& all) {
    const auto id = activity.at("id").get<std::string>();
    auto expected = figures_expected(ballots);
    const auto& items = activity.at("items");
    for (std::size_t number = 0; number < items.size(); ++number)
        for (const auto& [name, found] : figures_found(activity.value("method", ""), items[number]))
            all.figure(id, number, name, expected[number][name], found);
}

/// All that was said is counted when the step closes, if enough people support something by then.
void compare_up_votes(const json& activity, const std::vector<std::vector<std::string>>& seats, comparing& all) {
    const auto voters = std::ranges::count_if(seats, [](const auto& texts) { return !texts.empty(); });
    if (static_cast<std::size_t>(voters) < domain::fewest_ballots) return;
    const auto id = activity.at("id").get<std::string>();
    const auto published = activity.value("/upVotes/voters"_json_pointer, 0);
    all.figure(id, 0, "up-voters", static_cast<int>(voters), published);
    if (published == 0) return;
    std::map<std::string, int> expected;
    for (const auto& texts : seats)
        for (const auto& text : texts) ++expected[trimmed(text)];
    std::size_t number = 0;
    for (const auto& entry : activity.at("entries"))
        all.figure(id, number++, "up-votes", expected[entry.at("text").get<std::string>()], entry.value("upVotes", 0));
}

}  // namespace

reckoning reckon(const expectation& expected, std::string_view minutes_json) {
    comparing all;
    const auto minutes = json::parse(minutes_json);
    auto piles = piles_expected(expected);
    auto ballots = expected.ballots;
    for (const auto& activity : minutes.at("activities")) {
        const auto id = activity.at("id").get<std::string>();
        const auto found = pile_found(activity);
        all.compare(id + ": entries", piles[id].entries, found.entries);
        all.compare(id + ": comments", piles[id].comments, found.comments);
        const auto cast = ballots[id];
        all.number_of_ballots(id, cast.size(), activity.at("ballots").get<std::size_t>(), expected.participants);
        compare_votes(activity, cast, all);
        if (const auto seats = expected.up_votes.find(id); seats != expected.up_votes.end())
            compare_up_votes(activity, seats->second, all);
        piles.erase(id);
        ballots.erase(id);
    }
    for (const auto& [id, pile] : piles) {
        all.compare(id + ": entries", pile.entries, {});
        all.compare(id + ": comments", pile.comments, {});
    }
    for (const auto& [id, cast] : ballots) all.number_of_ballots(id, cast.size(), 0, expected.participants);
    return std::move(all.made);
}

}  // namespace klartext::replay
