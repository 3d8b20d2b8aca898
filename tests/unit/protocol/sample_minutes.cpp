#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

activity welcome() {
    return {.id = "welcome",
            .kind = activity_kind::present,
            .title = "Anlass und Ziel",
            .prompt =
                "## Worum es geht\n\nDie Verwaltung lädt zur **anonymen** Werkstatt ein:\n\n- Ideen sammeln\n- "
                "gemeinsam gewichten\n\nMehr auf [der Seite der Stadt](https://example.org/gruenstrasse).",
            .planned_minutes = 5,
            .actual_minutes = 7,
            .sections = {},
            .clusters = {},
            .entries = {},
            .vote = {}};
}

std::vector<entry> ideas() {
    return {{.text = "Mehr Bäume statt Stellplätze –\nim Sommer ist es unerträglich heiß.",
             .section = "ideas",
             .cluster = "Grün & Schatten",
             .comments = {"Ja, bitte Linden!", "Wer gießt sie im August?"}},
            {.text = "Trinkwasserbrunnen am Spielplatz 💧",
             .section = "ideas",
             .cluster = "Grün & Schatten",
             .comments = {}},
            {.text = "Die Lieferwagen stehen ständig in zweiter Reihe; eine gebündelte Lieferzone würde helfen.",
             .section = "worries",
             .cluster = "Verkehr",
             .comments = {}},
            {.text = "",
             .section = "worries",
             .cluster = "Verkehr",
             .comments = {"Das sehe ich auch so."},
             .withdrawn = true},
            {.text = "שלום לכולם, יותר צל בבקשה 🌳👨‍👩‍👧",
             .section = "ideas",
             .cluster = {},
             .comments = {"תודה!"}},
            {.text = "请在街上多种树，夏天太热了。", .section = "ideas", .cluster = {}, .comments = {}},
            {.text = "<b>Fett</i> & <script>alert('x')</script> </li></ul>",
             .section = "ideas",
             .cluster = {},
             .comments = {}},
            {.text = "=SUM(A1)", .section = "worries", .cluster = {}, .comments = {"@Moderation: bitte prüfen"}},
            {.text = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsänderungsgesetz",
             .section = "worries",
             .cluster = {},
             .comments = {}}};
}

activity collecting() {
    return {.id = "collect-ideas",
            .kind = activity_kind::collect,
            .title = "Ideen für die Grünstraße",
            .prompt = "Was würde Ihren **Alltag** auf der Grünstraße spürbar besser machen?",
            .planned_minutes = 20,
            .actual_minutes = 23,
            .sections = {{"ideas", "Ideen"}, {"worries", "Sorgen"}},
            .clusters = {"Grün & Schatten", "Verkehr", "Barrierefreiheit"},
            .entries = ideas(),
            .removed = 1,
            .vote = {}};
}

activity weighting() {
    return {.id = "weigh",
            .kind = activity_kind::vote,
            .title = "Gewichten",
            .prompt = "Womit sollen wir anfangen?",
            .planned_minutes = 10,
            .actual_minutes = 8,
            .sections = {},
            .clusters = {},
            .entries = {},
            .ballots = 42,
            .vote = vote{
                .method = vote_method::dots,
                .budget = 5,
                .per_item = 3,
                .source = item_source{"Ideen für die Grünstraße", taken::clusters},
                .items = {{"Grün & Schatten", dotted{34, 20}},
                          {"Tempo 30 ganztags", dotted{19, 11}},
                          {"Barrierefreie Haltestelle mit taktilem Leitsystem und einer Bank, die auch bei "
                           "Regen trocken bleibt, damit ältere Menschen dort gut warten können",
                           dotted{61, 33}},
                          {"请在街上多种树，夏天太热了。请在街上多种树，夏天太热了。请在街上多种树。", dotted{0, 0}},
                          {"יותר צל בבקשה", dotted{19, 8}}},
                .abstentions = 1}};
}

activity judging() {
    return {.id = "judge",
            .kind = activity_kind::vote,
            .title = "Stimmungsbild",
            .prompt = "",
            .planned_minutes = 10,
            .actual_minutes = 0,
            .sections = {},
            .clusters = {},
            .entries = {},
            .ballots = 38,
            .vote = vote{.method = vote_method::agree_disagree,
                         .items = {{"Die Straße soll im Sommer autofrei sein.", judged{12, 5, 20}},
                                   {"Tempo 30 soll den ganzen Tag gelten.", judged{30, 3, 4}},
                                   {"Die Sperrmüllabfuhr soll häufiger kommen.", judged{1, 0, 0}},
                                   {"Dazu hat niemand etwas gesagt.", judged{0, 0, 0}}},
                         .abstentions = 0}};
}

activity choosing() {
    return {.id = "choose",
            .kind = activity_kind::vote,
            .title = "Nächster Termin",
            .prompt = "Wann treffen wir uns wieder?",
            .planned_minutes = {},
            .actual_minutes = 1,
            .sections = {},
            .clusters = {},
            .entries = {},
            .ballots = 40,
            .vote = vote{.method = vote_method::single_choice,
                         .items = {{"Dienstag", chosen{12}}, {"Mittwoch", chosen{25}}, {"Donnerstag", chosen{1}}},
                         .abstentions = 2,
                         .filled_in = 38}};
}

