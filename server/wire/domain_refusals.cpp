#include "wire/refusals.hpp"
#include "wire/voting_refusals.hpp"

#include <stdexcept>

namespace klartext::wire {

/// One case for each refusal and no default, so that a new one does not compile until it has its words. Those of votes
/// and of what follows from them have a file of their own.
refusal_text text_of(domain::refusal refusal) {
    using enum domain::refusal;
    switch (refusal) {
        case session_not_running:
            return {"session_not_running",
                    409,
                    {"Der Workshop läuft gerade nicht.", "The session is not running."},
                    {"Warten Sie, bis die Moderation den Workshop startet.",
                     "Wait until the facilitator starts the session."}};
        case session_running:
            return {
                "session_running",
                409,
                {"Das geht nicht, solange der Workshop läuft.", "This is not possible while the session is running."},
                {"Beenden Sie zuerst den Workshop.", "Close the session first."}};
        case session_closed:
            return {"session_closed",
                    409,
                    {"Der Workshop ist beendet.", "The session is closed."},
                    {"Daran lässt sich nichts mehr ändern. Was davon bleibt, steht im Protokoll.",
                     "Nothing can be changed any more. What stays of it is in the minutes."}};
        case session_not_closed:
            return {"session_not_closed",
                    409,
                    {"Der Workshop ist noch nicht beendet.", "The session is not closed yet."},
                    {"Beenden Sie ihn zuerst.", "Close it first."}};
        case door_closed:
            return {"door_closed",
                    409,
                    {"Der Workshop nimmt niemanden mehr auf.", "The session takes in nobody else."},
                    {"Bitten Sie die Moderation, die Tür wieder zu öffnen.",
                     "Ask the facilitator to open the door again."}};
        case unknown_activity:
            return {"unknown_activity",
                    404,
                    {"Diesen Schritt gibt es in der Agenda nicht.", "There is no such step on the agenda."},
                    {"Laden Sie die Seite neu.", "Reload the page."}};
        case activity_not_open:
            return {"activity_not_open",
                    409,
                    {"Dieser Schritt ist gerade nicht geöffnet.", "This step is not open now."},
                    {"Warten Sie auf die Moderation. Ihr Text bleibt bei Ihnen.",
                     "Wait for the facilitator. Your text stays with you."}};
        case activity_was_opened:
            return {"activity_was_opened",
                    409,
                    {"Dieser Schritt wurde schon geöffnet und lässt sich so nicht mehr ändern.",
                     "This step has been opened and cannot be changed like this any more."},
                    {"Legen Sie einen neuen Schritt an.", "Add a new step."}};
        case activity_closed_for_good:
            return {
                "activity_closed_for_good",
                409,
                {"Eine beendete Abstimmung lässt sich nicht wieder öffnen.", "A closed vote cannot be opened again."},
                {"Legen Sie für eine zweite Runde eine neue Abstimmung an.", "Add a new vote for a second round."}};
        case wrong_kind:
            return {"wrong_kind",
                    422,
                    {"Das passt nicht zur Art dieses Schritts.", "This does not fit the kind of this step."},
                    {"Laden Sie die Seite neu und wählen Sie den passenden Schritt.",
                     "Reload the page and choose the step that fits."}};
        case duplicate_activity:
            return {"duplicate_activity",
                    409,
                    {"Einen Schritt mit dieser Kennung gibt es schon.", "There is already a step with this id."},
                    {"Wählen Sie eine andere Kennung.", "Choose another id."}};
        case id_reserved:
            return {"id_reserved",
                    422,
                    {"„.“ und „..“ sind als Kennung nicht möglich.", "\".\" and \"..\" are not possible as an id."},
                    {"Wählen Sie eine andere Kennung.", "Choose another id."}};
        case id_mismatch:
            return {"id_mismatch",
                    422,
                    {"Die Kennung eines Schritts lässt sich nicht ändern.", "The id of a step cannot be changed."},
                    {"Behalten Sie die Kennung bei, oder legen Sie einen neuen Schritt an.",
                     "Keep the id, or add a new step."}};
        case agenda_mismatch:
            return {"agenda_mismatch",
                    409,
                    {"Die neue Reihenfolge nennt nicht jeden Schritt genau einmal.",
                     "The new order does not name each step exactly once."},
                    {"Laden Sie die Agenda neu und ordnen Sie sie noch einmal.",
                     "Reload the agenda and put it in order again."}};
        case too_many_activities:
            return {"too_many_activities",
                    422,
                    {"Eine Agenda hat höchstens 100 Schritte.", "An agenda has at most 100 steps."},
                    {"Entfernen Sie Schritte, oder teilen Sie den Workshop.", "Remove steps, or split the session."}};
        case too_many_sections:
            return {"too_many_sections",
                    422,
                    {"Eine Sammlung hat höchstens 50 Spalten.", "A collection has at most 50 sections."},
                    {"Fassen Sie Spalten zusammen.", "Put sections together."}};
        case too_many_items:
            return {"too_many_items",
                    422,
                    {"Ein Schritt hat höchstens 2.000 Punkte.", "A step has at most 2,000 items."},
                    {"Nehmen Sie Gruppen, oder teilen Sie den Schritt.", "Take clusters, or split the step."}};
        case too_many_clusters:
            return {"too_many_clusters",
                    422,
                    {"Eine Sammlung hat höchstens 200 Gruppen.", "A collection has at most 200 clusters."},
                    {"Führen Sie Gruppen zusammen.", "Merge clusters."}};
        case no_items:
            return {"no_items",
                    422,
                    {"Es gibt noch keine Punkte, die übernommen werden könnten.",
                     "There are no items yet that could be taken over."},
                    {"Tragen Sie Punkte ein, oder wählen Sie einen Schritt, der Beiträge hat.",
                     "Enter items, or choose a step that has entries."}};
        case unknown_source:
            return {"unknown_source",
                    422,
                    {"Der Schritt, aus dem die Punkte kommen sollen, steht nicht davor oder passt nicht dazu.",
                     "The step from which the items are to come is not an earlier one, or does not fit."},
                    {"Wählen Sie eine Sammlung oder eine Abstimmung, die in der Agenda davor steht.",
                     "Choose a collection or a vote that comes before on the agenda."}};
        case unknown_first_round:
            return {"unknown_first_round",
                    422,
                    {"Die zweite Runde folgt keiner früheren Abstimmung, oder einer, die selbst eine zweite Runde ist.",
                     "The second round does not follow an earlier vote, or one that is a second round itself."},
                    {"Wählen Sie eine Abstimmung, die in der Agenda davor steht.",
                     "Choose a vote that comes before on the agenda."}};
        case second_round_differs:
            return {
                "second_round_differs",
                422,
                {"Beide Runden einer Abstimmung haben dieselben Regeln.", "Both rounds of a vote have the same rules."},
                {"Übernehmen Sie die Regeln der ersten Runde, oder legen Sie eine eigene Abstimmung an.",
                 "Take the rules of the first round, or add a vote of its own."}};
        case second_round_exists:
            return {"second_round_exists",
                    409,
                    {"Diese Abstimmung hat schon eine zweite Runde.", "This vote has a second round already."},
                    {"Legen Sie für eine weitere Runde eine eigene Abstimmung an.",
                     "Add a vote of its own for a further round."}};
        case source_needed:
            return {
                "source_needed",
                409,
                {"Ein späterer Schritt nimmt seine Punkte aus diesem.", "A later step takes its items from this one."},
                {"Ändern oder entfernen Sie zuerst den späteren.", "Change or remove the later one first."}};
        case bad_rules:
            return {
                "bad_rules",
                422,
                {"Diese Vorgaben passen nicht zusammen.", "These rules do not fit together."},
                {"Prüfen Sie die Zahlen der Methode (je Punkt höchstens so viel wie im Ganzen) und die Minuten (0 bis "
                 "1.440).",
                 "Check the numbers of the method (per item at most as much as in all) and the minutes (0 to 1,440)."}};
        case bad_number_of_items:
            return {
                "bad_number_of_items",
                422,
                {"Die Methode passt nicht zur Zahl der Vorschläge.", "The method does not suit the number of items."},
                {"Ändern Sie ihre Vorgaben (zum Beispiel, wie viele zu wählen sind), nehmen Sie eine andere Methode, "
                 "oder andere Vorschläge. In eine Rangfolge lassen sich höchstens 50 bringen.",
                 "Change its rules (for example how many are to be chosen), take another method, or other items. At "
                 "most 50 can be ranked."}};
        case text_empty:
            return {"text_empty",
                    422,
                    {"Der Text ist leer.", "The text is empty."},
                    {"Schreiben Sie etwas.", "Write something."}};
        case text_too_long:
            return {
                "text_too_long",
                422,
                {"Der Text ist zu lang.", "The text is too long."},
                {"Kürzen Sie ihn: Beiträge haben höchstens 4.000 Zeichen, Titel und Namen 200, Beschreibungen 20.000.",
                 "Shorten it: entries have at most 4,000 characters, titles and names 200, descriptions 20,000."}};
        case text_has_control_characters:
            return {"text_has_control_characters",
                    422,
                    {"Der Text enthält unsichtbare Steuerzeichen.", "The text contains invisible control characters."},
                    {"Tippen Sie ihn neu, statt ihn einzufügen.", "Type it anew instead of pasting it."}};
        case unknown_section:
            return {"unknown_section",
                    422,
                    {"Diese Spalte oder dieses Blatt gibt es hier nicht.", "There is no such section or sheet here."},
                    {"Laden Sie die Seite neu, und schreiben Sie dort weiter, wo sie es anbietet.",
                     "Reload the page and go on where it offers a place."}};
        case duplicate_section:
            return {"duplicate_section",
                    422,
                    {"Zwei Spalten haben dieselbe Kennung.", "Two sections have the same id."},
                    {"Geben Sie jeder Spalte eine eigene.", "Give each section one of its own."}};
        case comments_off:
            return {"comments_off",
                    422,
                    {"Hier sind keine Kommentare vorgesehen.", "This step takes no comments."},
                    {"Schreiben Sie einen eigenen Beitrag.", "Write an entry of your own."}};
        case unknown_entry:
            return {"unknown_entry",
                    404,
                    {"Diesen Beitrag gibt es nicht.", "There is no such entry."},
                    {"Laden Sie die Seite neu.", "Reload the page."}};
        case not_the_writer:
            return {"not_the_writer",
                    403,
                    {"Diesen Beitrag kann nur ändern, wer ihn geschrieben hat.",
                     "Only whoever wrote this entry can change it."},
                    {"Ändern Sie ihn in dem Browser, in dem Sie ihn geschrieben haben.",
                     "Change it in the browser in which you wrote it."}};
        case entry_gone:
            return {"entry_gone",
                    409,
                    {"Dieser Beitrag wurde zurückgezogen oder entfernt.", "This entry was withdrawn or removed."},
                    {"Schreiben Sie einen neuen Beitrag.", "Write a new entry."}};
        case stamp_spent:
            return {"stamp_spent",
                    409,
                    {"Diese Briefmarke ist schon verbraucht.", "This stamp has been used."},
                    {"Ihr Browser nimmt die nächste und sendet noch einmal.",
                     "Your browser takes the next one and sends again."}};
        case unknown_cluster:
            return {"unknown_cluster",
                    404,
                    {"Diese Gruppe gibt es nicht.", "There is no such cluster."},
                    {"Laden Sie die Seite neu.", "Reload the page."}};
        case duplicate_cluster:
            return {"duplicate_cluster",
                    409,
                    {"Eine Gruppe mit dieser Kennung gibt es schon.", "There is already a cluster with this id."},
                    {"Versuchen Sie es noch einmal.", "Try again."}};
        case too_soon:
            return {
                "too_soon",
                409,
                {"Weniger als 5 Beiträge oder Stimmen warten, und die letzten erschienen vor weniger als 2 Minuten.",
                 "Fewer than 5 entries or votes wait, and the last ones appeared less than 2 minutes ago."},
                {"Warten Sie 2 Minuten. So verrät niemanden, wann etwas erscheint.",
                 "Wait 2 minutes. So nobody is given away by the moment at which something appears."}};
        case nothing_waiting:
            return {"nothing_waiting",
                    409,
                    {"Es wartet nichts.", "Nothing is waiting."},
                    {"Es ist alles zu sehen, was bisher da ist.", "All that has come in can be seen."}};
        case bad_link_days:
            return {"bad_link_days",
                    422,
                    {"So lange kann der Link zum Protokoll nicht gelten.",
                     "The link to the minutes cannot hold that long."},
                    {"Wählen Sie 1 bis 3650 Tage, oder keine Frist.", "Choose 1 to 3650 days, or no end."}};
        case notice_frozen:
            return {"notice_frozen",
                    409,
                    {"Der Hinweis und die Kleingruppenregel gelten seit dem Start und bleiben, wie sie sind.",
                     "The notice and the small-group rule hold since the start and stay as they are."},
                    {"Legen Sie einen neuen Workshop an, wenn anderes gelten soll.",
                     "Prepare a new session if something else is to hold."}};
        case unknown_card_kind:
            return {"unknown_card_kind",
                    422,
                    {"Diese Art von Karte gibt es hier nicht.", "There is no such kind of card here."},
                    {"Wählen Sie eine der angezeigten Arten.", "Choose one of the kinds that are shown."}};
        case duplicate_card_kind:
            return {"duplicate_card_kind",
                    422,
                    {"Zwei Arten von Karten haben dieselbe Kennung.", "Two kinds of cards have the same id."},
                    {"Geben Sie jeder Art eine eigene.", "Give each kind an id of its own."}};
        case too_many_card_kinds:
            return {"too_many_card_kinds",
                    422,
                    {"So viele Arten von Karten sind nicht möglich.", "That many kinds of cards are not possible."},
                    {"Bleiben Sie bei höchstens 12.", "Keep to 12 at most."}};
        case bad_cards_per_person:
            return {"bad_cards_per_person",
                    422,
                    {"So viele Karten je Person sind nicht möglich.", "That many cards per person are not possible."},
                    {"Wählen Sie 1 bis 200, oder keine Grenze.", "Choose 1 to 200, or no limit."}};
        case too_many_beside:
            return {"too_many_beside",
                    422,
                    {"So viele Schritte können nicht durchgehend offen sein.",
                     "That many activities cannot be open all the time."},
                    {"Bleiben Sie bei höchstens drei.", "Keep to three at most."}};
        case unknown_tag:
            return {"unknown_tag",
                    404,
                    {"Dieses Schlagwort gibt es nicht mehr.", "There is no such tag any more."},
                    {"Laden Sie die Seite neu.", "Load the page again."}};
        case duplicate_tag:
            return {"duplicate_tag",
                    409,
                    {"Ein Schlagwort mit diesem Namen gibt es schon.", "A tag of this name exists already."},
                    {"Nehmen Sie das vorhandene, oder einen anderen Namen.", "Use that one, or choose another name."}};
        case too_many_tags:
            return {"too_many_tags",
                    422,
                    {"So viele Schlagwörter sind nicht möglich.", "That many tags are not possible."},
                    {"Fassen Sie einige zusammen.", "Merge some of them."}};
        case ballot_of_other_method:
        case unknown_item:
        case too_many_dots:
        case too_many_on_one_item:
        case negative_dots:
        case too_few_choices:
        case too_many_choices:
        case item_named_twice:
        case dots_left:
        case value_out_of_range:
        case too_many_decimals:
        case cannot_judge_off:
        case text_not_asked:
        case unknown_measure:
        case too_many_measures:
        case bad_date:
        case source_not_closed:
        case source_withheld:
        case source_not_scored:
        case nothing_handed_over:
        case unknown_text:
        case too_many_up_votes:
        case too_few_up_votes: return text_of_voting(refusal);
        case bad_brainwriting:
            return {
                "bad_brainwriting",
                422,
                {"So lassen sich keine Blätter weiterreichen.", "Sheets cannot be passed on like this."},
                {"Erlaubt sind 1 bis 20 Karten, 1 bis 60 Minuten und 1 bis 50 Durchgänge, verdeckt und ohne Felder, "
                 "Kommentare, Grenze je Person und Stimmen, und nicht neben allem anderen.",
                 "Allowed are 1 to 20 cards, 1 to 60 minutes and 1 to 50 turns, covered, and without sections, "
                 "comments, limit per person and up-votes, and not beside everything else."}};
        case not_this_turn:
            return {"not_this_turn",
                    409,
                    {"Die Blätter sind inzwischen weitergereicht.", "The sheets have been passed on meanwhile."},
                    {"Die Seite bringt sich von selbst auf den neuen Stand.", "The page brings itself up to date."}};
        case no_more_turns:
            return {"no_more_turns",
                    409,
                    {"Die Blätter sind 50 Mal herumgegangen.", "The sheets have gone round 50 times."},
                    {"Beenden Sie das Brainwriting.", "End the brainwriting."}};
    }
    throw std::logic_error("no such refusal");
}

}  // namespace klartext::wire
