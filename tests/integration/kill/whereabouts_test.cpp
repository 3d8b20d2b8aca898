#include "integration/kill/whereabouts.hpp"

#include <gmock/gmock.h>

using namespace klartext::replay;
using klartext::killing::amiss;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

struct Whereabouts : testing::Test {
    recording recorded;
    expectation expected;

    Whereabouts() {
        contribute(write_entry{"cards", "e1", "one", {}});
        contribute(edit_entry{"e1", "two"});
        contribute(write_comment{"e1", "c1", "three"});
        contribute(write_entry{"cards", "e2", "four", {}});
        contribute(withdraw_entry{"e2"});
    }
    void contribute(contribution what) {
        act next;
        next.what = std::move(what);
        recorded.acts.push_back(std::move(next));
    }
    void confirm(const std::string& ref, const std::string& text, bool withdrawn = false) {
        expected_entry entry;
        entry.ref = ref;
        entry.text = text;
        entry.withdrawn = withdrawn;
        expected.entries.push_back(entry);
    }
    std::vector<std::string> among(const std::string& entries) const {
        return amiss(recorded, expected, R"({"activities":[{"entries":[)" + entries + "]}]}");
    }
};

const std::string two_with_three = R"({"text":"two","comments":["three"]})";

}  // namespace

TEST_F(Whereabouts, AreNotAskedOfWhatIsThereAsConfirmed) {
    confirm("e1", "two");
    confirm("c1", "three");
    confirm("e2", "four", true);
    EXPECT_THAT(among(two_with_three), IsEmpty());
}

TEST_F(Whereabouts, TellLostFromOutdatedFromDoubled) {
    confirm("e1", "two");
    confirm("c1", "three");
    EXPECT_THAT(among(""), ElementsAre(R"(c1: confirmed as "three"; not there; in the recording: "three")",
                                       R"(e1: confirmed as "two"; not there; in the recording: "one", "two")"));
    EXPECT_THAT(among(R"({"text":"one","comments":["three"]})"),
                ElementsAre(R"(e1: confirmed as "two"; there 1 time(s) as "one"; in the recording: "one", "two")"));
    EXPECT_THAT(among(two_with_three + R"(,{"text":"two","comments":[]})"),
                ElementsAre(R"(e1: confirmed as "two"; there 2 time(s) as "two"; in the recording: "one", "two")"));
}

TEST_F(Whereabouts, TellWithdrawnFromNeverConfirmed) {
    confirm("e1", "two");
    confirm("c1", "three");
    const auto with_four = two_with_three + R"(,{"text":"four","comments":[]})";
    const std::string of_four = R"(; there 1 time(s) as "four"; in the recording: "four", and a withdrawal)";
    EXPECT_THAT(among(with_four), ElementsAre("e2: never confirmed" + of_four));
    confirm("e2", "four", true);
    EXPECT_THAT(among(with_four), ElementsAre("e2: its withdrawal was confirmed" + of_four));
    expected.entries.back().withdrawn = false;
    EXPECT_THAT(among(two_with_three + R"(,{"text":"","withdrawn":true,"comments":[]})"),
                ElementsAre(R"(e2: confirmed as "four"; not there; in the recording: "four", and a withdrawal)"));
}

TEST_F(Whereabouts, TellWhatNobodyWrote) {
    EXPECT_THAT(among(R"({"text":"five","comments":[]})"),
                ElementsAre(R"("five" is there, and nowhere in the recording)"));
}
