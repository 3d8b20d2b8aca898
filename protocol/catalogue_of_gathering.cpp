#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

// clang-format off
constexpr phrase phrases[] = {
    {"up_votes_one", "{n} Person hat Stimmen gegeben. {rule}", "{n} person gave votes. {rule}"},
    {"up_votes_other", "{n} Personen haben Stimmen gegeben. {rule}", "{n} people gave votes. {rule}"},
    {"up_votes.rule",
     "Jede Person konnte jede Karte einmal unterstützen. Die Zahlen wurden in Wellen veröffentlicht, nicht Stimme für Stimme, und erst ab fünf Personen.",
     "Everybody could support each card once. The numbers were published in waves, not vote by vote, and from five people on."},
    {"up_votes.rule_small",
     "Jede Person konnte jede Karte einmal unterstützen. Die Zahlen wurden in Wellen veröffentlicht, nicht Stimme für Stimme; in der offenen Kleingruppe schon ab einer Person.",
     "Everybody could support each card once. The numbers were published in waves, not vote by vote; in the open small group from one person on."},
    {"up_votes.sorted", "Die meisten Stimmen stehen zuerst.", "Most votes stand first."},
    {"up_votes.sorted_within",
     "Innerhalb jeder Gruppe und jedes Themas stehen die meisten Stimmen zuerst.",
     "Within each cluster and section most votes stand first."},
    {"up_votes.withheld",
     "Weniger als fünf Personen haben Stimmen gegeben; die Zahlen werden deshalb nicht gezeigt.",
     "Fewer than five people gave votes; so the numbers are not shown."},
    {"up_votes.nobody", "Niemand hat Stimmen gegeben.", "Nobody gave votes."},
    {"up_votes.waiting", "Die Stimmen sind noch nicht veröffentlicht.", "The votes are not published yet."},
    {"up_votes.none", "keine Stimmen", "no votes"},
    {"up_votes.first", "Die meisten Stimmen hat {items} ({amount}).", "{items} has the most votes ({amount})."},
    {"up_votes.tie", "Die meisten Stimmen haben {items} (je {amount}).", "{items} have the most votes ({amount} each)."},
    {"up_votes.many", "{n} Karten haben gleich viele und die meisten Stimmen (je {amount}).", "{n} cards have the most votes ({amount} each)."},
    {"up_votes.top", "Die meisten Stimmen", "Most votes"},
    {"up_votes.caption", "Stimmen je Karte", "Votes per card"},
    {"up_votes.cards", "Alle Karten", "All cards"},
    {"up_votes.all", "Alle Karten mit Stimmen, die meisten zuerst.", "All cards with votes, most first."},
    {"up_votes.some", "Die ersten {n} von {of} Karten mit Stimmen.", "The first {n} of {of} cards with votes."},
    {"card", "Karte", "Card"},
    {"answered", "beantwortet", "answered"},
    {"answered.column", "Beantwortet", "Answered"},
    {"answered.cards_one", "{answered} von {n} Karte", "{answered} of {n} card"},
    {"answered.cards_other", "{answered} von {n} Karten", "{answered} of {n} cards"},

    {"sheet", "Blatt {n}", "Sheet {n}"},
    {"sheet.column", "Blatt", "Sheet"},
    {"sheetless", "Ohne Blatt", "Without a sheet"},
    {"turns_one",
     "Brainwriting: Es gab {n} Durchgang. Ein Blatt sagt nichts darüber, wer darauf geschrieben hat.",
     "Brainwriting: there was {n} turn. A sheet says nothing of who wrote on it."},
    {"turns_other",
     "Brainwriting: Die Blätter gingen in {n} Durchgängen herum. Ein Blatt sagt nichts darüber, wer darauf geschrieben hat, und eine Karte nichts darüber, in welchem Durchgang sie entstanden ist.",
     "Brainwriting: the sheets went round in {n} turns. A sheet says nothing of who wrote on it, and a card nothing of the turn in which it was written."},
    {"turns.label", "Durchgänge", "Turns"},
    {"turns.planned", "{n} (geplant: {planned})", "{n} ({planned} planned)"},
    {"turns.each", "Je Durchgang", "Per turn"},
    {"turns.most_one", "höchstens {n} Karte", "{n} card at most"},
    {"turns.most_other", "höchstens {n} Karten", "{n} cards at most"},

    {"mail.kinds", "Arten der Karten", "Kinds of cards"},
    {"mail.count", "{text} ({n})", "{text} ({n})"},
    {"mail.more_words_one", "{n} weiteres", "{n} more"},
    {"mail.more_words_other", "{n} weitere", "{n} more"},
    {"mail.answered", "{amount}, beantwortet", "{amount}, answered"},
};
// clang-format on

}  // namespace

std::span<const phrase> phrases_of_gathering() { return phrases; }

}  // namespace klartext::protocol