activity withheld() {
    return {.id = "late",
            .kind = activity_kind::vote,
            .title = "Zweite Runde",
            .prompt = "",
            .planned_minutes = {},
            .actual_minutes = 3,
            .sections = {},
            .clusters = {},
            .entries = {},
            .ballots = 3,
            .vote = vote{.method = vote_method::single_choice,
                         .items = {{"Linden", {}}, {"Ahorn", {}}},
                         .abstentions = 0,
                         .withheld = true}};
}

activity feedback() {
    return {.id = "feedback",
            .kind = activity_kind::feedback,
            .title = "Rückmeldung",
            .prompt = "Wie war die Werkstatt?",
            .planned_minutes = 5,
            .actual_minutes = {},
            .sections = {},
            .clusters = {},
            .entries = {},
            .vote = {}};
}

}  // namespace

minutes sample_minutes(language in) {
    return {.title = "Bürgerwerkstatt „Zukunft Grünstraße“",
            .date = std::chrono::year{2026} / 11 / 21,
            .language = in,
            .participants = 42,
            .notice =
                "**Zweck:** Ideen für die Grünstraße. Alle sehen alle Beiträge, niemand sieht, von wem sie "
                "sind.\n\nDie Beiträge werden 90 Tage aufbewahrt.",
            .cover = {.about = {},
                      .outcome = {},
                      .next = "Das Tiefbauamt prüft die **drei ersten** Vorschläge bis März. Alle, die mitgemacht "
                              "haben, hören davon."},
            .activities = {welcome(), collecting(), weighting(), judging(), choosing(), withheld(), feedback()}};
}

minutes empty_minutes(language in) {
    return {.title = "",
            .date = std::chrono::year{2026} / 1 / 2,
            .language = in,
            .notice = "",
            .cover = {},
            .activities = {}};
}

namespace {

activity personas() {
    constexpr auto grey = card_kind::tone::grey, green = card_kind::tone::green, red = card_kind::tone::red,
                   blue = card_kind::tone::blue, violet = card_kind::tone::violet;
    return {
        .id = "personas",
        .kind = activity_kind::collect,
        .title = "Wer kommt ins Bürgerbüro?",
        .prompt = "Füllen Sie für jede Person die Felder aus.",
        .planned_minutes = 25,
        .actual_minutes = 27,
        .sections = {{"p1-goals", "Ziele", "Frau Yıldız, 34, Elternzeit"},
                     {"p1-hurdles", "Hürden", "Frau Yıldız, 34, Elternzeit"},
                     {"p1-wishes", "Wünsche", "Frau Yıldız, 34, Elternzeit"},
                     {"p2-goals", "Ziele", "Herr Brandt, 71, allein lebend"},
                     {"p2-hurdles", "Hürden", "Herr Brandt, 71, allein lebend"},
                     {"more", "Was fehlt noch?"}},
        .clusters = {},
        .entries =
            {{.text = "Kinderausweis beantragen, ohne zweimal zu kommen",
              .section = "p1-goals",
              .cluster = {},
              .comments = {"Geht in der Nachbarstadt schon."},
              .kind = "Beobachtung",
              .tags = {"Termine"}},
             {.text = "Kein Platz für den Kinderwagen –\ndie Tür geht nach innen auf.",
              .section = "p1-hurdles",
              .cluster = {},
              .comments = {},
              .kind = "Bedenken",
              .tags = {"Gebäude", "Barrierefreiheit"},
              .on_behalf = true},
             {.text = "", .section = "p1-hurdles", .cluster = {}, .comments = {"Das kenne ich."}, .withdrawn = true},
             {.text = "עוד ספסלים בכניסה 🪑",
              .section = "p1-wishes",
              .cluster = {},
              .comments = {},
              .kind = "Idee",
              .tags = {"Gebäude"}},
             {.text = "=SUM(A1)", .section = "p2-goals", .cluster = {}, .comments = {}, .kind = "Frage"},
             {.text = "Formulare in großer Schrift, und jemand, der sie vorliest",
              .section = "p2-hurdles",
              .cluster = {},
              .comments = {"Ja!", "Auch am Telefon."},
              .kind = "Idee",
              .tags = {"Barrierefreiheit"},
              .on_behalf = true},
             {.text = "Wer spricht mit denen, die gar nicht kommen?",
              .section = "more",
              .cluster = {},
              .comments = {},
              .kind = "Frage",
              .tags = {"Termine", "Barrierefreiheit"}}},
        .removed = 1,
        .kinds = {{"Beobachtung", grey, 1},
                  {"Idee", green, 2},
                  {"Bedenken", red, 1},
                  {"Frage", blue, 2},
                  {"Zitat", violet, 0}},
        .tags = {{"Termine", "Alles um Buchen, Warten, Wiederkommen", 2},
                 {"Gebäude", "", 2},
                 {"Barrierefreiheit", "Was Menschen ausschließt: Stufen, Schrift, Sprache, Technik; nicht Geld", 3},
                 {"Gebühren", "Was Dinge kosten", 0}},
        .on_behalf = 2,
        .per_person = 3,
        .vote = {}};
}

activity parking_lot() {
    return {.id = "parking",
            .kind = activity_kind::collect,
            .title = "Parkplatz",
            .prompt = "Was heute keinen Platz hat, aber nicht verloren gehen soll.",
            .planned_minutes = {},
            .actual_minutes = 118,
            .sections = {},
            .clusters = {},
            .entries =
                {{.text = "Wie geht es mit dem Standort Nord weiter?", .section = {}, .cluster = {}, .comments = {}}},
            .beside = true,
            .vote = {}};
}

}  // namespace

