#include "kept_documents.hpp"

#include <gmock/gmock.h>

namespace klartext {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr domain::session_id one{{1}}, two{{2}}, three{{3}};
constexpr crypto::digest then{1}, now{2};

protocol::made_documents of_size(std::size_t bytes, const std::string& name = "minutes.pdf") {
    return {{name, std::make_shared<const std::string>(bytes, 'x')}};
}

TEST(KeptDocuments, AreThoseOfTheSameMinutes) {
    kept_documents kept(100);
    kept.keep(one, then, of_size(10));
    EXPECT_THAT(kept.of(one, then), SizeIs(1));
    EXPECT_THAT(kept.of(one, now), IsEmpty());
    EXPECT_THAT(kept.of(two, then), IsEmpty());
    kept.keep(one, now, of_size(10));
    EXPECT_THAT(kept.of(one, then), IsEmpty()) << "what was edited away must not stay";
}

TEST(KeptDocuments, OfTwoThreadsAreBothKept) {
    kept_documents kept(100);
    kept.keep(one, now, of_size(10, "minutes.pdf"));
    kept.keep(one, now, of_size(10, "minutes.odt"));
    EXPECT_THAT(kept.of(one, now), SizeIs(2));
}

TEST(KeptDocuments, ThatNobodyAskedForLongestMakeRoom) {
    kept_documents kept(100);
    kept.keep(one, now, of_size(40));
    kept.keep(two, now, of_size(40));
    (void)kept.of(one, now);
    kept.keep(three, now, of_size(40));
    EXPECT_THAT(kept.of(two, now), IsEmpty());
    EXPECT_THAT(kept.of(one, now), SizeIs(1));
    kept.keep(three, now, of_size(101));
    EXPECT_THAT(kept.of(three, now), IsEmpty()) << "larger than all there is";
    EXPECT_THAT(kept.of(one, now), SizeIs(1)) << "and drives nobody out";
    kept.keep(one, now, of_size(100));
    EXPECT_THAT(kept.of(one, now), SizeIs(1)) << "the room is free again";
}

TEST(KeptDocuments, LeaveTheMemorySoonAfterTheirLastUse) {
    kept_documents kept(100);
    kept.keep(one, now, of_size(100));
    kept.forget_unused(kept_documents::clock::now() + std::chrono::seconds(110));
    EXPECT_THAT(kept.of(one, now), SizeIs(1));
    kept.forget_unused(kept_documents::clock::now() + std::chrono::seconds(130));
    EXPECT_THAT(kept.of(one, now), IsEmpty());
    kept.keep(two, now, of_size(100));
    EXPECT_THAT(kept.of(two, now), SizeIs(1)) << "the room is free again";
}

TEST(KeptDocuments, AreForgottenWithTheirSession) {
    kept_documents kept(100);
    kept.keep(one, now, of_size(100));
    kept.forget(one);
    kept.forget(two);
    EXPECT_THAT(kept.of(one, now), IsEmpty());
    kept.keep(two, now, of_size(100));
    EXPECT_THAT(kept.of(two, now), SizeIs(1));
}

}  // namespace
}  // namespace klartext
