#include "replay/top_up.hpp"

#include <gtest/gtest.h>

using namespace klartext::replay;
using std::chrono::seconds;

namespace {

struct TopUp : testing::Test {
    recording made;

    void contribute(std::uint32_t who, contribution what) {
        act next;
        next.who = who;
        next.what = std::move(what);
        made.acts.push_back(std::move(next));
    }
    void cards(std::uint32_t who, const std::string& activity, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            contribute(who, write_entry{activity, "e" + std::to_string(made.acts.size()), "Karte", {}});
    }
    void comments(std::uint32_t who, const std::string& on, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) contribute(who, write_comment{on, "", "Ja"});
    }
};

}  // namespace

TEST_F(TopUp, IsThatOfAnyServerWhileNobodyWritesMoreThanOneBatch) {
    cards(0, "a", 200);
    cards(0, "b", 200);
    cards(1, "a", 200);
    for (int i = 0; i < 300; ++i) contribute(0, edit_entry{"e0", "Anders"});
    for (int i = 0; i < 300; ++i) contribute(0, cast_ballot{"a", R"({"method":"single_choice"})"});
    EXPECT_EQ(busiest_writing(made), 200u);
    EXPECT_EQ(top_up_for(0, made), seconds(300));
    EXPECT_EQ(top_up_for(60, made), seconds(300));
}

TEST_F(TopUp, RunsFasterWithTheRecordingWhereSomebodyWritesMore) {
    cards(0, "a", 100);
    cards(1, "b", 50);
    comments(0, "e3", 101);
    comments(1, "e3", 50);
    EXPECT_EQ(busiest_writing(made), 201u) << "comments need stamps of the activity of their entry";
    EXPECT_EQ(top_up_for(0, made), seconds(1));
    EXPECT_EQ(top_up_for(10, made), seconds(30));
    EXPECT_EQ(top_up_for(10'000, made), seconds(1));
}

TEST_F(TopUp, OfAnEmptyRecordingIsThatOfAnyServer) { EXPECT_EQ(top_up_for(0, made), seconds(300)); }
