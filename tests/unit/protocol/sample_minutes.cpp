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
    made.title = made.notice = text;
    for (auto& activity : made.activities) {
        activity.title = activity.prompt = text;
        for (auto& section : activity.sections) {
            section.title = text;
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

namespace {

/// 9 ballots Termine, Abholbox, Sprachen; 5 Abholbox, Sprachen, Termine; 2 Sprachen, Termine, Abholbox; 2 Sprachen.
contest rankings() {
    return {.pairs = {{0, 11, 9}, {5, 0, 14}, {9, 4, 0}},
            .beats_all = {},
            .smith_set = {0, 1, 2},
            .runoff = {{{{0, 9}, {1, 5}, {2, 4}}, 0, {2}, false}, {{{0, 11}, {1, 5}}, 2, {}, false}},
            .runoff_best = 0};
}

vote resisting() {
    return {.method = vote_method::consensing,
            .rules = resistance_rules{10, true, 8, true},
            .items = {{"Abholbox vor dem Rathaus", resisted{{8, 4, 3, 1, 0, 0, 0, 1, 1, 0, 0},
                                                            1,
                                                            {"Vandalismus?", "Wer zahlt den Strom –\nauch nachts?"},
                                                            false,
                                                            true,
                                                            {},
                                                            true}},
                      {"Alles nur noch online",
                       resisted{{5, 1, 0, 0, 0, 1, 0, 0, 1, 3, 7}, 11, {"=SUM(A1)"}, false, false, {}, true}},
                      {"Alles bleibt, wie es ist",
                       resisted{{1, 1, 2, 3, 4, 3, 2, 1, 1, 0, 0}, 1, {}, true, false, {}, true}}},
            .filled_in = 18};
}

vote estimating() {
    return {.method = vote_method::estimate,
            .rules = estimate_rules{1, 0., 60., "Wochen"},
            .items = {{"bis zur ersten Abholbox",
                       estimated{
                           .estimates = 17,
                           .median = 12,
                           .mean = 15.7,
                           .deviation = 11.3,
                           .lower_quartile = 8.5,
                           .upper_quartile = 20,
                           .lowest = 4,
                           .highest = 52,
                           .histogram = {{0, 10, 5}, {10, 20, 7}, {20, 30, 4}, {30, 40, 0}, {40, 50, 0}, {50, 60, 1}}}},
                      {"bis alle Formulare leicht zu lesen sind", estimated{}}},
            .abstentions = 1,
            .filled_in = 17};
}

vote answering() {
    return {.method = vote_method::open_text,
            .rules = answer_rules{300},
            .items = {{"Was fehlt Ihnen im Bürgerbüro?", answered{{"=SUM(A1)", "Mehr Plätze\nim Wartebereich",
                                                                   "Mehr Plätze\nim Wartebereich", "שקט 🤫"}}},
                      {"Und was ist zu viel?", answered{}}},
            .abstentions = 14,
            .filled_in = 4};
}

}  // namespace

activity dots_vote(int items) {
    activity made;
    made.id = "dots";
    made.kind = activity_kind::vote;
    made.title = "Punkte";
    made.ballots = 60;
    auto& voted = made.vote.emplace();
    voted.method = vote_method::dots;
    voted.budget = voted.per_item = 5;
    for (int n = items; n > 0; --n) voted.items.push_back({"Vorschlag " + std::to_string(n), dotted{n, n}});
    return made;
}

minutes judged_minutes(language in) {
    auto made = empty_minutes(in);
    made.title = "Digitales Labor: Bürgerbüro";
    const auto add = [&](const char* title, vote of) {
        activity one;
        one.id = std::to_string(made.activities.size());
        one.kind = activity_kind::vote;
        one.title = title;
        one.ballots = 18;
        one.actual_minutes = 6;
        one.vote = std::move(of);
        made.activities.push_back(std::move(one));
    };
    add("Wie gut passt das?",
        {.method = vote_method::rating,
         .scale = {"passt gar nicht", "", "", "", "passt sehr gut"},
         .items = {
             {"Termin von zu Hause buchen, ohne Konto", rated{{0, 1, 2, 6, 9}, 0, {}}},
             {"Abholbox für Ausweise rund um die Uhr, auch für Menschen im Rollstuhl und mit Kinderwagen erreichbar",
              rated{{7, 1, 0, 2, 6}, 2, {}}},
             {"עמדה בשפות נוספות 🌍", rated{{0, 0, 0, 0, 0}, 18, {}}}}});
    add("Wie geht es Ihnen mit dem Vorhaben?", {.method = vote_method::mood,
                                                .scale = {"skeptisch", "", "", "", "zuversichtlich"},
                                                .items = {{"Stimmung", rated{{1, 2, 4, 8, 3}, 0, {5, 6, 4, 2, 0}}}}});
    add("Was zuerst?", {.method = vote_method::ranking,
                        .rules = ranking_rules{unranked_items::share_rest, false, 0},
                        .items = {{"Termine", placed{21, 9, 16, 1}},
                                  {"Abholbox", placed{20, 5, 16, 2}},
                                  {"Sprachen", placed{13, 4, 18, 3}}},
                        .filled_in = 18,
                        .contest = rankings()});
    add("Wirkung und Aufwand",
        {.method = vote_method::multi_criteria,
         .scale = {"niedrig", "", "", "", "", "hoch"},
         .lowest_step = 0,
         .criteria = {{"Wirkung", 2, false}, {"Aufwand", 1, true}},
         .items = {{"Termine", weighed{{{{0, 0, 0, 0, 6, 9}, 3, {}}, {{3, 7, 4, 1, 0, 0}, 3, {}}}, 13. / 3, {}}},
                   {"Abholbox", weighed{{{{0, 0, 1, 1, 4, 4}, 8, {}}, {{0, 0, 0, 1, 7, 7}, 3, {}}}, 8.8 / 3, {}}},
                   {"Sprachen", weighed{{{{0, 0, 0, 0, 9, 9}, 0, {}}, {{3, 3, 2, 2, 0, 0}, 8, {}}}, 12.7 / 3, {}}},
                   {"Neue Möbel", weighed{{{{3, 3, 3, 0, 0, 0}, 9, {}}, {{0, 3, 3, 3, 0, 0}, 9, {}}}, 5. / 3, {}}},
                   {"Niemand hat es beurteilt",
                    weighed{{{{0, 0, 0, 0, 0, 0}, 18, {}}, {{0, 0, 0, 0, 0, 0}, 18, {}}}, {}, {}}}}});
    add("Was ist schon gut?",
        {.method = vote_method::multiple_choice,
         .rules = choice_rules{1, 3, true},
         .items = {{"Öffnungszeiten", chosen{11}}, {"Beratung", chosen{11}}, {"Wartezeit", chosen{2}}},
         .abstentions = 1,
         .filled_in = 17,
         .others = {"Der Spielteppich\nim Wartebereich", "die Pflanzen 🌿"}});
    add("Womit könnten Sie leben?", {.method = vote_method::approval,
                                     .items = {{"Montags bis 19 Uhr", chosen{15}}, {"Samstags", chosen{8}}},
                                     .abstentions = 0,
                                     .filled_in = 18});
    add("Wofür das Geld?", {.method = vote_method::points,
                            .budget = 100,
                            .rules = point_rules{true, true},
                            .items = {{"Abholbox", allotted{61, 12}}, {"Neue Möbel", allotted{0, 0}}},
                            .abstentions = 2,
                            .filled_in = 16});
    add("Was tragen alle mit?", resisting());
    add("Wie lange dauert das?", estimating());
    add("Was fehlt noch?", answering());
    return made;
}

}  // namespace klartext::protocol
