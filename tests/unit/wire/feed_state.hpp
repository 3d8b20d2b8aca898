#pragma once
#include "wire/feed_writer.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A small workshop to look at through the feed.
namespace klartext::wire {

inline domain::entry_id entry_of(std::uint8_t n) { return {{n}}; }
inline std::string hex_of(std::uint8_t n) {
    constexpr std::string_view digits = "0123456789abcdef";
    return std::string{digits[n / 16], digits[n % 16]} + std::string(30, '0');
}

inline domain::entry shown_entry(std::string text) {
    domain::entry entry;
    entry.text = std::move(text);
    entry.shown = true;
    return entry;
}

inline domain::activity activity_of(std::string id, domain::activity_plan plan, domain::phase phase) {
    domain::activity activity;
    activity.planned = {{std::move(id)}, "Titel", "**Frage** <script>", 10, std::move(plan)};
    activity.phase = phase;
    return activity;
}

inline domain::activity collecting(domain::phase phase = domain::phase::open) {
    domain::collect_plan plan;
    plan.sections.push_back({"platz", "Platz", ""});
    plan.comments = true;
    return activity_of("ideen", std::move(plan), phase);
}

inline domain::activity voting(domain::phase phase, int ballots = 0) {
    auto vote = activity_of(
        "termin", domain::vote_plan{domain::single_choice_rules{}, std::vector<std::string>{"Mo", "Di"}}, phase);
    if (phase != domain::phase::planned) vote.items = {"Mo", "Di"};
    vote.slot = 0;
    for (int each = 0; each < ballots; ++each)
        vote.ballots[{{static_cast<std::uint8_t>(each)}}] = {1, domain::single_choice_ballot{0}};
    return vote;
}

inline domain::session_state session_with(std::vector<domain::activity> agenda) {
    domain::session_state state;
    state.head.settings = {"Ottensen", domain::language::de, "geplanter Hinweis", false};
    state.head.phase = domain::session_phase::running;
    state.head.frozen_notice = "versprochener Hinweis";
    state.agenda = std::move(agenda);
    return state;
}

inline std::string snapshot_text(const domain::session_state& state, domain::audience to, feed_numbers numbers = {}) {
    return write_snapshot({{1}}, "K7M2XQ4T", state, numbers, to, {"e", 7},
                          std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{1234}});
}

inline nlohmann::json agenda_seen(const domain::session_state& state, domain::audience to, feed_numbers numbers = {}) {
    return nlohmann::json::parse(snapshot_text(state, to, std::move(numbers)))["session"]["agenda"];
}

/// The changes of an update; null if nothing is told.
inline nlohmann::json told(const domain::session_state& state, std::vector<domain::change> changes,
                           domain::audience to = domain::audience::participants, feed_numbers numbers = {}) {
    const auto text = write_update(state, changes, numbers, to, {"e", 8});
    return text ? nlohmann::json::parse(text->text)["changes"] : nlohmann::json();
}

}  // namespace klartext::wire
