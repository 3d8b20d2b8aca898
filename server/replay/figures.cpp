#include "replay/figures.hpp"

#include <nlohmann/json.hpp>
#include <regex>

namespace klartext::replay {
namespace {

using nlohmann::json;

struct counting {
    figures& to;

    void add(std::size_t item, const std::string& place, int number = 1) { to[item]["/" + place] += number; }

    /// Lists of items.
    void named(const json& ballot, const char* field, const char* figure) {
        const auto items = ballot.value(field, json::array());
        if (items.is_array())
            for (const auto& item : items) add(item.get<std::size_t>(), figure);
    }

    /// Numbers by item.
    void spent(const json& ballot, const char* field) {
        const auto spent = ballot.value(field, json::object());
        for (const auto& [item, number] : spent.items()) add(std::stoul(item), field, number.get<int>());
    }

    /// Judgements by item, or by item and criterion.
    void judged(const json& ballot, const char* field, const char* figure) {
        const auto judged = ballot.value(field, json::object());
        for (const auto& [item, value] : judged.items())
            if (value.is_number()) add(std::stoul(item), figure);
    }

    void answered(const json& ballot) {
        const auto answers = ballot.value("answers", json::object());
        for (const auto& [item, text] : answers.items()) add(std::stoul(item), "count");
    }

    void resisted(const json& ballot) {
        const auto resistance = ballot.value("resistance", json::object());
        for (const auto& [item, step] : resistance.items())
            add(std::stoul(item), "steps/" + std::to_string(step.get<int>()));
    }

    void unjudged(const json& ballot) {
        const auto unjudged = ballot.value("cannotJudge", json());
        if (!unjudged.is_object()) return named(ballot, "cannotJudge", "cannotJudge");
        for (const auto& [item, criteria] : unjudged.items())
            for (const auto& criterion : criteria)
                add(std::stoul(item), "criteria/" + std::to_string(criterion.get<int>()) + "/cannotJudge");
    }

    void stances(const json& ballot) {
        const auto stances = ballot.value("stances", json::object());
        for (const auto& [item, stance] : stances.items()) add(std::stoul(item), stance.get<std::string>());
    }

    void ranked(const json& ballot) {
        named(ballot, "ranking", "ranked");
        const auto ranking = ballot.value("ranking", json::array());
        if (!ranking.empty()) add(ranking.front().get<std::size_t>(), "first");
    }

    void operator()(const json& ballot) {
        if (ballot.contains("choice")) add(ballot["choice"].get<std::size_t>(), "count");
        named(ballot, "chosen", "count");
        named(ballot, "approved", "approvals");
        for (const char* field : {"dots", "points"}) spent(ballot, field);
        judged(ballot, "ratings", "judgements");
        judged(ballot, "resistance", "judgements");
        judged(ballot, "estimates", "estimates");
        answered(ballot);
        resisted(ballot);
        unjudged(ballot);
        stances(ballot);
        ranked(ballot);
    }
};

/// Borda's points do not come from one ballot alone, nor do the steps of a scale whose start the minutes do not tell.
const std::regex& counted_by(const std::string& method) {
    static const std::regex always(
        "/(count|dots|agree|pass|disagree|approvals|first|ranked|estimates|judgements|cannotJudge|"
        "criteria/[0-9]+/cannotJudge)");
    static const std::regex of_points("/points");
    static const std::regex of_resistance("/(judgements|steps/[0-9]+)");
    if (method == "points") return of_points;
    return method == "consensing" ? of_resistance : always;
}

}  // namespace

figures figures_expected(const std::vector<std::string>& ballots) {
    figures all;
    counting count{all};
    for (const auto& ballot : ballots) count(json::parse(ballot));
    return all;
}

std::map<std::string, int> figures_found(const std::string& method, const json& item) {
    std::map<std::string, int> found;
    const auto all = item.flatten();
    for (const auto& [place, figure] : all.items())
        if (figure.is_number_integer() && std::regex_match(place, counted_by(method))) found[place] = figure.get<int>();
    return found;
}

}  // namespace klartext::replay
