#include "protocol/methods/contest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "protocol/label.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

// As many columns as a printed page has room for.
constexpr std::size_t most_pairs = 10, most_rounds = 6;

struct teller {
    const vote& voted;
    language in;
    const contest& of = *voted.contest;
    items sorted = ranked(voted);

    std::string number(std::size_t n) const { return number_of(in, static_cast<long long>(n)); }
    std::string name(std::size_t item) const { return quoted(voted.items.at(item), in); }
    std::size_t place_in_list(const vote_item* item) const { return static_cast<std::size_t>(item - &voted.items[0]); }

    std::string names(const std::vector<std::size_t>& listed) const {
        constexpr std::size_t most = 5;
        std::vector<std::string> all;
        for (std::size_t at = 0; at < std::min(listed.size(), most); ++at) all.push_back(name(listed[at]));
        if (listed.size() > most) all.push_back(counted(in, "cover.more", static_cast<int>(listed.size() - most)));
        return enumerated(all, in);
    }

    std::vector<std::string> words_of_pairs() const {
        std::vector<std::string> words{text_of(in, "pairs.how")};
        if (of.beats_all) {
            words.push_back(text_of(in, "pairs.winner", {{"item", name(*of.beats_all)}}));
        } else {
            words.push_back(text_of(in, "pairs.no_winner"));
            words.push_back(of.smith_set.size() < voted.items.size()
                                ? text_of(in, "pairs.smith", {{"items", names(of.smith_set)}})
                                : text_of(in, "pairs.smith_all"));
        }
        if (sorted.size() > most_pairs) words.push_back(text_of(in, "pairs.in_json"));
        return words;
    }

    std::variant<std::monostate, table, bullets> table_of_pairs() const {
        if (sorted.size() > most_pairs) return {};
        table made{.caption = text_of(in, "pairs.caption"),
                   .note = text_of(in, "pairs.note"),
                   .columns = {{text_of(in, "item.ranking"), false}},
                   .rows = {}};
        for (std::size_t at = 0; at < sorted.size(); ++at) {
            made.columns.push_back({text_of(in, "pairs.against", {{"n", number(at + 1)}}), true});
            auto& row = made.rows.emplace_back();
            row.push_back(text_of(in, "numbered", {{"n", number(at + 1)}, {"text", sorted[at]->text}}));
            for (const auto* other : sorted) row.push_back(preferring(sorted[at], other));
        }
        return made;
    }

    std::string preferring(const vote_item* one, const vote_item* other) const {
        if (one == other) return "–";
        return number_of(in, of.pairs.at(place_in_list(one)).at(place_in_list(other)));
    }

    std::string outcome_of_runoff() const {
        if (of.runoff_best) return text_of(in, "runoff.winner", {{"item", name(*of.runoff_best)}});
        return text_of(in, "runoff.no_winner");
    }

    std::string ties_of_runoff() const {
        std::vector<std::string> rounds;
        for (std::size_t at = 0; at < of.runoff.size(); ++at)
            if (of.runoff[at].tied) rounds.push_back(number(at + 1));
        if (rounds.empty()) return text_of(in, "runoff.no_ties");
        return text_of(in, "runoff.ties", {{"rounds", enumerated(rounds, in)}});
    }

    std::string in_round(const contest::round& round, std::size_t item) const {
        const auto found = std::ranges::find(round.counts, item, &contest::count::item);
        return found == round.counts.end() ? "–" : number_of(in, found->ballots);
    }

    /// Of many rounds the last ones, with the items that were still in.
    table table_of_rounds() const {
        const auto first = of.runoff.size() - std::min(of.runoff.size(), most_rounds);
        table made{.caption = text_of(in, "runoff.caption"),
                   .note = text_of(in, "runoff.note"),
                   .columns = {{text_of(in, "item.ranking"), false}},
                   .rows = {}};
        for (auto at = first; at < of.runoff.size(); ++at)
            made.columns.push_back({text_of(in, "runoff.round", {{"n", number(at + 1)}}), true});
        for (const auto* item : sorted) {
            if (in_round(of.runoff[first], place_in_list(item)) == "–") continue;
            auto& row = made.rows.emplace_back();
            row.push_back(item->text);
            for (auto at = first; at < of.runoff.size(); ++at)
                row.push_back(in_round(of.runoff[at], place_in_list(item)));
        }
        auto& row = made.rows.emplace_back();
        row.push_back(text_of(in, "runoff.exhausted"));
        for (auto at = first; at < of.runoff.size(); ++at) row.push_back(number_of(in, of.runoff[at].exhausted));
        return made;
    }
};

}  // namespace

void add_contest(const vote& voted, language in, std::vector<addition>& all) {
    const teller of{voted, in};
    if (of.of.runoff.empty()) return;
    all.push_back({text_of(in, "pairs"), of.words_of_pairs(), of.table_of_pairs()});
    std::vector<std::string> words{text_of(in, "runoff.how"), text_of(in, "runoff.tie_rule"), of.ties_of_runoff(),
                                   of.outcome_of_runoff()};
    if (of.of.runoff.size() > most_rounds) words.push_back(text_of(in, "runoff.last_rounds"));
    all.push_back({text_of(in, "runoff"), std::move(words), of.table_of_rounds()});
}

void tell_contest(const contest& of, nlohmann::ordered_json& out) {
    out["pairs"] = of.pairs;
    if (of.beats_all) out["condorcetWinner"] = *of.beats_all;
    out["smithSet"] = of.smith_set;
    auto& rounds = out["runoff"] = nlohmann::ordered_json::array();
    for (const auto& each : of.runoff) {
        auto counts = nlohmann::ordered_json::array();
        for (const auto& count : each.counts) counts.push_back({{"item", count.item}, {"ballots", count.ballots}});
        rounds.push_back(
            {{"counts", counts}, {"exhausted", each.exhausted}, {"eliminated", each.eliminated}, {"tied", each.tied}});
    }
    if (of.runoff_best) out["runoffWinner"] = *of.runoff_best;
}

}  // namespace klartext::protocol
