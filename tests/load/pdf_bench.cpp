// Large minutes as PDF: processor time per phase and per page, the first time and warm, and memory.
#include <sys/resource.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>

#include "protocol/compose.hpp"
#include "protocol/pdf/flow.hpp"
#include "protocol/pdf/painter.hpp"
#include "protocol/pdf/pdf.hpp"
#include "protocol/pdf/tagging.hpp"
#include "protocol/pdf/write_blocks.hpp"

namespace {

using namespace klartext::protocol;

constexpr int entries = 1000, activities = 20, warm_runs = 9;

// Of the whole process, since Pango asks fontconfig in a thread of its own.
double processor_ms() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

double peak_mib() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

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
    for (int n = 0; n < entries / (activities / 2); ++n) {
        entry one;
        one.text = sentence(static_cast<std::size_t>(number * 101 + n));
        one.cluster = made.clusters[static_cast<std::size_t>(n % 3)];
        if (n % 10 == 0) one.comments = {"Ja, bitte!", sentence(static_cast<std::size_t>(n + 1))};
        made.entries.push_back(std::move(one));
    }
    return made;
}

activity voting(int number) {
    activity made;
    made.kind = activity_kind::vote;
    made.title = "Gewichten, Runde " + std::to_string(number + 1);
    made.ballots = 60;
    auto& voted = made.vote.emplace();
    voted.method = vote_method::dots;
    voted.budget = 5;
    voted.per_item = 3;
    for (int n = 0; n < 12; ++n)
        voted.items.push_back({sentence(static_cast<std::size_t>(number + n)), dotted{60 - 4 * n, 40 - 3 * n}});
    return made;
}

minutes large() {
    minutes made;
    made.title = "Bürgerwerkstatt „Zukunft Grünstraße“";
    made.date = std::chrono::year{2026} / 11 / 21;
    made.participants = 300;
    made.notice = "**Zweck:** Ideen für die Grünstraße.";
    for (int n = 0; n < activities / 2; ++n) {
        made.activities.push_back(collecting(n));
        made.activities.push_back(voting(n));
    }
    return made;
}

using phases = std::map<std::string, double>;

// What to_pdf does, step by step.
std::size_t timed(const minutes& of, phases& spent, std::string& bytes) {
    double last = processor_ms();
    const auto done = [&](const char* phase) {
        const auto now = processor_ms();
        spent[phase] += now - last;
        last = now;
    };
    const pdf::typesetter letters_of(of.language);
    pdf::composer to(letters_of, pdf::usual_accent);
    done("1 letters");
    const auto blocks = compose(of);
    done("2 blocks");
    pdf::write_document(blocks, of.language, {}, nullptr, to);
    done("3 layout");
    const auto pages = pdf::pages_of(to.out);
    done("4 pages");
    const auto painted = pdf::painted(to.out, pages, {of.title, {}, of.language}, letters_of, nullptr);
    done("5 painting");
    to.out.tree.outline = std::move(to.out.outline);
    bytes = pdf::tagged(painted, to.out.tree, {of.title, {}, of.date, of.language});
    done("6 tags");
    return pages.size();
}

void print(const char* name, const phases& spent, double runs, std::size_t pages) {
    double all = 0;
    std::printf("%-8s", name);
    for (const auto& [phase, ms] : spent) {
        std::printf("  %s %6.1f", phase.c_str() + 2, ms / runs);
        all += ms / runs;
    }
    std::printf("  all %6.1f ms, %5.2f ms per page\n", all, all / static_cast<double>(pages));
}

}  // namespace

int main(int count, char** arguments) {
    const auto of = large();
    phases first, warm;
    std::string bytes;
    auto pages = timed(of, first, bytes);
    print("first", first, 1, pages);
    std::printf("         at most %.0f MiB of memory\n", peak_mib());
    for (int run = 0; run < warm_runs; ++run) pages = timed(of, warm, bytes);
    print("warm", warm, warm_runs, pages);
    std::printf("%d entries, %d activities, %zu pages, %zu KiB, at most %.0f MiB of memory after %d runs\n", entries,
                activities, pages, bytes.size() / 1024, peak_mib(), warm_runs + 1);
    if (count > 1) std::ofstream(arguments[1], std::ios::binary) << bytes;
}
