#pragma once
#include "domain/session_state.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

/// A workshop in memory for tests: gives commands, applies what follows, keeps the clock.
namespace klartext::domain {

inline entry_id entry_nr(std::uint8_t n) { return {.bytes = {n}}; }
inline stamp_hash stamp_nr(std::uint8_t n) { return {.bytes = {n}}; }
inline edit_hash proof_nr(std::uint8_t n) { return {.bytes = {1, n}}; }
inline cluster_id cluster_nr(std::uint8_t n) { return {.bytes = {n}}; }

struct workshop : ::testing::Test {
    session_state state;
    circumstances at{minute{std::chrono::minutes{29'000'000}}, std::chrono::seconds{1000}, 12};

    result<std::vector<change>> attempt(const command& wanted) {
        auto decided = decide(state, wanted, at);
        if (decided)
            for (const auto& each : *decided) apply(state, each);
        return decided;
    }
    std::vector<change> does(const command& wanted) { return attempt(wanted).value(); }
    refusal refused(const command& wanted) {
        const auto before = state;
        const auto decided = attempt(wanted);
        EXPECT_TRUE(state == before) << "a refusal changes nothing";
        return decided ? throw std::logic_error("was not refused") : decided.error();
    }

    static planned_activity collect(std::string id, collect_plan plan = {}) {
        return {{std::move(id)}, "Ideen", "Was fehlt?", 10, std::move(plan)};
    }
    static planned_activity vote(std::string id, method_rules rules, std::vector<std::string> items) {
        return {{std::move(id)}, "Abstimmung", "", std::nullopt, vote_plan{rules, std::move(items)}};
    }
    void start_with(std::vector<planned_activity> agenda) {
        does(edit_session{{.title = "Auftakt"}});
        for (auto& each : agenda) does(add_activity{std::move(each), std::nullopt});
        does(start_session{"Hinweis"});
    }
    void open(const std::string& id) { does(open_activity{{id}}); }
    void close(const std::string& id) { does(close_activity{{id}}); }

    drop_entry card(std::uint8_t n, std::string text = "Mehr Bäume") const {
        return {{"ideas"}, entry_nr(n), stamp_nr(n), proof_nr(n), std::move(text), "", std::nullopt, ""};
    }
    std::vector<change> drop(std::uint8_t n, std::string text = "Mehr Bäume") { return does(card(n, std::move(text))); }
    std::vector<change> comment(std::uint8_t n, std::uint8_t on) {
        auto written = card(n, "Gute Idee");
        written.on = entry_nr(on);
        return does(written);
    }
    const entry& entry_at(std::uint8_t n) { return state.find({"ideas"})->entries.at(entry_nr(n)); }
    std::vector<entry_id> shown_in(const std::vector<change>& changes) {
        for (const auto& each : changes)
            if (const auto* shown = std::get_if<entries_shown>(&each)) return shown->entries;
        return {};
    }
};

}  // namespace klartext::domain
