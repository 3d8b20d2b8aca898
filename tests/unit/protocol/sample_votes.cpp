#include "sample_minutes.hpp"

namespace klartext::protocol {
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
