#include "replay/recording.hpp"

#include <gmock/gmock.h>

#include <sstream>

using namespace klartext::replay;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::string header =
    R"({"replay":1,"session":{"title":"T","language":"de","agenda":[)"
    R"({"id":"ideas","kind":"collect","title":"I","prompt":"","comments":true,"release":"live"},)"
    R"({"id":"listed","kind":"vote","title":"V","prompt":"","method":"single_choice","items":["a","b"]},)"
    R"({"id":"taken","kind":"vote","title":"V","prompt":"","method":"dots","budget":3,"perItem":2,)"
    R"("items":{"from":"ideas","take":"entries"}}]}})";

std::variant<recording, unreadable> read(const std::string& lines) {
    std::istringstream file(header + "\n" + lines);
    return read_recording(file);
}

recording must_read(const std::string& lines) {
    auto result = read(lines);
    if (const auto* why = std::get_if<unreadable>(&result)) throw std::runtime_error(why->reason);
    return std::move(std::get<recording>(result));
}

/// "line: reason" of what must not be read.
std::string objection(const std::string& lines) {
    const auto result = read(lines);
    const auto* why = std::get_if<unreadable>(&result);
    return why ? std::to_string(why->line) + ": " + why->reason : "was read";
}

template <class Deed>
const Deed& deed(const recording& r, std::size_t at) {
    return std::get<Deed>(std::get<contribution>(r.acts.at(at).what));
}

const std::string card = R"({"at":1,"who":"p","do":"entry","activity":"ideas","ref":"e","text":"x"})";

}  // namespace

TEST(Recording, KeepsTheSessionAsTheApiTakesIt) {
    const auto r = must_read("");
    EXPECT_THAT(r.session, HasSubstr(R"("language":"de")"));
    EXPECT_THAT(r.session, HasSubstr(R"("perItem":2)"));
    EXPECT_THAT(r.activities, ElementsAre("ideas", "listed", "taken"));
}

TEST(Recording, ReadsWhatPeopleDoBesideWritingAndVoting) {
    const auto r = must_read(card + R"(
{"at":2,"who":"p","do":"upVotes","activity":"ideas","refs":["e"]}
{"at":3,"who":"p","do":"sheet","activity":"ideas"}
{"at":4,"who":"p","do":"signUp","activity":"ideas","name":"Erika Muster","items":[0,2]})");
    EXPECT_THAT(deed<cast_up_votes>(r, 1).refs, ElementsAre("e"));
    EXPECT_EQ(deed<ask_for_sheet>(r, 2).activity, "ideas");
    EXPECT_EQ(deed<sign_up>(r, 3).name, "Erika Muster");
    EXPECT_EQ(deed<sign_up>(r, 3).contact, std::nullopt);
    EXPECT_THAT(deed<sign_up>(r, 3).items, ElementsAre(0, 2));
}

TEST(Recording, ReadsWhatTheDeskDoesWithCardsAndMeasures) {
    const auto r = must_read(R"({"do":"onBehalf","activity":"ideas","ref":"b","text":"gesagt","kind":"k"}
{"do":"answered","ref":"b"}
{"do":"answered","ref":"b","answered":false}
{"do":"tag","activity":"ideas","name":"Ruhe","refs":["b"]}
{"do":"cluster","activity":"ideas","name":"Ort","refs":[]}
{"do":"measure","activity":"ideas","measure":{"what":"x"}}
{"do":"nextTurn","activity":"ideas"}
{"do":"countUpVotes","activity":"ideas"}
{"who":"p","do":"edit","ref":"b","text":"anders"})");
    const auto work = [&]<class Work>(std::size_t at, std::type_identity<Work>) {
        return std::get<Work>(std::get<desk_work>(r.acts.at(at).what));
    };
    EXPECT_EQ(work(0, std::type_identity<write_on_behalf>()).entry.kind, "k");
    EXPECT_TRUE(work(1, std::type_identity<mark_answered>()).answered);
    EXPECT_FALSE(work(2, std::type_identity<mark_answered>()).answered);
    EXPECT_EQ(work(3, std::type_identity<sort_cards>()).what, sort_cards::into::tag);
    EXPECT_EQ(work(4, std::type_identity<sort_cards>()).what, sort_cards::into::cluster);
    EXPECT_EQ(work(5, std::type_identity<put_measure>()).measure, R"({"what":"x"})");
    EXPECT_EQ(std::get<lead>(r.acts[6].what).verb, leading_verb::pass_sheets_on);
    EXPECT_EQ(std::get<lead>(r.acts[7].what).verb, leading_verb::count_up_votes);
    EXPECT_THAT(r.participants, ElementsAre("p"));
}

