#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

entry question(std::string text, int votes, bool answered = false) {
    return {
        .text = std::move(text), .section = {}, .cluster = {}, .comments = {}, .up_votes = votes, .answered = answered};
}

activity questions() {
    activity made;
    made.id = "questions";
    made.kind = activity_kind::collect;
    made.title = "Ihre Fragen an die Verwaltung";
    made.prompt = "Was möchten Sie wissen? **Unterstützen** Sie Fragen, die auch Ihre sind.";
    made.actual_minutes = 95;
    made.entries = {question("Wann wird die Haltestelle barrierefrei –\nund wer bezahlt das?", 14, true),
                    question("متى تبدأ أعمال البناء؟ 🚧", 9),
                    question("האם יהיו יותר עצים? 🌳", 9, true),
                    question("Bleibt der Wochenmarkt?", 1),
                    question("=SUM(A1)", 0),
                    question("Gibt es das Protokoll auch in Leichter Sprache?", 0, true)};
    made.entries[0].comments = {"Das frage ich seit zwei Jahren."};
    made.entries.push_back({.text = {}, .section = {}, .cluster = {}, .comments = {"Schade!"}, .withdrawn = true});
    made.beside = true;
    made.up_votes = up_votes{.voters = 23};
    return made;
}

activity few_supporters() {
    activity made;
    made.id = "few";
    made.kind = activity_kind::collect;
    made.title = "Nachgefragt";
    made.actual_minutes = 4;
    made.entries = {question("Wie geht es weiter?", 0)};
    made.up_votes = up_votes{};
    return made;
}

activity sheets() {
    activity made;
    made.id = "sheets";
    made.kind = activity_kind::collect;
    made.title = "Brainwriting: ein Platz für alle";
    made.prompt = "Schreiben Sie weiter, wo andere angefangen haben.";
    made.planned_minutes = 30;
    made.actual_minutes = 31;
    for (const char* number : {"1", "2", "10"}) made.sections.push_back({number, number});
    const auto put = [&](const char* sheet, std::string text) {
        made.entries.push_back({.text = std::move(text), .section = sheet, .cluster = {}, .comments = {}});
    };
    put("1", "Bänke im Kreis");
    put("1", "… mit Tischen für Schach");
    put("1", "مقاعد في الظل 🪑");
    put("2", "Ein Brunnen, in dem Kinder spielen dürfen");
    put("2", "ספסל ליד המזרקה");
    put("10", "Eine Bühne, die nachts keine ist");
    put("", "Einfach nichts hinstellen");
    made.brainwriting = brainwriting{.turns = 4, .planned_turns = 6, .per_turn = 3, .turn_minutes = 5};
    return made;
}

activity answering_most() {
    auto made = dots_vote(3);
    made.title = "Was beantworten wir heute?";
    made.vote->source = item_source{.title = "Ihre Fragen an die Verwaltung", .taken = taken::top, .count = 2};
    made.vote->source->by_up_votes = true;
    return made;
}

activity going_on() {
    activity made;
    made.id = "going-on";
    made.kind = activity_kind::sign_up;
    made.title = "Wer macht weiter?";
    made.actual_minutes = 6;
    made.themes = {"Wann wird die Haltestelle barrierefrei?", "מי משקה את העצים?"};
    made.themes_from =
        item_source{.title = "Ihre Fragen an die Verwaltung", .taken = taken::above, .line = 5, .by_up_votes = true};
    return made;
}

}  // namespace

minutes supported_minutes(language in) {
    auto made = empty_minutes(in);
    made.title = "Fragestunde und Brainwriting";
    made.participants = 27;
    made.activities = {questions(), few_supporters(), sheets(), answering_most(), going_on()};
    return made;
}

}  // namespace klartext::protocol
