#include "store/content.hpp"

#include <gtest/gtest.h>

#include "crypto/codes.hpp"
#include "store/codec.hpp"
#include "unit/domain/filled.hpp"
#include "unit/store/session_samples.hpp"

namespace klartext::store {
namespace {

using testing::card;
using testing::samples;

std::string bytes(std::string_view hex) {
    const auto decoded = crypto::hex_decode(hex).value();
    return {decoded.begin(), decoded.end()};
}

template <class T>
T read_back(const std::string& bytes) {
    T value{};
    read_content(bytes, value);
    return value;
}

domain::activity sample_vote() {
    domain::activity activity;
    activity.planned = {
        {"wahl"}, "Wahl", "**Bitte**", 5, domain::vote_plan{domain::dots_rules{5, 2}, std::vector<std::string>{"a"}}};
    activity.items = {"a"};
    activity.clusters = {{{}, "Rad"}};
    return activity;
}

domain::activity sample_wall() {
    domain::collect_plan plan;
    plan.sections = {{"s", "Ziele", "Persona 1"}};
    plan.kinds = {{"k", "Idee", domain::tone::grey}};
    plan.per_person = 3;
    plan.beside = true;
    plan.layout = domain::canvas_layout::pre_mortem;
    domain::activity activity;
    activity.planned = {{"wand"}, "Wand", "", std::nullopt, plan};
    activity.tags = {{{{1}}, "Rad", "Alles mit Rädern"}};
    return activity;
}

domain::activity sample_measures() {
    domain::activity activity;
    const domain::item_source source{{"wahl"}, domain::item_source::kind::above, 0, -2.5};
    activity.planned = {{"tun"}, "Tun", "", std::nullopt, domain::measures_plan{source}};
    domain::measure measure;
    measure.what = "Bänke bestellen";
    measure.due = std::chrono::year(2027) / 3 / 31;
    measure.status = domain::measure_status::dropped;
    measure.about = 7;
    activity.measures = {measure};
    return activity;
}

domain::activity sample_questions() {
    domain::activity activity;
    activity.planned = {{"fragen"}, "Fragen", "", std::nullopt, domain::collect_plan{}};
    std::get<domain::collect_plan>(activity.planned.plan).up_votes = true;
    activity.up_voters = 12;
    return activity;
}

domain::activity sample_sheets() {
    domain::collect_plan plan;
    plan.release = domain::release::covered;
    plan.sheets = domain::brainwriting{3, 5, std::nullopt};
    domain::activity activity;
    activity.planned = {{"blätter"}, "Blätter", "", std::nullopt, plan};
    activity.turn = 4;
    return activity;
}

const std::vector<domain::activity> one_of_each{sample_vote(), sample_wall(), sample_measures(), sample_questions(),
                                                sample_sheets()};

TEST(Content, ComesBackAsItWas) {
    samples some(7);
    for (int round = 0; round < 300; ++round) {
        const auto entry = some.entry();
        const auto read = read_back<domain::entry>(content_of(entry));
        EXPECT_EQ(read.text, entry.text);
        EXPECT_EQ(read.section, entry.section);
        EXPECT_EQ(read.pending, entry.pending);
        EXPECT_EQ(read.kind, entry.kind);
        EXPECT_EQ(read.tags, entry.tags);
        EXPECT_EQ(read.on_behalf, entry.on_behalf);
        EXPECT_EQ(read.up_votes, entry.up_votes);
        EXPECT_EQ(read.answered, entry.answered);
        auto kept = some.up_votes();
        auto kept_again = read_back<domain::kept_up_votes>(content_of(kept));
        kept_again.counter = kept.counter;  // has a column of its own
        EXPECT_EQ(kept_again, kept);
        const auto ballot = some.ballot(50);
        EXPECT_EQ(read_back<domain::ballot>(content_of(ballot)), ballot);
    }
}

TEST(Content, OfActivitiesComesBack) {
    for (const auto& activity : one_of_each) {
        auto read = read_back<domain::activity>(content_of(activity));
        read.planned.id = activity.planned.id;  // has a column of its own
        EXPECT_EQ(read, activity);
    }
    samples some(11);
    for (int round = 0; round < 300; ++round) {
        const auto activity = some.activity("a");
        const auto read = read_back<domain::activity>(content_of(activity));
        EXPECT_EQ(read.planned.plan, activity.planned.plan);
        EXPECT_EQ(read.tags, activity.tags);
        EXPECT_EQ(read.measures, activity.measures);
        EXPECT_EQ(read.texts, activity.texts);
        EXPECT_EQ(read.up_voters, activity.up_voters);
        EXPECT_EQ(read.turn, activity.turn);
        EXPECT_EQ(read.items, activity.items);
    }
}

TEST(Content, ADayOfAnyYearOfFourDigitsComesBack) {
    auto activity = sample_measures();
    for (const auto due : {std::chrono::year(0) / 1 / 1, std::chrono::year(2) / 3 / 31, std::chrono::year(1900) / 1 / 1,
                           std::chrono::year(9999) / 12 / 31}) {
        activity.measures.front().due = due;
        EXPECT_EQ(read_back<domain::activity>(content_of(activity)).measures.front().due, due);
    }
}

TEST(Content, OfEveryMethodComesBack) {
    boost::mp11::mp_for_each<domain::methods>([]<class Method>(Method) {
        using namespace domain::testing;
        const auto ballot = domain::ballot(filled<typename Method::ballot>());
        EXPECT_EQ(read_back<domain::ballot>(content_of(ballot)), ballot) << Method::rules::method;
        auto vote = sample_vote();
        std::get<domain::vote_plan>(vote.planned.plan).rules = filled<typename Method::rules>();
        auto read = read_back<domain::activity>(content_of(vote));
        EXPECT_EQ(read.planned.plan, vote.planned.plan) << Method::rules::method;
    });
}

TEST(Content, OfAnEntryHoldsNothingThatHasAColumn) {
    auto entry = card("Text");
    const auto before = content_of(entry);
    entry.shown = true;
    entry.counter = 9;
    entry.edit_hash.bytes.fill(9);
    entry.standing = domain::standing::removed;
    EXPECT_EQ(content_of(entry), before);
}

// The bytes of version 1, as they lie on disks. A change here is a new version beside the old one.
TEST(Content, OfTheFirstVersionIsReadForever) {
    auto entry = card("Öl");
    entry.section = "s";
    entry.pending = domain::pending_edit{"neu"};
    EXPECT_EQ(read_back<domain::entry>(bytes("0203c3966c01730202036e6575")), entry);
    domain::session_head head;
    head.settings = {"T", domain::language::en, "N", true};
    head.frozen_notice = "F";
    EXPECT_EQ(read_back<domain::session_head>(bytes("02015402014e020146")), head);
    head.stage = domain::activity_id{"s"};
    EXPECT_EQ(read_back<domain::session_head>(bytes("04015402014e020146020173")), head) << "of version 2";
    const auto ballot = [&](std::string_view hex) { return read_back<domain::ballot>(bytes(hex)); };
    EXPECT_EQ(ballot("02000206"), domain::ballot(domain::single_choice_ballot{3}));
    EXPECT_EQ(ballot("02020102d804"), domain::ballot(domain::dots_ballot{{{1, 300}}}));
    EXPECT_EQ(ballot("020403000102000402"),
              domain::ballot(domain::agree_disagree_ballot{
                  {{0, domain::stance::disagree}, {1, domain::stance::pass}, {2, domain::stance::agree}}}));
    auto vote = read_back<domain::activity>(
        bytes("02045761686c092a2a42697474652a2a020a04020a040001016101016101" + std::string(32, '0') + "03526164"));
    vote.planned.id = sample_vote().planned.id;  // has a column of its own
    EXPECT_EQ(vote, sample_vote());
}

// Before cards had kinds and tags, before sources had rules and before there were measures.
TEST(Content, OfTheFourthVersionIsReadForever) {
    auto entry = card("Öl");
    entry.section = "s";
    entry.pending = domain::pending_edit{"neu"};
    EXPECT_EQ(read_back<domain::entry>(bytes("0803c3966c01730202036e6575")), entry);

    domain::activity collecting;
    domain::collect_plan plan;
    plan.sections = {{"s", "Stadt", ""}};
    plan.comments = true;
    plan.release = domain::release::live;
    collecting.planned = {{}, "Ideen", "?", 5, plan};
    collecting.clusters = {{{}, "Rad"}};
    EXPECT_EQ(read_back<domain::activity>(
                  bytes("0805496465656e013f020a0201017305537461647402040001" + std::string(32, '0') + "03526164")),
              collecting);

    domain::activity vote;
    const domain::item_source first{{"i"}, domain::item_source::kind::items};
    vote.planned = {{}, "Wahl", "", std::nullopt, domain::vote_plan{domain::agree_disagree_rules{}, first}};
    vote.items = {"Rad"};
    EXPECT_EQ(read_back<domain::activity>(bytes("08045761686c0000040402016904010352616400")), vote);
}

// Before cards had up-votes and before sheets went round.
TEST(Content, OfTheFifthVersionIsReadForever) {
    auto entry = card("Öl");
    entry.section = "s";
    entry.pending = domain::pending_edit{"neu"};
    entry.kind = "k";
    entry.tags = {{{{1}}}};
    entry.on_behalf = true;
    EXPECT_EQ(read_back<domain::entry>(bytes("0a03c3966c01730202036e6575016b0102" + std::string(30, '0') + "02")),
              entry);
    auto wall = read_back<domain::activity>(
        bytes("0a0457616e64000002010173055a69656c6509506572736f6e612031000001016b04496465650a0206021200000102" +
              std::string(30, '0') + "0352616411416c6c6573206d69742052c3a46465726e00000000"));
    wall.planned.id = sample_wall().planned.id;  // has a column of its own
    EXPECT_EQ(wall, sample_wall());
}

// The bytes of version 6, as they lie on disks.
TEST(Content, OfTheSixthVersionIsReadForever) {
    auto entry = card("Öl");
    entry.up_votes = 7;
    entry.answered = true;
    EXPECT_EQ(read_back<domain::entry>(bytes("0c03c3966c00000000000e02")), entry);
    const domain::kept_up_votes kept{0, {{{{1}}}, {{{2}}}}, {{{{1}}}}};
    EXPECT_EQ(read_back<domain::kept_up_votes>(
                  bytes("0c0202" + std::string(30, '0') + "04" + std::string(30, '0') + "0102" + std::string(30, '0'))),
              kept);
    auto sheets =
        read_back<domain::activity>(bytes("0c08426cc3a474746572"
                                          "000002000002000000000002"
                                          "0206020a00"
                                          "00000000000000"
                                          "0008"));
    sheets.planned.id = sample_sheets().planned.id;
    EXPECT_EQ(sheets, sample_sheets());
    EXPECT_EQ(content_of(sample_sheets()).front(), 2 * 6);
}

TEST(Content, ThatIsCutIsRefused) {
    for (const auto& activity : one_of_each) {
        const auto whole = content_of(activity);
        for (std::size_t kept = 0; kept < whole.size(); ++kept)
            EXPECT_THROW(read_back<domain::activity>(whole.substr(0, kept)), unreadable_content) << kept;
        EXPECT_THROW(read_back<domain::activity>(whole + '\0'), unreadable_content);
    }
}

TEST(Content, ThatIsDamagedIsRefusedOrReadButNeverMoreThanThat) {
    samples some(3);
    for (int round = 0; round < 15'000; ++round) {
        auto damaged = content_of(one_of_each[static_cast<std::size_t>(round) % one_of_each.size()]);
        damaged[static_cast<std::size_t>(some.number(0, static_cast<int>(damaged.size()) - 1))] =
            static_cast<char>(some.number(0, 255));
        try {
            (void)read_back<domain::activity>(damaged);
        } catch (const unreadable_content&) {
        }
    }
}

TEST(Content, OfANewerVersionIsRefused) {
    auto newer = content_of(card("Text"));
    newer.front() = 2 * (6 + 1);  // zigzag
    EXPECT_THROW(read_back<domain::entry>(newer), unreadable_content);
}

TEST(PlainCodec, NamesItsFormatInTheFirstByte) {
    const plain_codec codec;
    const std::string text("a\0ü", 4);
    EXPECT_EQ(codec.seal(text), std::string(1, '\0') + text);
    EXPECT_EQ(codec.open(codec.seal(text)), text);
    EXPECT_EQ(codec.open(codec.seal("")), "");
}

TEST(PlainCodec, RefusesWhatIsOfAnotherFormat) {
    const plain_codec codec;
    EXPECT_THROW((void)codec.open(""), unreadable_content);
    EXPECT_THROW((void)codec.open("\x01text"), unreadable_content);
}

}  // namespace
}  // namespace klartext::store
