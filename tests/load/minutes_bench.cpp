// Renders large minutes in every format and prints the processor time of each: the least of some rounds. One thread.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include "large_minutes.hpp"
#include "protocol/documents.hpp"

namespace {

using namespace klartext::protocol;
using namespace large;
constexpr int rounds = 5;

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
