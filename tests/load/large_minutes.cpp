#include "large_minutes.hpp"

#include <array>
#include <string>

namespace klartext::protocol {
namespace {

constexpr std::array<const char*, 8> subjects{"Die Bushaltestelle am Rathausplatz",
                                              "Der Schulweg durch die Lindenallee",
                                              "Das Straßenverkehrsordnungsänderungsverfahren",
                                              "Der Spielplatz hinter der Stadtbibliothek 🌳",
                                              "Die Beleuchtung in der Unterführung",
                                              "Die Öffnungszeiten des Bürgerbüros",
                                              "Der Wochenmarkt am Samstagvormittag",
                                              "Das Leitsystem für Menschen mit Sehbehinderung"};
constexpr std::array<const char*, 7> wishes{"sollte endlich barrierefrei werden",
                                            "braucht mehr Bänke, Schatten und einen Trinkwasserbrunnen",
                                            "ist vor allem abends unangenehm; dort fehlt Licht",
                                            "funktioniert gut und soll bitte so bleiben",
                                            "wäre mit einer gebündelten Lieferzone viel sicherer",
                                            "muss mit den Nachbargemeinden abgestimmt werden",
                                            "kostet weniger, als viele glauben"};

std::string sentence(std::size_t n) {
    auto text = std::string(subjects[n % subjects.size()]) + " " + wishes[n % wishes.size()] + ".";
    if (n % 5 == 0) text += " " + sentence(n + 3);
    return text;
}

activity collecting(int number) {
    activity made;
    made.kind = activity_kind::collect;
    made.title = "Ideen sammeln, Runde " + std::to_string(number + 1);
    made.prompt = "Was würde Ihren **Alltag** spürbar besser machen?";
    made.clusters = {"Verkehr", "Grün & Schatten", "Verwaltung"};
    for (int n = 0; n < large::entries / (large::activities / 2); ++n) {
        entry one;
        one.text = sentence(static_cast<std::size_t>(number * 101 + n));
        one.cluster = made.clusters[static_cast<std::size_t>(n % 3)];
        if (n % 10 == 0) one.comments = {"Ja, bitte!", sentence(static_cast<std::size_t>(n + 1))};
        made.entries.push_back(std::move(one));
    }
    return made;
}

activity voting(int number, vote_method method) {
    activity made;
    made.kind = activity_kind::vote;
    made.title = "Gewichten, Runde " + std::to_string(number + 1);
    made.ballots = 60;
    auto& voted = made.vote.emplace();
    voted.method = method;
    voted.budget = 5;
    voted.per_item = 3;
    for (int n = 0; n < 12; ++n) {
        vote_item item{sentence(static_cast<std::size_t>(number + n)), dotted{60 - 4 * n, 40 - 3 * n}};
        if (method == vote_method::agree_disagree) item.result = judged{30 - n, n, 10};
        voted.items.push_back(std::move(item));
    }
    return made;
}

}  // namespace

minutes large_minutes() {
    minutes made;
    made.title = "Bürgerwerkstatt „Zukunft Grünstraße“";
    made.date = std::chrono::year{2026} / 11 / 21;
    made.participants = 300;
    made.notice = "**Zweck:** Ideen für die Grünstraße.";
    for (int n = 0; n < large::activities / 2; ++n) {
        made.activities.push_back(collecting(n));
        made.activities.push_back(voting(n, n % 2 == 0 ? vote_method::dots : vote_method::agree_disagree));
    }
    for (auto& each : made.activities) each.id = std::to_string(&each - made.activities.data());
    return made;
}

}  // namespace klartext::protocol