minutes gathered_minutes(language in) {
    auto made = empty_minutes(in);
    made.title = "Bürgerbüro von morgen";
    made.participants = 16;
    made.activities = {personas(), parking_lot()};
    return made;
}

namespace {

activity agreed() {
    activity made;
    made.id = "measures";
    made.kind = activity_kind::measures;
    made.title = "Wer macht was?";
    made.prompt = "Was tun wir als Nächstes?";
    made.planned_minutes = 15;
    made.actual_minutes = 17;
    made.measures =
        measures{.source = item_source{"Wirkung und Aufwand", taken::quadrant, 0, 0, {"Wirkung", "Aufwand"}},
                 .items = {"Grün & Schatten", "Tempo 30 ganztags",
                           "Eine Bank an der Haltestelle, die auch bei Regen trocken bleibt"},
                 .list = {{"Drei Linden vor der Schule pflanzen,\nund jemanden finden, der sie im August gießt",
                           "Grünflächenamt", std::chrono::year{2027} / 3 / 31, measure_status::planned, 0},
                          {"=SUM(A1)", "יעל", {}, measure_status::dropped, 2},
                          {"Patenschaften für Baumscheiben ausschreiben", "", std::chrono::year{2026} / 12 / 5,
                           measure_status::under_way, 0},
                          {"Ergebnis dem Ausschuss vorlegen", "Moderation", {}, measure_status::done, {}}}};
    return made;
}

activity agreed_freely() {
    activity made;
    made.id = "more-measures";
    made.kind = activity_kind::measures;
    made.title = "Sonst noch";
    made.measures = measures{.list = {{"Fotos löschen", "alle", {}, measure_status::planned, {}}}};
    return made;
}

}  // namespace

minutes handed_over_minutes(language in) {
    auto made = empty_minutes(in);
    made.title = "Von der Idee zur Maßnahme";
    made.participants = 12;
    auto weighed = weighting();
    weighed.title = "Punkte";
    auto first = dots_vote(3);
    first.vote->source = item_source{"Punkte", taken::top, 2};
    auto disputed = dots_vote(1);
    disputed.vote->source = item_source{"Noten", taken::disputed};
    auto above = dots_vote(1);
    above.vote->source = item_source{"Noten", taken::above, 0, 3.5};
    made.activities = {weighed, first, disputed, above, agreed(), agreed_freely()};
    for (std::size_t at = 0; at < made.activities.size(); ++at) made.activities[at].id += std::to_string(at);
    return made;
}

minutes full_of(const std::string& text) {
    minutes made = sample_minutes();
    made.activities.push_back(agreed());
    made.activities.push_back(personas());
    for (auto& each : supported_minutes().activities) made.activities.push_back(std::move(each));
    made.title = made.notice = text;
    for (auto& activity : made.activities) {
        activity.title = activity.prompt = text;
        for (auto& section : activity.sections) {
            if (!activity.brainwriting) section.title = text;
            if (!section.canvas.empty()) section.canvas = text;
        }
        for (auto& kind : activity.kinds) kind.title = text;
        for (auto& tag : activity.tags) tag.name = tag.meaning = text;
        for (auto& cluster : activity.clusters) cluster = text;
        for (auto& entry : activity.entries) {
            if (!entry.withdrawn) entry.text = text;
            if (entry.cluster) entry.cluster = text;
            if (!entry.kind.empty()) entry.kind = text;
            for (auto& tag : entry.tags) tag = text;
            for (auto& comment : entry.comments) comment = text;
        }
        for (auto& theme : activity.themes) theme = text;
        if (activity.themes_from) activity.themes_from->title = text;
        if (activity.measures) {
            activity.measures->source = item_source{text, taken::quadrant, 0, 0, {text, text}};
            for (auto& item : activity.measures->items) item = text;
            for (auto& measure : activity.measures->list) measure.what = measure.who = text;
        }
        if (!activity.vote) continue;
        if (activity.vote->source) activity.vote->source->title = text;
        for (auto& item : activity.vote->items) item.text = text;
    }
    return made;
}

}  // namespace klartext::protocol
