// Large minutes as PDF: processor time per phase and per page, the first time and warm, and memory.
#include <sys/resource.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>

#include "large_minutes.hpp"
#include "protocol/compose.hpp"
#include "protocol/pdf/flow.hpp"
#include "protocol/pdf/painter.hpp"
#include "protocol/pdf/pdf.hpp"
#include "protocol/pdf/tagging.hpp"
#include "protocol/pdf/write_blocks.hpp"

namespace {

using namespace klartext::protocol;

using namespace large;

constexpr int warm_runs = 9;

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
    const auto of = large_minutes();
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
