#include "unit/wire/examples.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/domain/filled.hpp"
#include "wire/bridge.hpp"

namespace klartext::wire {
namespace {

using nlohmann::json;

json example_json(const std::string& name) { return json::parse(text_of_example(name)); }

template <class Read>
bool accepts(Read read, json message, const std::string& place, const json& value) {
    message[json::json_pointer(place)] = value;
    return read(message.dump()).has_value();
}

TEST(Ids, HaveOneSpelling) {
    const auto envelope = example_json("envelope-entry");
    const std::string id = envelope["session"];
    std::string upper = id;
    for (auto& c : upper) c = static_cast<char>(std::toupper(c));
    for (const auto& wrong : {upper, id.substr(2), id + "00", id.substr(1) + "g", std::string()})
        EXPECT_FALSE(accepts(read_envelope, envelope, "/session", wrong)) << wrong;
}

TEST(Secrets, HaveOneSpelling) {
    const auto envelope = example_json("envelope-entry");
    const std::string zero(43, 'A');
    EXPECT_TRUE(accepts(read_envelope, envelope, "/stamp", zero));
    auto spare_bits = zero;
    spare_bits.back() = 'B';
    for (const auto& wrong : {zero + "=", spare_bits, zero.substr(1), zero + "A", "+" + zero.substr(1)})
        EXPECT_FALSE(accepts(read_envelope, envelope, "/stamp", wrong)) << wrong;
}

TEST(ActivityIds, Are1To64CodePointsWithoutControlCharacters) {
    const auto envelope = example_json("envelope-entry");
    std::string sixty_four;
    for (int each = 0; each < 64; ++each) sixty_four += "ü";
    EXPECT_TRUE(accepts(read_envelope, envelope, "/activity", sixty_four));
    EXPECT_TRUE(accepts(read_envelope, envelope, "/activity", "Runde 2 – שלום"));
    for (const auto& wrong : {sixty_four + "x", std::string(), std::string("a\nb"), std::string("a\0b", 3),
                              std::string("a\x7f"), std::string("a\xc2\x85")})
        EXPECT_FALSE(accepts(read_envelope, envelope, "/activity", wrong)) << wrong;
    EXPECT_FALSE(accepts(read_activity, example_json("activity-collect"), "/sections/0/id", ""));
}

TEST(Counters, StartAt1) {
    const auto edit = example_json("envelope-edit");
    EXPECT_TRUE(accepts(read_envelope, edit, "/counter", 1));
    EXPECT_TRUE(accepts(read_envelope, edit, "/counter", 4294967295));
    EXPECT_FALSE(accepts(read_envelope, edit, "/counter", 0));
    EXPECT_FALSE(accepts(read_envelope, edit, "/counter", -1));
    EXPECT_FALSE(accepts(read_envelope, edit, "/counter", 4294967296));
}

TEST(Ballots, OfEveryMethodAreReadAsTheyWereWritten) {
    boost::mp11::mp_for_each<domain::methods>([]<class Method>(Method) {
        const auto ballot = domain::ballot(domain::testing::filled<typename Method::ballot>());
        std::string text;
        bridge::append(text, ballot);
        const auto read = read_ballot(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, ballot) << text;
        for (const auto cut : {text.size() / 2, text.size() - 1}) EXPECT_FALSE(read_ballot(text.substr(0, cut)));
    });
}

TEST(Ballots, AreTheWholeBallotOfOneMethod) {
    using domain::stance;
    EXPECT_EQ(*read_ballot(R"({"method":"single_choice","choice":7})"),
              (domain::ballot{domain::single_choice_ballot{7}}));
    EXPECT_EQ(*read_ballot(R"({"method":"single_choice"})"), (domain::ballot{domain::single_choice_ballot{}}));
    EXPECT_EQ(*read_ballot(R"({"method":"dots","dots":{"0":2,"10":-1}})"),
              (domain::ballot{domain::dots_ballot{{{0, 2}, {10, -1}}}}));
    EXPECT_EQ(*read_ballot(R"({"method":"agree_disagree","stances":{"1":"disagree","0":"pass"}})"),
              (domain::ballot{domain::agree_disagree_ballot{{{0, stance::pass}, {1, stance::disagree}}}}));
    EXPECT_EQ(*read_ballot(R"({"method":"dots","dots":{}})"), (domain::ballot{domain::dots_ballot{}}));
}

TEST(Ballots, AreRefusedOtherwise) {
    for (const auto* wrong :
         {R"({})", R"({"choice":7})", R"({"method":"other","choice":7})", R"({"method":"single_choice","choice":"7"})",
          R"({"method":"single_choice","choice":null})", R"({"method":"single_choice","choice":1.5})",
          R"({"method":"single_choice","choice":99999999999})", R"({"method":"dots"})",
          R"({"method":"dots","dots":{"x":1}})", R"({"method":"dots","dots":{"01":1}})",
          R"({"method":"dots","dots":{"+1":1}})", R"({"method":"dots","dots":{"1":1,"1":2}})",
          R"({"method":"dots","dots":[1,2]})", R"({"method":"agree_disagree","stances":{"1":1}})",
          R"({"method":"agree_disagree","stances":{"1":"maybe"}})", R"({"method":"single_choice","dots":{}})",
          R"({"method":"dots","dots":{},"stances":{}})", R"([])", R"("1")"})
        EXPECT_FALSE(read_ballot(wrong)) << wrong;
}

TEST(ActivitySpecs, RefuseFieldsOfAnotherKind) {
    const auto with = [](const std::string& name, const std::string& field, const json& value) {
        auto spec = example_json(name);
        spec[field] = value;
        return read_activity(spec.dump()).has_value();
    };
    EXPECT_FALSE(with("activity-present", "comments", true));
    EXPECT_FALSE(with("activity-feedback", "upVotes", true));
    EXPECT_FALSE(with("activity-dots", "upVotes", true));
    EXPECT_FALSE(with("activity-feedback", "brainwriting", json::object()));
    EXPECT_FALSE(with("activity-feedback", "release", "waves"));
    EXPECT_FALSE(with("activity-collect", "items", json::array({"eins"})));
    EXPECT_FALSE(with("activity-single-choice", "budget", 5));
    EXPECT_FALSE(with("activity-agree-disagree", "perItem", 1));
    EXPECT_FALSE(with("activity-dots", "method", "agree_disagree"));
    EXPECT_FALSE(with("activity-dots", "kind", "collect"));
    EXPECT_FALSE(with("activity-dots", "phase", "planned"));
}

TEST(ActivitySpecs, HaveTheDefaultsOfTheDescription) {
    const auto spec = read_activity(R"({"kind":"collect","id":"a","title":"t","prompt":""})");
    ASSERT_TRUE(spec);
    EXPECT_EQ(spec->plan, domain::activity_plan{domain::collect_plan{}});
    const auto session = read_new_session(R"({"title":"t","language":"en","agenda":[]})");
    ASSERT_TRUE(session);
    EXPECT_EQ(session->settings, (domain::session_settings{"t", domain::language::en, "", false}));
}

domain::collect_plan collect_of(const json& more) {
    auto spec = json{{"kind", "collect"}, {"id", "a"}, {"title", "t"}, {"prompt", ""}};
    spec.update(more);
    return std::get<domain::collect_plan>(read_activity(spec.dump()).value().plan);
}

TEST(ActivitySpecs, OfSheetsThatGoRoundAreCoveredUnlessTheySayOtherwise) {
    const json free{{"brainwriting", json::object()}};
    EXPECT_EQ(collect_of(free).release, domain::release::covered);
    EXPECT_EQ(collect_of(free).sheets, domain::brainwriting{});
    auto live = free;
    live["release"] = "live";
    EXPECT_EQ(collect_of(live).release, domain::release::live) << "whether that is possible says the domain";
    const json written{{"brainwriting", {{"perTurn", 3}, {"turnMinutes", 5}, {"turns", 6}}}};
    EXPECT_EQ(collect_of(written).sheets, (domain::brainwriting{3, 5, 6}));
    EXPECT_FALSE(collect_of(written).up_votes);
}

TEST(ActivitySpecs, SayThatCardsMayBeSupported) {
    EXPECT_TRUE(collect_of({{"upVotes", true}}).up_votes);
    EXPECT_EQ(collect_of({{"upVotes", true}}).release, domain::release::waves);
    EXPECT_EQ(collect_of({{"upVotes", false}}), domain::collect_plan{});
    EXPECT_EQ(json::parse(write(read_activity(text_of_example("activity-up-votes")).value()))["upVotes"], true);
}

TEST(ActivitySpecs, TakeItemsFromAListOrFromAnEarlierActivity) {
    const auto items_of = [](const std::string& name) {
        const auto spec = read_activity(text_of_example(name)).value();
        return std::get<domain::vote_plan>(spec.plan);
    };
    EXPECT_EQ(std::get<std::vector<std::string>>(items_of("activity-single-choice").items).size(), 3U);
    EXPECT_EQ(std::get<domain::item_source>(items_of("activity-dots").items),
              (domain::item_source{{"ideen"}, domain::item_source::kind::clusters}));
    EXPECT_EQ(std::get<domain::dots_rules>(items_of("activity-dots").rules), (domain::dots_rules{5, 3}));
}

TEST(Hello, BringsTheProofOfItsAudienceAndNoOther) {
    const auto participant = example_json("hello-participant");
    const auto desk = example_json("hello-desk");
    EXPECT_FALSE(accepts(read_hello, participant, "/audience", "desk"));
    EXPECT_FALSE(accepts(read_hello, participant, "/ticket", "x"));
    EXPECT_FALSE(accepts(read_hello, participant, "/code", "K7M2XQ4T"));
    EXPECT_FALSE(accepts(read_hello, desk, "/seat", participant["seat"]));
    EXPECT_FALSE(accepts(read_hello, participant, "/epoch", "only half of a position"));
    EXPECT_FALSE(accepts(read_hello, participant, "/revision", 4));
}

TEST(Hello, IsTheOnlyMessageThatAFeedTakesInwards) {
    for (const auto& each : examples)
        EXPECT_EQ(read_hello(text_of_example(each.name)).has_value(), each.name.starts_with("hello")) << each.name;
}

TEST(Envelopes, AreNothingElse) {
    for (const auto& each : examples)
        EXPECT_EQ(read_envelope(text_of_example(each.name)).has_value(), each.name.starts_with("envelope"))
            << each.name;
}

TEST(Envelopes, OfUpVotesAndSheetsSayNoMoreThanTheyMust) {
    const auto votes = example_json("envelope-up-votes");
    EXPECT_FALSE(accepts(read_envelope, votes, "/counter", 0));
    EXPECT_FALSE(accepts(read_envelope, votes, "/entries", json::array({"ABC"})));
    EXPECT_FALSE(accepts(read_envelope, votes, "/who", "me"));
    const auto sheet = example_json("envelope-sheet");
    EXPECT_FALSE(accepts(read_envelope, sheet, "/counter", 1));
    EXPECT_FALSE(accepts(read_envelope, sheet, "/had", json::array({"7"})));
    EXPECT_FALSE(accepts(read_envelope, sheet, "/sheet", 7)) << "nobody chooses a sheet";
}

TEST(Texts, PassByteForByte) {
    auto envelope = example_json("envelope-entry");
    const std::string text =
        " <b>Bänke\r\n\t\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d &amp; \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb\\u0000 ";
    envelope["entry"]["text"] = text;
    const auto read = read_envelope(envelope.dump());
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<entry_envelope>(*read).entry.text, text);
    EXPECT_EQ(read_envelope(write(*read)).value(), *read);
}

}  // namespace
}  // namespace klartext::wire
