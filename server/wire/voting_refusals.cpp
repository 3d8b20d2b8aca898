#include "wire/voting_refusals.hpp"

#include <stdexcept>

namespace klartext::wire {

refusal_text text_of_voting(domain::refusal refusal) {
    using enum domain::refusal;
    switch (refusal) {
        case ballot_of_other_method:
            return {"ballot_of_other_method",
                    422,
                    {"Dieser Stimmzettel gehört zu einer anderen Art von Abstimmung.",
                     "This ballot belongs to another kind of vote."},
                    {"Laden Sie die Seite neu und stimmen Sie noch einmal ab.", "Reload the page and vote again."}};
        case unknown_item:
            return {"unknown_item",
                    422,
                    {"Diesen Punkt gibt es hier nicht.", "There is no such item here."},
                    {"Laden Sie die Seite neu, und versuchen Sie es noch einmal.", "Reload the page and try again."}};
        case too_many_dots:
            return {"too_many_dots",
                    422,
                    {"Das sind mehr Punkte, als Sie haben.", "These are more dots than you have."},
                    {"Nehmen Sie Punkte weg.", "Take dots away."}};
        case too_many_on_one_item:
            return {"too_many_on_one_item",
                    422,
                    {"Auf einer Sache liegen mehr Punkte als erlaubt.", "One item has more dots than allowed."},
                    {"Verteilen Sie Ihre Punkte.", "Spread your dots."}};
        case negative_dots:
            return {"negative_dots",
                    422,
                    {"Punkte lassen sich niemandem wegnehmen.", "Dots cannot be taken away from others."},
                    {"Geben Sie 0 oder mehr Punkte.", "Give 0 dots or more."}};
        case too_few_choices:
            return {"too_few_choices",
                    422,
                    {"Das sind weniger Vorschläge, als hier zu wählen sind.",
                     "These are fewer items than have to be chosen."},
                    {"Wählen Sie weitere, oder lassen Sie alle weg.", "Choose more, or leave out all of them."}};
        case too_many_choices:
            return {"too_many_choices",
                    422,
                    {"Das sind mehr Vorschläge, als hier zu wählen sind.", "These are more items than may be chosen."},
                    {"Lassen Sie einige weg.", "Leave some out."}};
        case item_named_twice:
            return {"item_named_twice",
                    422,
                    {"Ein Vorschlag kommt in Ihrer Stimme zweimal vor.", "Your ballot names an item twice."},
                    {"Nennen Sie jeden höchstens einmal.", "Name each item once at most."}};
        case dots_left:
            return {"dots_left",
                    422,
                    {"Sie haben noch Punkte zu vergeben.", "You have points left to give."},
                    {"Vergeben Sie alle, oder keinen.", "Give all of them, or none."}};
        case value_out_of_range:
            return {"value_out_of_range",
                    422,
                    {"Dieser Wert liegt außerhalb dessen, was hier möglich ist.",
                     "This value is beyond what is possible here."},
                    {"Bleiben Sie innerhalb der Grenzen, die dabeistehen.", "Stay within the limits that are shown."}};
        case too_many_decimals:
            return {"too_many_decimals",
                    422,
                    {"Die Zahl hat zu viele Nachkommastellen.", "The number has too many decimal places."},
                    {"Runden Sie sie.", "Round it."}};
        case cannot_judge_off:
            return {"cannot_judge_off",
                    422,
                    {"„Kann ich nicht beurteilen“ ist hier nicht vorgesehen.",
                     "\"I cannot judge this\" is not offered here."},
                    {"Bewerten Sie den Punkt, oder lassen Sie ihn aus.", "Rate the item, or leave it out."}};
        case text_not_asked:
            return {"text_not_asked",
                    422,
                    {"Hier ist kein Text vorgesehen.", "No text is asked for here."},
                    {"Lassen Sie den Text weg.", "Leave the text out."}};
        case unknown_measure:
            return {"unknown_measure",
                    404,
                    {"Diese Maßnahme gibt es nicht mehr.", "There is no such measure any more."},
                    {"Laden Sie die Seite neu.", "Load the page again."}};
        case too_many_measures:
            return {"too_many_measures",
                    422,
                    {"So viele Maßnahmen sind nicht möglich.", "That many measures are not possible."},
                    {"Fassen Sie einige zusammen.", "Merge some of them."}};
        case bad_date:
            return {"bad_date",
                    422,
                    {"Dieses Datum ist nicht möglich.", "This date is not possible."},
                    {"Schreiben Sie es als Jahr-Monat-Tag, mit einem Jahr ab 1900, zum Beispiel 2027-03-31.",
                     "Write it as year-month-day, with a year from 1900 on, for example 2027-03-31."}};
        case source_not_closed:
            return {"source_not_closed",
                    409,
                    {"Der Schritt, aus dem die Punkte kommen, ist noch nicht beendet.",
                     "The activity from which the items come has not ended yet."},
                    {"Beenden Sie diesen Schritt zuerst.", "Close that activity first."}};
        case source_withheld:
            return {"source_withheld",
                    409,
                    {"Das Ergebnis, aus dem die Punkte kommen, wird zurückgehalten: Es gab zu wenige Stimmen.",
                     "The result from which the items come is withheld: there were too few ballots."},
                    {"Zeigen Sie bei Karten zuerst die Stimmen, oder wählen Sie die Punkte selbst aus.",
                     "Show the votes first where they are given to cards, or choose the items yourself."}};
        case source_not_scored:
            return {"source_not_scored",
                    422,
                    {"Der frühere Schritt gibt nicht her, wonach hier ausgewählt wird.",
                     "The earlier activity does not tell what is chosen by here."},
                    {"Wählen Sie eine andere Regel oder einen anderen Schritt.",
                     "Choose another rule or another activity."}};
        case nothing_handed_over:
            return {"nothing_handed_over",
                    409,
                    {"Kein Punkt erfüllt die Regel, nach der er übernommen würde.",
                     "No item meets the rule by which it would be taken over."},
                    {"Ändern Sie die Regel, oder schreiben Sie die Punkte selbst auf.",
                     "Change the rule, or list the items yourself."}};
        case unknown_text:
            return {"unknown_text",
                    404,
                    {"Diesen Text gibt es im Ergebnis nicht mehr.", "This text is not in the result any more."},
                    {"Sehen Sie nach, ob er schon entfernt ist.", "See whether it is removed already."}};
        case too_many_up_votes:
            return {"too_many_up_votes",
                    422,
                    {"Mehr als 500 Karten kann niemand unterstützen.", "Nobody can support more than 500 cards."},
                    {"Nehmen Sie zuerst andere Stimmen zurück.", "Take other votes back first."}};
        case too_few_up_votes:
            return {
                "too_few_up_votes",
                409,
                {"Bisher haben zu wenige Personen Stimmen gegeben.", "Too few people have voted so far."},
                {"Warten Sie auf weitere Stimmen. Von 5 Personen an, in einer offenen Kleingruppe von einer an, sind "
                 "die "
                 "Zahlen zu sehen.",
                 "Wait for more votes. The numbers are shown from 5 people on, in an open small group from one on."}};
        default: break;
    }
    throw std::logic_error("no refusal of voting");
}

}  // namespace klartext::wire
