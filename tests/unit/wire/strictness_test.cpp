#include "wire/answers.hpp"
#include "wire/desk_messages.hpp"
#include "wire/feed_messages.hpp"
#include "wire/json_value.hpp"
#include "wire/letterbox_messages.hpp"
#include "wire/values.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

result<cluster_name> named(const std::string& text) { return read_name("{\"name\":\"" + text + "\"}"); }

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(Reading, RefusesWhatIsNotUtf8) {
    EXPECT_TRUE(named("Gr\xc3\xbcn"));
    for (const auto* broken : {"\xc3", "\x80", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"})
        EXPECT_FALSE(named(broken)) << broken;
}

TEST(Reading, RefusesHalfOfASurrogatePair) {
    EXPECT_EQ(named("\\ud83c\\udf33")->name, "\U0001F333");
    EXPECT_FALSE(named("\\ud83c"));
    EXPECT_FALSE(named("\\udf33"));
}

TEST(Reading, RefusesADoubleNameAtAnyDepthHoweverItIsSpelt) {
    EXPECT_FALSE(parse_json(R"({"a":1,"a":1})", no_limit));
    EXPECT_FALSE(parse_json(R"([{"b":{"a":1,"c":2,"\u0061":3}}])", no_limit));
    EXPECT_TRUE(parse_json(R"([{"a":1},{"a":1}])", no_limit));
}

TEST(Reading, GoesSixteenDeepAndNotDeeper) {
    EXPECT_TRUE(parse_json(nested(16), no_limit));
    EXPECT_FALSE(parse_json(nested(17), no_limit));
    EXPECT_FALSE(parse_json(std::string(desk_bytes, '['), no_limit));
}

TEST(Reading, RefusesASecondTextAndCommentsAndNothing) {
    for (const auto* text : {"", " ", "{}{}", "{} x", "/**/{}", "{,}", "[1,]", "nul", "NaN", "{\"a\"}", "\xef\xbb\xbf"})
        EXPECT_FALSE(parse_json(text, no_limit)) << text;
}

TEST(Reading, SaysTooLargeBeforeItLooks) {
    const std::string text(letterbox_bytes + 1, 'x');
    EXPECT_EQ(read_envelope(text).error().problem, problem::too_large);
    EXPECT_EQ(read_envelope(text.substr(1)).error().problem, problem::malformed);
}

TEST(Reading, RefusesNumbersOutOfRange) {
    const auto with = [](const std::string& number) {
        return "{\"changes\":[],\"epoch\":\"e\",\"revision\":" + number + ",\"type\":\"update\"}";
    };
    EXPECT_TRUE(read_feed_message(with("9223372036854775807")));
    for (const auto* number : {"9223372036854775808", "18446744073709551616", "-1", "1e3", "1.0", "null", "01"})
        EXPECT_FALSE(read_feed_message(with(number))) << number;
}

TEST(Reading, SaysWhereTheFaultIsInNamesOfTheFormatOnly) {
    const auto fault = read_envelope(R"({"type":"entry","session":"0123456789abcdef0123456789abcdef","activity":"a",
        "stamp":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","entry":{"id":"geheim","text":"t","editHash":"x"}})");
    EXPECT_EQ(fault.error().where, "/entry/id");
    const auto dots = read_ballot(R"({"method":"dots","dots":{"geheim":1}})");
    EXPECT_EQ(dots.error().where, "/dots/*");
    EXPECT_EQ(read_ballot(R"({"method":"dots","dots":{"geheim":"x"}})").error().where, "/dots/*");
    EXPECT_EQ(read_new_session(R"({"title":"t","language":"de","agenda":[{"geheim":1}]})").error().where, "/agenda/0");
    EXPECT_EQ(read_order(R"({"order":["a",""]})").error().where, "/order/1");
}

TEST(Writing, MakesBytesThatAreNoUtf8Readable) {
    EXPECT_EQ(write(cluster_name{"a\xff"
                                 "b\n\"\\\x01"}),
              R"({"name":"a)"
              "\xef\xbf\xbd"
              R"(b\n\"\\\u0001"})");
}

}  // namespace
}  // namespace klartext::wire
