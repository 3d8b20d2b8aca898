#include "sign_up_names.hpp"

#include <gmock/gmock.h>

#include "store/database.hpp"
#include "temporary_folder.hpp"

namespace klartext {
namespace {

constexpr domain::session_id session{{1}};
constexpr domain::stamp_hash stamp{{7}};

/// Names in a real file; what is handed to the worker is done at once, or not taken while it is busy.
struct SignUpNames : ::testing::Test {
    testing::temporary_folder folder;
    store::plain_codec codec;
    store::sign_up_store store{folder / "sign-ups.db", codec};
    bool busy = false;
    sign_up_names names{store,
                        {[this](const std::function<void()>& job) {
                             if (!busy) job();
                             return !busy;
                         },
                         [](const std::function<void()>& job) { job(); }}};

    letterbox::answer put() {
        std::optional<letterbox::answer> said;
        names.put(session, stamp, 1, {{"go-on"}, "Anna", "", {0}},
                  [&](const letterbox::answer& given) { said = given; });
        return said.value();
    }
};

TEST_F(SignUpNames, ANameIsReceivedOnceItIsOnTheDisk) {
    EXPECT_TRUE(std::holds_alternative<live::received>(put()));
    EXPECT_EQ(store.list(session).at(0).name, "Anna");
}

TEST_F(SignUpNames, AreReadAndErasedForTheDesk) {
    put();
    std::optional<std::vector<domain::sign_up>> found;
    const auto look = [&] { names.list(session, [&](auto all) { found = std::move(all); }); };
    bool done = false;
    const auto erase = [&] { names.remove(session, {{"go-on"}, "Anna", "", {}}, [&](bool gone) { done = gone; }); };
    look();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->at(0), (domain::sign_up{{"go-on"}, "Anna", "", {0}}));
    erase();
    EXPECT_TRUE(done);
    look();
    EXPECT_TRUE(found.value().empty());
    erase();
    EXPECT_TRUE(done) << "nobody is there any more, as was wished";
    busy = true;
    look();
    EXPECT_FALSE(found);
    erase();
    EXPECT_FALSE(done);
}

TEST_F(SignUpNames, WhereTooManyWaitItStaysWithItsSender) {
    busy = true;
    EXPECT_TRUE(std::holds_alternative<live::kept_by_sender>(put()));
    EXPECT_THAT(store.list(session), ::testing::IsEmpty());
}

TEST_F(SignUpNames, WhatTheDiskDoesNotTakeStaysWithItsSender) {
    store::open_database(folder / "sign-ups.db").exec("DROP TABLE sign_up");
    EXPECT_TRUE(std::holds_alternative<live::kept_by_sender>(put()));
}

}  // namespace
}  // namespace klartext
