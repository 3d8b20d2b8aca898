#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Arrangement : workshop {
    void SetUp() override {
        start_with({collect("ideas", {.sections = {}, .comments = true, .release = release::live})});
        open("ideas");
        for (std::uint8_t n = 1; n <= 3; ++n) drop(n);
        does(add_cluster{{"ideas"}, cluster_nr(1), "Verkehr"});
        does(add_cluster{{"ideas"}, cluster_nr(2), "Grün"});
    }
    std::optional<cluster_id> cluster_of(std::uint8_t n) { return entry_at(n).cluster; }
};

TEST_F(Arrangement, EntriesMoveIntoAClusterAndOutOfIt) {
    does(arrange_entries{{"ideas"}, {entry_nr(1), entry_nr(2)}, cluster_nr(1)});
    EXPECT_EQ(cluster_of(1), cluster_nr(1));
    does(arrange_entries{{"ideas"}, {entry_nr(1)}, std::nullopt});
    EXPECT_EQ(cluster_of(1), std::nullopt);
    EXPECT_EQ(cluster_of(2), cluster_nr(1));
}

TEST_F(Arrangement, HasTwoHundredClustersAtMost) {
    for (std::uint8_t n = 3; n <= 200; ++n) does(add_cluster{{"ideas"}, cluster_nr(n), "Thema"});
    EXPECT_EQ(refused(add_cluster{{"ideas"}, cluster_nr(201), "Thema"}), refusal::too_many_clusters);
}

TEST_F(Arrangement, MergingKeepsEveryWording) {
    does(arrange_entries{{"ideas"}, {entry_nr(1)}, cluster_nr(1)});
    does(arrange_entries{{"ideas"}, {entry_nr(2)}, cluster_nr(2)});
    does(merge_clusters{{"ideas"}, cluster_nr(2), cluster_nr(1)});
    EXPECT_EQ(cluster_of(2), cluster_nr(1));
    EXPECT_EQ(entry_at(2).text, "Mehr Bäume");
    EXPECT_EQ(state.agenda[0].clusters.size(), 1u);
}

TEST_F(Arrangement, TakingAClusterApartLeavesItsEntriesAlone) {
    does(arrange_entries{{"ideas"}, {entry_nr(1)}, cluster_nr(1)});
    does(remove_cluster{{"ideas"}, cluster_nr(1)});
    EXPECT_EQ(cluster_of(1), std::nullopt);
}

TEST_F(Arrangement, ClustersAreNamedAndRenamed) {
    does(rename_cluster{{"ideas"}, cluster_nr(1), " Mobilität "});
    EXPECT_EQ(state.agenda[0].clusters[0].name, "Mobilität");
    EXPECT_EQ(refused(rename_cluster{{"ideas"}, cluster_nr(9), "x"}), refusal::unknown_cluster);
    EXPECT_EQ(refused(add_cluster{{"ideas"}, cluster_nr(1), "x"}), refusal::duplicate_cluster);
    EXPECT_EQ(refused(add_cluster{{"ideas"}, cluster_nr(3), " "}), refusal::text_empty);
}

TEST_F(Arrangement, CommentsStayWithTheirCard) {
    comment(4, 1);
    EXPECT_EQ(refused(arrange_entries{{"ideas"}, {entry_nr(4)}, cluster_nr(1)}), refusal::unknown_entry);
}

TEST_F(Arrangement, ARemovedEntryCanBeRestored) {
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(entry_at(1).standing, standing::removed);
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "x"}), refusal::entry_gone);
    does(restore_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(entry_at(1).standing, standing::present);
    EXPECT_EQ(entry_at(1).text, "Mehr Bäume");
}

TEST_F(Arrangement, WithTheSessionWhatWasRemovedIsGoneAndSoAreCommentsOnIt) {
    comment(4, 1);
    comment(5, 2);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    does(edit_entry{{"ideas"}, entry_nr(4), proof_nr(4), 1, "Noch besser"});
    close("ideas");
    EXPECT_EQ(entry_at(1).text, "Mehr Bäume") << "it can still be put back";
    does(close_session{});
    for (const std::uint8_t gone : {1, 4}) {
        EXPECT_EQ(entry_at(gone).standing, standing::removed);
        EXPECT_EQ(entry_at(gone).text, "");
        EXPECT_EQ(entry_at(gone).pending, std::nullopt);
    }
    for (const std::uint8_t kept : {2, 3, 5}) EXPECT_EQ(entry_at(kept).standing, standing::present);
    EXPECT_EQ(entry_at(5).text, "Gute Idee");
}

TEST_F(Arrangement, AWithdrawalCountsEvenIfTheFacilitatorWasFasterWithRemoving) {
    does(add_activity{collect("waves"), std::nullopt});
    open("waves");
    for (std::uint8_t n = 11; n <= 15; ++n) {
        auto written = card(n);
        written.activity = {"waves"};
        does(written);
    }
    does(withdraw_entry{{"waves"}, entry_nr(11), proof_nr(11), 1});
    does(remove_entry{{"waves"}, entry_nr(11)});
    close("waves");
    const auto& gone = state.find({"waves"})->entries.at(entry_nr(11));
    EXPECT_EQ(gone.standing, standing::withdrawn);
    EXPECT_EQ(gone.text, "");
    EXPECT_EQ(refused(restore_entry{{"waves"}, entry_nr(11)}), refusal::entry_gone);
}

TEST_F(Arrangement, WhatTheFacilitatorCannotSeeSheCannotRemove) {
    does(add_activity{collect("covered", {.sections = {}, .comments = false, .release = release::covered}), {}});
    open("covered");
    auto hidden = card(9);
    hidden.activity = {"covered"};
    does(hidden);
    EXPECT_EQ(refused(remove_entry{{"covered"}, entry_nr(9)}), refusal::unknown_entry);
    EXPECT_EQ(refused(arrange_entries{{"covered"}, {entry_nr(9)}, std::nullopt}), refusal::unknown_entry);
}

}  // namespace
}  // namespace klartext::domain
