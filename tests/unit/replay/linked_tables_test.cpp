#include "replay/linked_tables.hpp"

#include <gmock/gmock.h>

namespace klartext::replay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LinkedTables, AreThoseThatThePageNames) {
    EXPECT_THAT(
        linked_tables(R"(<a href="#files">x</a><a class="file" href="csv/02-ideas.csv" download>csv/02-ideas.csv</a>
                                 <a href="minutes.json"><a href="csv/03-vote.csv">)"),
        ElementsAre("csv/02-ideas.csv", "csv/03-vote.csv"));
}

TEST(LinkedTables, LeadOutOfNoFolder) {
    for (const auto* page :
         {R"(href="csv/../../evil.csv")", R"(href="/csv/a.csv")", R"(href="csv/a/b.csv")", R"(href="csv/.csv")",
          R"(href="https://example.org/csv/a.csv")", R"(href="csv/a.csv)", R"(href=")", ""})
        EXPECT_THAT(linked_tables(page), IsEmpty()) << page;
}

}  // namespace
}  // namespace klartext::replay
