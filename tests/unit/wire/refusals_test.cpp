#include "wire/refusals.hpp"
#include "wire/answers.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace klartext::wire {
namespace {

/// The enumerators in the order in which a header declares them.
std::vector<std::string> enumerators(const std::string& header, const std::string& name) {
    std::ifstream in(std::filesystem::path(KLARTEXT_SOURCE_DIR) / header);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto begin = text.find("enum class " + name + " {");
    const auto body = text.substr(begin, text.find("};", begin) - begin);
    std::vector<std::string> all;
    const std::regex line(R"(\n\s+(\w+),)");
    for (std::sregex_iterator each(body.begin(), body.end(), line), end; each != end; ++each) all.push_back((*each)[1]);
    return all;
}

template <class Enum>
std::vector<refusal_text> texts_of(const std::vector<std::string>& names) {
    std::vector<refusal_text> all;
    for (std::size_t each = 0; each < names.size(); ++each) all.push_back(text_of(static_cast<Enum>(each)));
    return all;
}

std::vector<refusal_text> all_texts() {
    auto all = texts_of<domain::refusal>(enumerators("server/domain/refusal.hpp", "refusal"));
    const auto problems = texts_of<problem>(enumerators("server/wire/refusals.hpp", "problem"));
    all.insert(all.end(), problems.begin(), problems.end());
    return all;
}

template <class Enum>
void expect_codes_are_names(const std::vector<std::string>& names) {
    ASSERT_GT(names.size(), 20U);
    for (std::size_t each = 0; each < names.size(); ++each)
        EXPECT_EQ(text_of(static_cast<Enum>(each)).code, names[each]);
    EXPECT_THROW((void)text_of(static_cast<Enum>(names.size())), std::logic_error);
}

TEST(Refusals, OfTheDomainHaveTheirNamesAsCodes) {
    expect_codes_are_names<domain::refusal>(enumerators("server/domain/refusal.hpp", "refusal"));
}

TEST(Refusals, AtTheDoorsHaveTheirNamesAsCodes) {
    expect_codes_are_names<problem>(enumerators("server/wire/refusals.hpp", "problem"));
}

TEST(Refusals, CoverEverythingThatAccessRefuses) {
    const auto names = enumerators("server/access/refusal.hpp", "access_refusal");
    ASSERT_FALSE(names.empty());
    for (const auto& name : names) EXPECT_TRUE(text_of_code(name)) << name;
}

TEST(Refusals, HaveASentenceAndAnAdviceInBothLanguages) {
    const auto is_sentence = [](std::string_view text) { return text.size() > 6 && (text.ends_with('.')); };
    for (const auto& text : all_texts()) {
        for (const auto& words : {text.message, text.advice}) {
            EXPECT_TRUE(is_sentence(words.de)) << text.code << ": " << words.de;
            EXPECT_TRUE(is_sentence(words.en)) << text.code << ": " << words.en;
            EXPECT_NE(words.de, words.en) << text.code;
        }
    }
}

TEST(Refusals, HaveAStatusThatSaysNo) {
    const std::set<int> statuses = {400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503};
    for (const auto& text : all_texts()) EXPECT_TRUE(statuses.contains(text.status)) << text.code;
}

TEST(Refusals, HaveCodesOfTheirOwn) {
    std::set<std::string_view> codes;
    for (const auto& text : all_texts()) EXPECT_TRUE(codes.insert(text.code).second) << text.code;
}

TEST(Refusals, AreListedWhole) { EXPECT_EQ(all_refusal_texts().size(), all_texts().size()); }

TEST(Refusals, AreFoundByTheirCodes) {
    for (const auto& text : all_texts()) {
        const auto found = text_of_code(text.code);
        ASSERT_TRUE(found) << text.code;
        EXPECT_EQ(found->message.de, text.message.de);
    }
    EXPECT_FALSE(text_of_code("no_such_code"));
}

TEST(Answers, CarryCodeSentencesAndStatus) {
    const auto answer = answer_of(domain::refusal::stamp_spent);
    EXPECT_EQ(answer.status, 409);
    const auto read = read_error(answer.body);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->code, "stamp_spent");
    EXPECT_EQ(read->message.de, "Diese Briefmarke ist schon verbraucht.");
    EXPECT_EQ(answer_of(problem::kept_will_be_sent_again).status, 503);
    EXPECT_EQ(answer_of(wire_error{problem::too_large, ""}).status, 413);
}

TEST(Answers, NeverRepeatWhereAMessageWasMalformed) {
    EXPECT_EQ(answer_of(wire_error{problem::malformed, "/entry"}).body, answer_of(problem::malformed).body);
}

}  // namespace
}  // namespace klartext::wire
