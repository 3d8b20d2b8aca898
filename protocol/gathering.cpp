#include "protocol/gathering.hpp"

#include <algorithm>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

// More at the top than this are a number, not a list.
constexpr std::size_t named_at_the_top = 3;

std::string why_no_numbers(const activity& of, language in) {
    if (!of.up_votes->open_small_group) return text_of(in, "up_votes.withheld");
    return text_of(in, of.actual_minutes ? "up_votes.nobody" : "up_votes.waiting");
}

std::string words_of_up_votes(const activity& of, language in) {
    if (!has_counted_up_votes(of)) return why_no_numbers(of, in);
    const auto rule = text_of(in, of.up_votes->open_small_group ? "up_votes.rule_small" : "up_votes.rule");
    const bool parted = !of.clusters.empty() || !of.sections.empty();
    return counted(in, "up_votes", *of.up_votes->voters, {{"rule", rule}}) + " " +
           text_of(in, parted ? "up_votes.sorted_within" : "up_votes.sorted");
}

std::string quoted(const entry& card, language in) {
    return text_of(in, "quoted", {{"text", set_apart(shortened(first_line(card.text), 120))}});
}

}  // namespace

std::vector<std::string> rules_of_gathering(const activity& of, language in) {
    std::vector<std::string> said;
    if (of.up_votes) said.push_back(words_of_up_votes(of, in));
    if (of.brainwriting && of.brainwriting->turns > 0) said.push_back(counted(in, "turns", of.brainwriting->turns));
    return said;
}

bool has_counted_up_votes(const activity& of) { return of.up_votes && of.up_votes->voters; }

std::string up_votes_in_words(const activity& of, const entry& card, language in) {
    if (!has_counted_up_votes(of)) return {};
    return card.up_votes == 0 ? text_of(in, "up_votes.none") : counted(in, "value.count", card.up_votes);
}

std::string answered_in_words(const activity& of, language in) {
    const auto all = std::ranges::count_if(of.entries, [](const entry& each) { return !each.withdrawn; });
    const auto answered = std::ranges::count_if(of.entries, &entry::answered);
    if (answered == 0) return {};
    return counted(in, "answered.cards", static_cast<int>(all), {{"answered", number_of(in, answered)}});
}

std::vector<const entry*> supported_cards(const activity& of) {
    std::vector<const entry*> cards;
    if (!has_counted_up_votes(of)) return cards;
    for (const auto& each : of.entries)
        if (each.up_votes > 0) cards.push_back(&each);
    std::ranges::stable_sort(cards, std::greater(), &entry::up_votes);
    return cards;
}

std::string most_supported_in_words(const activity& of, language in) {
    const auto cards = supported_cards(of);
    if (cards.empty()) return {};
    const auto amount = counted(in, "value.count", cards.front()->up_votes);
    std::vector<std::string> first;
    for (const auto* each : cards)
        if (each->up_votes == cards.front()->up_votes) first.push_back(quoted(*each, in));
    if (first.size() == 1) return text_of(in, "up_votes.first", {{"items", first.front()}, {"amount", amount}});
    if (first.size() > named_at_the_top)
        return text_of(in, "up_votes.many", {{"n", number_of(in, static_cast<int>(first.size()))}, {"amount", amount}});
    return text_of(in, "up_votes.tie", {{"items", enumerated(first, in)}, {"amount", amount}});
}

std::string title_of(const section& part, const activity& of, language in) {
    return of.brainwriting ? text_of(in, "sheet", {{"n", part.title}}) : part.title;
}

}  // namespace klartext::protocol