TEST(Recording, RefusesWhatIsNoListOfRefsOrItems) {
    EXPECT_THAT(objection(R"({"who":"p","do":"upVotes","activity":"ideas","refs":["e"]})"), HasSubstr("no entry"));
    EXPECT_THAT(objection(R"({"who":"p","do":"upVotes","activity":"ideas"})"), HasSubstr("\"refs\""));
    EXPECT_THAT(objection(R"({"do":"tag","activity":"ideas","name":"x","refs":[1]})"), HasSubstr("\"refs\""));
    EXPECT_THAT(objection(R"({"who":"p","do":"signUp","activity":"n","name":"x","items":[-1]})"), HasSubstr("index"));
    EXPECT_THAT(objection(R"({"do":"measure","activity":"ideas","measure":"x"})"), HasSubstr("object"));
    EXPECT_THAT(objection(R"({"do":"answered","ref":"e"})"), HasSubstr("no entry"));
    EXPECT_THAT(objection(R"({"who":"p","do":"nextTurn","activity":"ideas"})"), HasSubstr("unknown key"));
}

TEST(Recording, KnowsHowBallotsNameTheItemsOfAVote) {
    const auto r = must_read("");
    EXPECT_EQ(r.votes.at("listed"), item_names::listed);
    EXPECT_EQ(r.votes.at("taken"), item_names::entries);
    EXPECT_EQ(r.sources.at("taken"), "ideas");
}

TEST(Recording, HoldsEveryKindOfAct) {
    const auto r = must_read(
        "{\"at\":0,\"do\":\"open\",\"activity\":\"ideas\"}\n"
        "{\"at\":1,\"who\":\"p\",\"do\":\"entry\",\"activity\":\"ideas\",\"ref\":\"e\",\"text\":\" ä "
        "\",\"section\":\"s\",\"kind\":\"k\"}\n"
        "{\"at\":2,\"who\":\"q\",\"do\":\"comment\",\"on\":\"e\",\"text\":\"c\"}\n"
        "{\"at\":3,\"who\":\"p\",\"do\":\"edit\",\"ref\":\"e\",\"text\":\"f\"}\n"
        "{\"at\":4,\"who\":\"p\",\"do\":\"withdraw\",\"ref\":\"e\"}\n"
        "{\"at\":5,\"who\":\"q\",\"do\":\"ballot\",\"activity\":\"listed\",\"ballot\":{\"method\":\"single_choice\","
        "\"choice\":\"1\"}}\n"
        "{\"at\":6,\"who\":\"q\",\"do\":\"address\",\"mail\":\"q@example.org\"}\n"
        "{\"at\":7,\"do\":\"close\",\"activity\":\"ideas\"}\n");
    ASSERT_EQ(r.acts.size(), 8u);
    EXPECT_EQ(std::get<lead>(r.acts[0].what).verb, leading_verb::open);
    EXPECT_EQ(deed<write_entry>(r, 1).text, " ä ");
    EXPECT_EQ(deed<write_entry>(r, 1).section, "s");
    EXPECT_EQ(deed<write_entry>(r, 1).kind, "k");
    EXPECT_EQ(deed<write_comment>(r, 2).on, "e");
    EXPECT_EQ(deed<edit_entry>(r, 3).text, "f");
    EXPECT_EQ(deed<withdraw_entry>(r, 4).ref, "e");
    EXPECT_EQ(deed<cast_ballot>(r, 5).ballot, R"({"choice":"1","method":"single_choice"})");
    EXPECT_EQ(deed<leave_address>(r, 6).mail, "q@example.org");
    EXPECT_EQ(std::get<lead>(r.acts[7].what).verb, leading_verb::close);
    EXPECT_EQ(r.acts[7].at, std::chrono::milliseconds(7));
    EXPECT_THAT(r.participants, ElementsAre("p", "q"));
    EXPECT_EQ(r.acts[5].who, 1u);
}

TEST(Recording, AnActWithoutATimeFollowsTheOneBefore) {
    const auto r =
        must_read("{\"at\":70,\"do\":\"open\",\"activity\":\"ideas\"}\n{\"do\":\"close\",\"activity\":\"ideas\"}\n");
    EXPECT_EQ(r.acts[1].at, std::chrono::milliseconds(70));
}

TEST(Recording, BlankLinesCountButSayNothing) {
    EXPECT_EQ(must_read("\n" + card + "\r\n\n").acts.size(), 1u);
    EXPECT_THAT(objection("\n\nx"), HasSubstr("4: not JSON"));
}

TEST(Recording, AnUnknownKeyIsRefusedWithItsLine) {
    EXPECT_EQ(objection(card + "\n{\"at\":1,\"do\":\"open\",\"activity\":\"ideas\",\"colour\":1}"),
              "3: unknown key \"colour\"");
    EXPECT_EQ(objection("{\"at\":1,\"who\":\"p\",\"do\":\"open\",\"activity\":\"ideas\"}"), "2: unknown key \"who\"");
}

