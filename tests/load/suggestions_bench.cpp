// How long suggestions for the coded ideas take, the least of some rounds on one thread, and how well the nearest
// neighbours agree with the researchers' categories, beside plain TF-IDF.

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "coded_ideas.hpp"
#include "suggestions/suggestions.hpp"

namespace {

using namespace klartext::suggestions;
using klartext::testing::coded_ideas;
constexpr int rounds = 5;

double least_milliseconds(const std::function<void()>& work) {
    double least = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        least = round == 0 ? taken.count() : std::min(least, taken.count());
    }
    return least;
}

klartext::testing::neighbours our_neighbours(const coded_ideas& ideas, const std::vector<std::string>& texts) {
    klartext::testing::neighbours found;
    for (const auto& one : nearest_neighbours(texts, language::german, ideas.categorised))
        found.push_back(one ? std::optional(one->text) : std::nullopt);
    return found;
}

void print_agreement(const char* name, const coded_ideas& ideas, const std::vector<std::string>& texts) {
    using namespace klartext::testing;
    std::printf("agreement, %-22s ours %.3f, plain TF-IDF %.3f\n", name, agreement(ideas, our_neighbours(ideas, texts)),
                agreement(ideas, plain_neighbours(ideas, texts)));
}

void print_times(const char* name, const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const auto& text : texts) bytes += text.size();
    const auto german = language::german;
    std::printf("%-20s %5zu texts %8zu bytes: neighbours %5.0f ms, near-duplicates %5.0f ms, themes %5.0f ms\n", name,
                texts.size(), bytes, least_milliseconds([&] { (void)nearest_neighbours(texts, german); }),
                least_milliseconds([&] { (void)near_duplicates(texts, german); }),
                least_milliseconds([&] { (void)themes(texts, german); }));
}

void print_themes(const coded_ideas& ideas, const std::vector<std::string>& texts) {
    std::size_t inside = 0, pairs = 0;
    double sum = 0;
    for (const auto& found : themes(texts, language::german)) {
        inside += found.texts.size();
        std::printf("    %3zu texts, alike %.2f:", found.texts.size(), found.alike);
        for (const auto& word : found.words) std::printf(" %s", word.c_str());
        std::printf("\n");
        for (const auto one : found.texts)
            for (const auto other : found.texts) {
                const auto both = ideas.categories[one] | ideas.categories[other];
                if (one >= other || ideas.categories[one].none() || ideas.categories[other].none()) continue;
                const auto shared = ideas.categories[one] & ideas.categories[other];
                sum += static_cast<double>(shared.count()) / static_cast<double>(both.count());
                ++pairs;
            }
    }
    std::printf("    %zu of %zu texts in a theme; agreement of pairs within a theme %.3f\n", inside, texts.size(),
                pairs ? sum / static_cast<double>(pairs) : 0);
}

void print_duplicates(const char* name, const coded_ideas& ideas, const std::vector<std::string>& texts) {
    std::size_t same = 0;
    const auto groups = near_duplicates(texts, language::german);
    for (const auto& group : groups) same += group.same_words;
    std::printf("near-duplicates, %s: %zu groups, %zu of them with the same words\n", name, groups.size(), same);
    for (const auto& group : groups) {
        if (group.same_words) continue;
        std::printf("    %.2f", group.alike);
        for (const auto text : group.texts)
            std::printf(" | %s %s", ideas.refs[text].c_str(), ideas.titles[text].c_str());
        std::printf("\n");
    }
}

/// As many texts as are allowed, each two titles one after the other.
std::vector<std::string> as_many_as_possible(const std::vector<std::string>& titles) {
    std::vector<std::string> texts;
    for (std::size_t n = 0; n < most_texts; ++n)
        texts.push_back(titles[n % titles.size()] + ' ' + titles[(n * 31 + n / titles.size()) % titles.size()]);
    return texts;
}

}  // namespace

int main(int count, char** arguments) {
    const auto ideas = klartext::testing::read_coded_ideas(KLARTEXT_SOURCE_DIR "/tests/data");
    print_agreement("titles", ideas, ideas.titles);
    print_agreement("titles and texts", ideas, ideas.texts);
    auto twice = ideas.titles;
    for (const auto& title : ideas.titles) twice.push_back("Neu: " + title);
    print_times("titles", ideas.titles);
    print_times("titles, twice", twice);
    print_times("titles and texts", ideas.texts);
    print_times("as many as possible", as_many_as_possible(ideas.titles));
    if (count < 2 || arguments[1] != std::string_view("all")) return 0;
    for (const auto& [name, texts] : {std::pair{"titles", ideas.titles}, std::pair{"titles and texts", ideas.texts}}) {
        print_duplicates(name, ideas, texts);
        std::printf("themes, %s:\n", name);
        print_themes(ideas, texts);
    }
}
