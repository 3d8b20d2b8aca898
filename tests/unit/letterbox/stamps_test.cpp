#include "letterbox/stamps.hpp"

#include "crypto/codes.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace klartext::letterbox {
namespace {

secret counted_from(std::uint8_t first) {
    secret made{};
    std::iota(made.begin(), made.end(), first);
    return made;
}

const stamp_key key = counted_from(0);
const secret seat = counted_from(100);

// Computed with Python's hmac module from the description in stamps.hpp: stamps that browsers hold must outlive an
// update.
TEST(Stamps, AreMadeAsDescribed) {
    EXPECT_EQ(crypto::hex_encode(make_stamp(key, round_slot(3), seat, 0)),
              "da3f85e7ffacb2ca0dab8f2080d623bce7ebc3d7202e24620728d67b3e28ba82");
    EXPECT_EQ(crypto::hex_encode(make_stamp(key, entry_slot({"ideas"}, 2), seat, 7)),
              "86627273828a10bd694b6c4f8e46a6624e63b666fe05045b2054cd8679ef993c");
    EXPECT_EQ(crypto::hex_encode(make_stamp(key, up_vote_slot({"ideas"}), seat, 0)),
              "4feb64ee5354743761af7cbf48dd3d1f9e82e4e47a2f3c78ab129b3e8a883d30");
    EXPECT_EQ(crypto::hex_encode(make_stamp(key, sheet_slot({"ideas"}, 2), seat, 0)),
              "3975bf53a31ee90d21f343735677d180cf24ef343591ac79cafd7d3a96ac2dba");
}

TEST(AnonymityRule3Stamps, AStampDiffersBySeatSlotNumberAndSession) {
    const auto slot = entry_slot({"ideas"}, 0);
    const std::set<stamp> all{make_stamp(key, slot, seat, 0),
                              make_stamp(key, slot, seat, 1),
                              make_stamp(key, slot, counted_from(101), 0),
                              make_stamp(counted_from(1), slot, seat, 0),
                              make_stamp(key, entry_slot({"ideas"}, 1), seat, 0),
                              make_stamp(key, entry_slot({"ideen"}, 0), seat, 0),
                              make_stamp(key, round_slot(0), seat, 0),
                              make_stamp(key, round_slot(1), seat, 0),
                              make_stamp(key, up_vote_slot({"ideas"}), seat, 0),
                              make_stamp(key, sheet_slot({"ideas"}, 1), seat, 0),
                              make_stamp(key, sheet_slot({"ideas"}, 2), seat, 0),
                              make_stamp(key, address_slot(), seat, 0)};
    EXPECT_EQ(all.size(), 12u);
}

TEST(AnonymityRule3Stamps, TwoStampsOfOneSeatShareNoHalf) {
    std::set<std::string> halves;
    for (int number = 0; number < 200; ++number) {
        const auto text = crypto::hex_encode(make_stamp(key, entry_slot({"ideas"}, 0), seat, number));
        halves.insert(text.substr(0, 32));
        halves.insert(text.substr(32));
    }
    EXPECT_EQ(halves.size(), 400u);
}

TEST(Stamps, AreGoodForTheirSlotAndSessionOnly) {
    const auto made = make_stamp(key, round_slot(3), seat, 0);
    EXPECT_TRUE(is_valid(key, round_slot(3), made));
    EXPECT_FALSE(is_valid(key, round_slot(4), made));
    EXPECT_FALSE(is_valid(key, entry_slot({"ideas"}, 3), made));
    EXPECT_FALSE(is_valid(key, address_slot(), made));
    EXPECT_FALSE(is_valid(counted_from(1), round_slot(3), made));
}

TEST(Stamps, AreWorthNothingWithAnyByteChanged) {
    const auto made = make_stamp(key, round_slot(3), seat, 0);
    for (std::size_t at = 0; at < made.size(); ++at) {
        auto forged = made;
        forged[at] ^= 1;
        EXPECT_FALSE(is_valid(key, round_slot(3), forged)) << at;
    }
    EXPECT_FALSE(is_valid(key, round_slot(3), {}));
}

TEST(Stamps, OfAnActivityWhoseNameLooksLikeABatchAreItsOwn) {
    EXPECT_NE(entry_slot({"1/ideas"}, 0).name, entry_slot({"ideas"}, 1).name);
    EXPECT_NE(entry_slot({"ideas"}, 11).name, entry_slot({"1/ideas"}, 1).name);
    EXPECT_NE(sheet_slot({"ideas"}, 11).name, sheet_slot({"1/ideas"}, 1).name);
}

}  // namespace
}  // namespace klartext::letterbox
