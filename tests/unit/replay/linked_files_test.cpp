#include "replay/linked_files.hpp"

#include <gmock/gmock.h>

namespace klartext::replay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LinkedFiles, AreThoseThatThePageOffers) {
    EXPECT_THAT(
        linked_files(R"(<a href="#files">x</a><a class="file" href="csv/02-ideas.csv" download>csv/02-ideas.csv</a>
                        <a href="somewhere.html"><a class="file" href="minutes-short.pdf">)"),
        ElementsAre("csv/02-ideas.csv", "minutes-short.pdf"));
}

TEST(LinkedFiles, LeadOutOfNoFolder) {
    for (const auto* name : {"csv/../../evil.csv", "/csv/a.csv", "csv/a/b.csv", "csv/.csv", "..", ".hidden", "", "csv/",
                             "https://example.org/csv/a.csv", "a%2Fb.csv", "a b.csv"}) {
        const auto page = std::string(R"(<a class="file" href=")") + name + R"(">)";
        EXPECT_THAT(linked_files(page), IsEmpty()) << page;
    }
    EXPECT_THAT(linked_files(R"(<a class="file" href="minutes.pdf)"), IsEmpty());
}

}  // namespace
}  // namespace klartext::replay
