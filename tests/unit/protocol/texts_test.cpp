#include "protocol/texts.hpp"

#include <gtest/gtest.h>

#include <set>

namespace klartext::protocol {
namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> found;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        found.emplace(text.substr(at, text.find('}', at) - at));
    return found;
}

std::set<std::string_view> keys() {
    std::set<std::string_view> all;
    for (const auto& phrase : catalogue()) all.insert(phrase.key);
    return all;
}

TEST(Texts, EveryPhraseSaysTheSameInBothLanguages) {
    for (const auto& phrase : catalogue()) {
        EXPECT_FALSE(phrase.de.empty()) << phrase.key;
        EXPECT_FALSE(phrase.en.empty()) << phrase.key;
        EXPECT_EQ(placeholders(phrase.de), placeholders(phrase.en)) << phrase.key;
    }
}

TEST(Texts, NoKeyStandsTwiceAndEachCountedOneHasBothForms) {
    const auto all = keys();
    EXPECT_EQ(all.size(), catalogue().size());
    for (const auto key : all) {
        const auto stem = std::string(key.substr(0, key.rfind('_')));
        const bool counts = key.ends_with("_one") || key.ends_with("_other");
        EXPECT_TRUE(!counts || (all.contains(stem + "_one") && all.contains(stem + "_other"))) << key;
    }
}

TEST(Texts, OneIsNotMany) {
    EXPECT_EQ(counted(language::de, "removed", 1), "1 Beitrag von der Moderation entfernt");
    EXPECT_EQ(counted(language::de, "removed", 2), "2 Beiträge von der Moderation entfernt");
    EXPECT_EQ(counted(language::en, "removed", 1), "1 entry removed by the facilitator");
    EXPECT_EQ(counted(language::en, "removed", 0), "0 entries removed by the facilitator");
}

TEST(Texts, NumbersAreGroupedAsTheLanguageDoes) {
    EXPECT_EQ(number_of(language::de, 1234567), "1.234.567");
    EXPECT_EQ(number_of(language::en, 1000), "1,000");
    EXPECT_EQ(number_of(language::en, 999), "999");
    EXPECT_EQ(number_of(language::en, -1000), "-1,000");
    EXPECT_EQ(number_of(language::en, -100), "-100");
}

TEST(Texts, TheDateIsWrittenInFull) {
    const auto day = std::chrono::year{2026} / 3 / 5;
    EXPECT_EQ(long_date(language::de, day), "5. März 2026");
    EXPECT_EQ(long_date(language::en, day), "5 March 2026");
    EXPECT_EQ(iso_date(day), "2026-03-05");
    EXPECT_EQ(long_date(language::de, std::chrono::year{2026} / 2 / 30), "");
}

TEST(Texts, WhatIsFilledInIsNotFilledInAgain) {
    EXPECT_EQ(text_of(language::de, "colon", {{"label", "{value}"}, {"value", "{label} {"}}), "{value}: {label} {");
}

TEST(Texts, AnUnknownKeyOrAMissingValueIsAFault) {
    EXPECT_THROW((void)text_of(language::de, "no such key"), std::out_of_range);
    EXPECT_THROW((void)text_of(language::de, "colon"), std::out_of_range);
}

}  // namespace
}  // namespace klartext::protocol
