#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

// clang-format off
constexpr phrase phrases[] = {
    {"kind.measures", "Maßnahmen", "Measures"},

    {"source", "Übernommen", "Taken over"},
    {"source.entries", "die Beiträge aus {title}", "the entries of {title}"},
    {"source.clusters", "die Gruppen aus {title}", "the clusters of {title}"},
    {"source.tags", "die Schlagwörter aus {title}", "the tags of {title}"},
    {"source.items", "alle Vorschläge aus {title} (zweite Runde)", "all items of {title} (second round)"},
    {"source.top_one", "der erste Platz aus {title}", "the first place of {title}"},
    {"source.top_other", "die ersten {n} aus {title}", "the first {n} of {title}"},
    {"source.shared", "{rule}; es sind {n}, denn mehrere teilen sich den letzten Platz", "{rule}; these are {n}, as several share the last place"},
    {"source.fewer", "{rule}; mehr als {n} hat niemand beurteilt oder gewählt", "{rule}; nobody judged or chose more than {n}"},
    {"source.supported_one", "die Karte mit den meisten Stimmen aus {title}", "the card of {title} with the most votes"},
    {"source.supported_other", "die {n} Karten mit den meisten Stimmen aus {title}", "the {n} cards of {title} with the most votes"},
    {"source.fewer_supported", "{rule}; mehr als {n} hat niemand unterstützt", "{rule}; nobody supported more than {n}"},
    {"source.supported_by_one", "die Karten aus {title} mit mindestens {n} Stimme", "the cards of {title} with at least {n} vote"},
    {"source.supported_by_other", "die Karten aus {title} mit mindestens {n} Stimmen", "the cards of {title} with at least {n} votes"},
    {"source.above", "was in {title} nicht schlechter ist als {line}", "what is not worse than {line} in {title}"},
    {"source.disputed", "was in {title} umstritten ist (Uneinigkeit über 0,3), das Umstrittenste zuerst", "what is disputed in {title} (dissent above 0.3), the most disputed first"},
    {"source.quadrant", "was in {title} nach {criteria} besser ist als die Mitte der Skala", "what is better than the middle of the scale by {criteria} in {title}"},

    {"measures.caption", "Wer macht was bis wann?", "Who does what by when?"},
    {"measures.what", "Was", "What"},
    {"measures.who", "Wer", "Who"},
    {"measures.due", "Bis wann", "By when"},
    {"measures.status", "Stand", "Status"},
    {"measures.about", "Folgt aus", "Follows from"},
    {"measures.open", "offen", "open"},
    {"measures.none", "Es wurden keine Maßnahmen vereinbart.", "No measures were agreed."},
    {"measures.without", "Noch ohne Maßnahme", "Still without a measure"},
    {"measures.none_yet", "(noch keine Maßnahme)", "(no measure yet)"},
    {"measures.others", "Weitere Maßnahmen", "Other measures"},
    {"measures.count_one", "{n} Maßnahme", "{n} measure"},
    {"measures.count_other", "{n} Maßnahmen", "{n} measures"},
    {"measures.line", "{what} ({who}, {due}, {status})", "{what} ({who}, {due}, {status})"},
    {"measures.by", "bis {date}", "by {date}"},
    {"measures.who_open", "Wer: offen", "who: open"},
    {"measures.due_open", "Termin: offen", "date: open"},
    {"status.planned", "geplant", "planned"},
    {"status.under_way", "in Arbeit", "under way"},
    {"status.done", "erledigt", "done"},
    {"status.dropped", "verworfen", "dropped"},
};
// clang-format on

}  // namespace

std::span<const phrase> phrases_of_measures() { return phrases; }

}  // namespace klartext::protocol
