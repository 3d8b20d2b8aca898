#include <stdexcept>

#include "wire/refusals.hpp"

namespace klartext::wire {

/// One case for each problem and no default, so that a new one does not compile until it has its words.
refusal_text text_of(problem problem) {
    using enum wire::problem;
    switch (problem) {
        case malformed:
            return {"malformed",
                    400,
                    {"Der Server hat diese Nachricht nicht verstanden.", "The server did not understand this message."},
                    {"Laden Sie die Seite neu.", "Reload the page."}};
        case too_large:
            return {"too_large",
                    413,
                    {"Das ist zu viel auf einmal.", "This is too much at once."},
                    {"Kürzen Sie den Text.", "Shorten the text."}};
        case wrong_content_type:
            return {"wrong_content_type",
                    415,
                    {"Hier wird nur JSON angenommen.", "Only JSON is taken here."},
                    {"Senden Sie den Content-Type application/json.", "Send the Content-Type application/json."}};
        case not_found:
            return {"not_found",
                    404,
                    {"Hier ist nichts.", "There is nothing here."},
                    {"Prüfen Sie die Adresse.", "Check the address."}};
        case wrong_method:
            return {
                "wrong_method",
                405,
                {"Das geht an dieser Adresse nicht.", "This address does not take that method."},
                {"Sehen Sie in der Beschreibung der Schnittstelle nach.", "Look it up in the description of the API."}};
        case foreign_origin:
            return {"foreign_origin",
                    403,
                    {"Diese Anfrage kam von einer fremden Seite.", "This request came from a page of another site."},
                    {"Öffnen Sie Klartext unter seiner eigenen Adresse.", "Open Klartext at its own address."}};
        case letterbox_wants_no_identity:
            return {
                "letterbox_wants_no_identity",
                400,
                {"Der Briefkasten nimmt nichts an, was sagt, von wem es kommt.",
                 "The letterbox takes nothing that says whom it is from."},
                {"Senden Sie ohne Cookie und ohne Authorization.", "Send without Cookie and without Authorization."}};
        case too_many_tries:
            return {"too_many_tries",
                    429,
                    {"Das waren zu viele Versuche.", "These were too many tries."},
                    {"Warten Sie einige Minuten, und versuchen Sie es dann noch einmal.",
                     "Wait some minutes, then try again."}};
        case kept_will_be_sent_again:
            return {"kept_will_be_sent_again",
                    503,
                    {"Behalten, wird noch einmal gesendet: Der Server kann gerade nichts speichern.",
                     "Kept, will be sent again: the server cannot store anything now."},
                    {"Lassen Sie die Seite offen. Ihr Browser sendet es von selbst noch einmal.",
                     "Leave the page open. Your browser sends it again by itself."}};
        case unavailable:
            return {"unavailable",
                    503,
                    {"Der Server kann das gerade nicht.", "The server cannot do this now."},
                    {"Sehen Sie nach, ob es doch geschehen ist; sonst versuchen Sie es gleich noch einmal.",
                     "See whether it was done after all; if not, try again in a moment."}};
        case unknown_code:
            return {"unknown_code",
                    404,
                    {"Zu diesem Code gibt es keinen Workshop.", "There is no session with this code."},
                    {"Prüfen Sie die 8 Zeichen, oder fragen Sie die Moderation.",
                     "Check the 8 characters, or ask the facilitator."}};
        case unknown_session:
            return {"unknown_session",
                    404,
                    {"Diesen Workshop gibt es nicht.", "There is no such session."},
                    {"Vielleicht wurde sie gelöscht. Kehren Sie zur Übersicht zurück.",
                     "Perhaps it was deleted. Go back to the overview."}};
        case unknown_seat:
            return {
                "unknown_seat",
                404,
                {"Dieser Browser hat in diesem Workshop keinen Platz.", "This browser has no seat in this session."},
                {"Treten Sie mit dem Code noch einmal bei.", "Join again with the code."}};
        case unknown_minutes:
            return {"unknown_minutes",
                    404,
                    {"Unter diesem Link gibt es kein Protokoll.", "There are no minutes behind this link."},
                    {"Prüfen Sie, ob der Link vollständig ist. Vielleicht wurde er zurückgezogen: Fragen Sie die "
                     "Moderation.",
                     "Check that the link is complete. Perhaps it was withdrawn: ask the facilitator."}};
        case minutes_link_ended:
            return {"minutes_link_ended",
                    410,
                    {"Dieser Link zum Protokoll gilt nicht mehr.", "This link to the minutes does not hold any more."},
                    {"Fragen Sie die Moderation nach dem Protokoll.", "Ask the facilitator for the minutes."}};
        case stamp_invalid:
            return {
                "stamp_invalid",
                403,
                {"Diese Briefmarke gilt hier nicht.", "This stamp is not valid here."},
                {"Laden Sie die Seite neu; Ihr Text bleibt bei Ihnen.", "Reload the page; your text stays with you."}};
        case address_too_late:
            return {"address_too_late",
                    409,
                    {"Für dieses Protokoll werden keine Adressen mehr angenommen.",
                     "No more addresses are taken for these minutes."},
                    {"Fragen Sie die Moderation nach dem Link zum Protokoll.",
                     "Ask the facilitator for the link to the minutes."}};
        case minutes_already_sent:
            return {"minutes_already_sent",
                    409,
                    {"Das Protokoll ist schon an die zuvor hinterlassene Adresse gegangen.",
                     "The minutes were already sent to the address left before."},
                    {"Fragen Sie die Moderation nach dem Link, wenn es dort nicht ankommt.",
                     "Ask the facilitator for the link if they do not arrive there."}};
        case mail_invalid:
            return {"mail_invalid",
                    422,
                    {"Das ist keine E-Mail-Adresse.", "This is not an e-mail address."},
                    {"Prüfen Sie die Schreibweise, zum Beispiel name@example.org.",
                     "Check the spelling, for example name@example.org."}};
        case not_logged_in:
            return {"not_logged_in",
                    401,
                    {"Sie sind nicht angemeldet.", "You are not logged in."},
                    {"Melden Sie sich an.", "Log in."}};
        case not_yours:
            return {"not_yours",
                    403,
                    {"Das dürfen Sie nicht.", "You may not do this."},
                    {"Bitten Sie eine Person, die den Server verwaltet.", "Ask somebody who administers the server."}};
        case wrong_name_or_password:
            return {"wrong_name_or_password",
                    401,
                    {"Name oder Passwort stimmt nicht.", "Name or password is wrong."},
                    {"Versuchen Sie es noch einmal, oder lassen Sie sich einen neuen Link geben.",
                     "Try again, or ask for a new link."}};
        case link_unknown_or_expired:
            return {"link_unknown_or_expired",
                    410,
                    {"Dieser Link gilt nicht oder nicht mehr.", "This link is not valid, or no longer."},
                    {"Lassen Sie sich einen neuen geben.", "Ask for a new one."}};
        case name_invalid:
            return {"name_invalid",
                    422,
                    {"Dieser Name geht nicht.", "This name is not possible."},
                    {"Nehmen Sie 1 bis 100 Zeichen.", "Use 1 to 100 characters."}};
        case name_taken:
            return {"name_taken",
                    409,
                    {"Diesen Namen gibt es schon.", "This name is taken."},
                    {"Wählen Sie einen anderen.", "Choose another one."}};
        case name_missing:
            return {"name_missing",
                    422,
                    {"Das erste Konto braucht einen Namen.", "The first account needs a name."},
                    {"Geben Sie einen Namen ein.", "Enter a name."}};
        case password_too_short:
            return {"password_too_short",
                    422,
                    {"Das Passwort ist zu kurz.", "The password is too short."},
                    {"Nehmen Sie mindestens 10 Zeichen, am besten mehrere Wörter.",
                     "Use at least 10 characters, best of all several words."}};
        case password_too_long:
            return {"password_too_long",
                    422,
                    {"Das Passwort ist zu lang.", "The password is too long."},
                    {"Nehmen Sie höchstens 200 Zeichen.", "Use at most 200 characters."}};
        case password_is_name:
            return {"password_is_name",
                    422,
                    {"Das Passwort ist der Name.", "The password is the name."},
                    {"Nehmen Sie ein anderes.", "Use another one."}};
        case unknown_account:
            return {"unknown_account",
                    404,
                    {"Dieses Konto gibt es nicht.", "There is no such account."},
                    {"Laden Sie die Liste der Konten neu.", "Reload the list of accounts."}};
        case account_disabled:
            return {"account_disabled",
                    409,
                    {"Dieses Konto ist gesperrt.", "This account is disabled."},
                    {"Geben Sie es zuerst wieder frei.", "Enable it first."}};
        case last_administrator:
            return {"last_administrator",
                    409,
                    {"Das ist das letzte Konto, das andere verwalten kann.",
                     "This is the last account that can administer others."},
                    {"Laden Sie zuerst eine andere Person zur Verwaltung ein.", "Invite another administrator first."}};
        case too_many_cards:
            return {"too_many_cards",
                    422,
                    {"Für Vorschläge sind es zu viele Karten.", "There are too many cards for suggestions."},
                    {"Bis zu 5.000 Karten werden miteinander verglichen.",
                     "Up to 5,000 cards are compared with each other."}};
    }
    throw std::logic_error("no such problem");
}

std::vector<refusal_text> all_refusal_texts() {
    std::vector<refusal_text> all;
    for (int each = 0; each <= static_cast<int>(domain::refusal::no_more_turns); ++each)
        all.push_back(text_of(static_cast<domain::refusal>(each)));
    for (int each = 0; each <= static_cast<int>(problem::too_many_cards); ++each)
        all.push_back(text_of(static_cast<problem>(each)));
    return all;
}

std::optional<refusal_text> text_of_code(std::string_view code) {
    for (const auto& text : all_refusal_texts())
        if (text.code == code) return text;
    return std::nullopt;
}

}  // namespace klartext::wire
