#include "store/sign_up_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <random>

#include "store/database.hpp"
#include "temporary_folder.hpp"

namespace klartext::store::testing {
namespace {

namespace fs = std::filesystem;
using domain::sign_up;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const domain::session_id session{.bytes = {7}};
const domain::session_id another{.bytes = {8}};

domain::stamp_hash stamp_nr(std::uint8_t n) { return {.bytes = {n}}; }
sign_up anna(std::vector<domain::item_number> themes = {0}) {
    return {{"go-on"}, "Anna", "anna@example.org", std::move(themes)};
}
sign_up berta() { return {{"go-on"}, "Berta", "", {0, 1}}; }

struct SignUpStore : ::testing::Test {
    klartext::testing::temporary_folder folder;
    plain_codec codec;
    std::optional<sign_up_store> names;

    void SetUp() override { reopen(); }
    void reopen() {
        names.reset();
        names.emplace(folder / "sign-ups.db", codec);
    }
    /// Of the file and its log.
    std::string all_bytes() const {
        std::string bytes;
        for (const auto& entry : fs::directory_iterator(folder.path())) {
            std::ifstream file(entry.path(), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(file), {});
        }
        return bytes;
    }
    bool on_disk(std::string_view text) const { return all_bytes().find(text) != std::string::npos; }
};

using AnonymityOfNames = SignUpStore;

TEST_F(SignUpStore, WhatWasKeptIsThereAfterARestart) {
    names->put(session, stamp_nr(1), 1, anna());
    names->put(session, stamp_nr(2), 1, berta());
    names->put(another, stamp_nr(1), 1, anna());
    reopen();
    EXPECT_THAT(names->list(session), UnorderedElementsAre(anna(), berta()));
    EXPECT_THAT(names->list(another), ElementsAre(anna()));
}

TEST_F(SignUpStore, ANewerCounterReplacesAndAnOlderOneChangesNothing) {
    names->put(session, stamp_nr(1), 2, anna({0}));
    names->put(session, stamp_nr(1), 1, berta());
    names->put(session, stamp_nr(1), 2, berta());
    EXPECT_THAT(names->list(session), ElementsAre(anna({0})));
    names->put(session, stamp_nr(1), 3, anna({1}));
    EXPECT_THAT(names->list(session), ElementsAre(anna({1})));
}

TEST_F(SignUpStore, WhatAStampSaidIsKnownByItsCounter) {
    names->put(session, stamp_nr(1), 2, anna());
    names->put(session, stamp_nr(2), 1, anna({}));
    for (const std::uint32_t counter : {1, 2}) EXPECT_TRUE(names->holds(session, {"go-on"}, stamp_nr(1), counter));
    EXPECT_TRUE(names->holds(session, {"go-on"}, stamp_nr(2), 1)) << "what was taken back counts as well";
    EXPECT_FALSE(names->holds(session, {"go-on"}, stamp_nr(1), 3));
    EXPECT_FALSE(names->holds(session, {"go-on"}, stamp_nr(3), 1));
    EXPECT_FALSE(names->holds(session, {"later"}, stamp_nr(1), 1));
    EXPECT_FALSE(names->holds(another, {"go-on"}, stamp_nr(1), 1));
}

TEST_F(AnonymityOfNames, AnErasedNameThatAStoppedProgramLeftIsGoneWithTheNextStart) {
    names->put(session, stamp_nr(1), 1, anna());
    names.reset();
    const klartext::testing::temporary_folder stopped;
    {
        auto erasing = open_database(folder / "sign-ups.db");
        erasing.exec("PRAGMA wal_autocheckpoint = 0; UPDATE sign_up SET content = x''");
        for (const std::string name : {"sign-ups.db", "sign-ups.db-wal"}) fs::copy_file(folder / name, stopped / name);
    }
    const sign_up_store started(stopped / "sign-ups.db", codec);
    for (const auto& entry : fs::directory_iterator(stopped.path())) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find("Anna"), std::string::npos) << entry.path();
    }
}

TEST_F(SignUpStore, ActivitiesHaveListsOfTheirOwn) {
    auto elsewhere = anna();
    elsewhere.activity = {"later"};
    names->put(session, stamp_nr(1), 5, anna());
    names->put(session, stamp_nr(1), 1, elsewhere);
    EXPECT_THAT(names->list(session), UnorderedElementsAre(anna(), elsewhere));
}