TEST(Recording, AKeyGivenTwiceIsRefused) {
    EXPECT_EQ(objection("{\"at\":1,\"at\":2,\"do\":\"open\",\"activity\":\"ideas\"}"), "2: a key is given twice");
    EXPECT_EQ(objection("{\"who\":\"p\",\"do\":\"ballot\",\"activity\":\"v\",\"ballot\":{\"dots\":{\"0\":1,\"0\":2}}}"),
              "2: a key is given twice");
}

TEST(Recording, AMissingOrMistypedKeyIsRefused) {
    EXPECT_EQ(objection("{\"at\":1,\"do\":\"open\"}"), "2: \"activity\" is missing");
    EXPECT_EQ(objection("{\"at\":1,\"do\":\"entry\",\"activity\":\"ideas\",\"ref\":\"e\",\"text\":\"x\"}"),
              "2: \"who\" is missing");
    EXPECT_EQ(objection("{\"at\":\"1\",\"do\":\"open\",\"activity\":\"ideas\"}"),
              "2: \"at\" must be a number of milliseconds");
    EXPECT_EQ(objection("{\"at\":-1,\"do\":\"open\",\"activity\":\"ideas\"}"),
              "2: \"at\" must be a number of milliseconds");
    EXPECT_EQ(objection("{\"at\":1,\"do\":\"open\",\"activity\":7}"), "2: \"activity\" must be a string");
    EXPECT_EQ(objection("[1]"), "2: not a JSON object");
}

TEST(Recording, AnUnknownActIsRefused) {
    EXPECT_EQ(objection("{\"at\":1,\"who\":\"p\",\"do\":\"dance\"}"), "2: unknown act \"dance\"");
}

TEST(Recording, ARefStandsForOneEntryOnAnEarlierLine) {
    EXPECT_EQ(objection(card + "\n" + card), "3: ref \"e\" is given twice");
    EXPECT_EQ(objection("{\"at\":1,\"who\":\"p\",\"do\":\"edit\",\"ref\":\"later\",\"text\":\"x\"}\n"),
              "2: no entry with ref \"later\" on an earlier line");
    EXPECT_EQ(objection("{\"at\":1,\"who\":\"p\",\"do\":\"comment\",\"on\":\"later\",\"text\":\"x\"}\n"),
              "2: no entry with ref \"later\" on an earlier line");
}

TEST(Recording, ABallotIsAnObjectOfOneKnownKind) {
    const auto ballot = [](const std::string& content) {
        return objection("{\"at\":1,\"who\":\"p\",\"do\":\"ballot\",\"activity\":\"v\",\"ballot\":" + content + "}");
    };
    EXPECT_EQ(ballot("{\"method\":\"dots\",\"dots\":{\"0\":-2}}"), "was read") << "only the server judges numbers";
    EXPECT_EQ(ballot("[]"), "2: a ballot is an object");
    EXPECT_EQ(ballot("{}"), "2: a ballot says its \"method\"");
    EXPECT_EQ(ballot("{\"method\":1}"), "2: a ballot says its \"method\"");
}

TEST(Recording, WhatIsNoJsonIsRefusedWithItsPlace) {
    EXPECT_EQ(objection("{\"at\":1,\"do\":\"open\",\"activity\":\"ideas\"} x"),
              "2: not JSON, from byte 41 of the line on");
    EXPECT_EQ(objection(card + "\n{\"at\":"), "3: not JSON, from byte 7 of the line on");
    EXPECT_EQ(objection("{\"at\":9e999,\"do\":\"open\",\"activity\":\"ideas\"}"),
              "2: holds a number that is too large");
}

TEST(Recording, TextThatIsNotUtf8IsRefused) {
    EXPECT_THAT(objection("{\"at\":1,\"who\":\"p\xff\",\"do\":\"address\",\"mail\":\"m\"}"), HasSubstr("2: not JSON"));
}

TEST(Recording, TheFirstLineSaysWhatItIs) {
    const auto first = [](const std::string& line) {
        std::istringstream file(line);
        const auto result = read_recording(file);
        return std::get<unreadable>(result).reason;
    };
    EXPECT_EQ(first(""), "is empty");
    EXPECT_THAT(first(card), HasSubstr("the first line must be"));
    EXPECT_THAT(first(R"({"replay":2,"session":{"agenda":[]}})"), HasSubstr("the first line must be"));
    EXPECT_EQ(first(R"({"replay":1,"session":{}})"), "\"session\" has no \"agenda\"");
    EXPECT_EQ(first(R"({"replay":1,"session":{"agenda":[]},"note":1})"), "unknown key \"note\"");
}

TEST(Recording, AFileThatIsNotThereIsUnreadable) {
    const auto result = read_recording(std::filesystem::path("/nowhere/at/all.jsonl"));
    EXPECT_EQ(std::get<unreadable>(result).reason, "cannot be opened");
}
