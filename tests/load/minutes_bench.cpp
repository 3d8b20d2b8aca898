// Renders large minutes in every format and prints the processor time of each: the least of some rounds. One thread.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include "protocol/documents.hpp"

namespace {

using namespace klartext::protocol;
constexpr int activities = 20, entries = 1000, rounds = 5;

// Words of all lengths, always the same ones.
std::string text(int number) {
    constexpr const char* words[] = {"Bäume", "auf", "der",    "Grünstraße", "Tempo", "Haltestelle", "mehr",
                                     "Platz", "für", "Kinder", "Lieferzone", "und",   "Schatten"};
    std::string out = "Beitrag " + std::to_string(number) + ":";
    for (int n = 0; n < 5 + number * 7 % 40; ++n) out += std::string(" ") + words[(number + n * n) % 13];
    return out;
}

activity collecting(int number, int count) {
    activity made;
    made.id = std::to_string(number);
    made.kind = activity_kind::collect;
    made.title = "Sammeln " + std::to_string(number);
    made.prompt = "Was würde Ihren **Alltag** besser machen?";
    made.clusters = {"Grün", "Verkehr", "Kinder"};
    for (int n = 0; n < count; ++n) {
        auto& one = made.entries.emplace_back();
        one.text = text(n);
        if (n % 4 < 3) one.cluster = made.clusters[static_cast<std::size_t>(n % 4)];
        if (n % 3 == 0) one.comments = {text(n + 1), text(n + 2)};
    }
    return made;
}

activity voting(int number, vote_method method) {
    activity made;
    made.id = std::to_string(number);
    made.kind = activity_kind::vote;
    made.title = "Abstimmen " + std::to_string(number);
    made.ballots = 60;
    auto& voted = made.vote.emplace();
    voted.method = method;
    voted.budget = voted.per_item = 5;
    for (int n = 0; n < 12; ++n) {
        vote_item item{text(n), dotted{40 - n, 20}};
        if (method == vote_method::agree_disagree) item.result = judged{30 - n, n, 10};
        voted.items.push_back(std::move(item));
    }
    return made;
}

minutes large_minutes() {
    minutes made;
    made.title = "Bürgerwerkstatt";
    made.date = std::chrono::year{2026} / 11 / 21;
    made.participants = 200;
    for (int n = 0; n < activities; n += 2) {
        made.activities.push_back(collecting(n, entries / (activities / 2)));
        made.activities.push_back(voting(n + 1, n % 4 == 0 ? vote_method::dots : vote_method::agree_disagree));
    }
    return made;
}

void measure(const minutes& of, std::span<const format> wanted, const char* name) {
    std::clock_t least = 0;
    std::size_t bytes = 0;
    std::string first;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::clock();
        const auto made = render(of, wanted);
        const auto taken = std::clock() - start;
        least = round == 0 ? taken : std::min(least, taken);
        bytes = 0;
        for (const auto& document : made) bytes += document.content.size();
        if (!made.empty()) first = made.front().name;
    }
    std::printf("%-34s %8.1f ms %10zu bytes\n", name ? name : first.c_str(),
                1000.0 * static_cast<double>(least) / CLOCKS_PER_SEC, bytes);
}

}  // namespace

int main() {
    const auto of = large_minutes();
    std::printf("%d entries, %d activities, least processor time of %d rounds\n", entries, activities, rounds);
    for (const auto each : all_formats()) measure(of, std::span(&each, 1), nullptr);
    measure(of, all_formats(), "all together");
}