TEST_F(SignUpStore, WhatIsTakenBackDoesNotReturnWithAnOlderEnvelope) {
    names->put(session, stamp_nr(1), 1, anna());
    names->put(session, stamp_nr(1), 2, {{"go-on"}, "", "", {}});
    EXPECT_THAT(names->list(session), IsEmpty());
    names->put(session, stamp_nr(1), 1, anna());
    EXPECT_THAT(names->list(session), IsEmpty());
    names->put(session, stamp_nr(1), 3, anna());
    EXPECT_THAT(names->list(session), ElementsAre(anna()));
}

TEST_F(SignUpStore, WhoAsksTheFacilitatorIsErasedAlone) {
    names->put(session, stamp_nr(1), 1, anna());
    names->put(session, stamp_nr(2), 1, berta());
    EXPECT_FALSE(names->remove(session, {"go-on"}, "Anna", "")) << "another Anna";
    EXPECT_FALSE(names->remove(session, {"later"}, "Anna", "anna@example.org"));
    EXPECT_FALSE(names->remove(another, {"go-on"}, "Anna", "anna@example.org"));
    EXPECT_TRUE(names->remove(session, {"go-on"}, "Anna", "anna@example.org"));
    EXPECT_THAT(names->list(session), ElementsAre(berta()));
    names->put(session, stamp_nr(1), 1, anna());
    EXPECT_THAT(names->list(session), ElementsAre(berta())) << "a resend does not undo it";
}

TEST_F(SignUpStore, ADeletedSessionTakesItsNamesAlong) {
    names->put(session, stamp_nr(1), 1, anna());
    names->put(another, stamp_nr(1), 1, berta());
    names->forget(session);
    EXPECT_THAT(names->list(session), IsEmpty());
    EXPECT_THAT(names->list(another), ElementsAre(berta()));
}

TEST_F(SignUpStore, AFileOfANewerProgramIsNotTouched) {
    names.reset();
    open_database(folder / "sign-ups.db").exec("PRAGMA user_version = 99");
    EXPECT_THROW(reopen(), file_too_new);
}

TEST_F(AnonymityOfNames, WhatIsErasedIsInNoFile) {
    names->put(session, stamp_nr(1), 1, anna());
    ASSERT_TRUE(on_disk("Anna"));
    names->put(session, stamp_nr(1), 2, berta());
    EXPECT_FALSE(on_disk("Anna")) << "replaced";
    EXPECT_TRUE(on_disk("Berta"));
    names->put(session, stamp_nr(1), 3, {{"go-on"}, "", "", {}});
    EXPECT_FALSE(on_disk("Berta")) << "taken back";
    names->put(session, stamp_nr(2), 1, anna());
    ASSERT_TRUE(names->remove(session, {"go-on"}, "Anna", "anna@example.org"));
    EXPECT_FALSE(on_disk("Anna") || on_disk("anna@example.org")) << "removed at the desk";
    names->put(session, stamp_nr(3), 1, anna());
    names->forget(session);
    EXPECT_FALSE(on_disk("Anna")) << "deleted with the session";
}

/// Spearman's rank correlation (C. Spearman, 1904) between the order of arrival and the order in the bytes of the
/// folder.
double order_told_by(const std::string& bytes, std::size_t count) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count; ++i) places.push_back(bytes.find("person " + std::to_string(100 + i)));
    double squares = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto before = [&](std::size_t place) { return place < places[i]; };
        const auto rank = static_cast<double>(std::ranges::count_if(places, before));
        squares += std::pow(rank - static_cast<double>(i), 2);
    }
    const auto n = static_cast<double>(count);
    return 1 - 6 * squares / (n * (n * n - 1));
}

TEST_F(AnonymityOfNames, TheFileDoesNotTellInWhichOrderPeopleSignedUp) {
    constexpr int runs = 20;
    constexpr std::size_t people = 20;
    double told = 0;
    std::mt19937 random(20);
    for (int run = 0; run < runs; ++run) {
        for (std::size_t person = 0; person < people; ++person) {
            domain::stamp_hash stamp;
            for (auto& byte : stamp.bytes) byte = static_cast<std::uint8_t>(random());
            names->put(session, stamp, 1, {{"go-on"}, "person " + std::to_string(100 + person), "", {0}});
        }
        told += order_told_by(all_bytes(), people) / runs;
        names->forget(session);
    }
    // The mean of 20 random orders of 20 has a standard deviation of 0.05.
    EXPECT_NEAR(told, 0, 0.3);
}

}  // namespace
}  // namespace klartext::store::testing
