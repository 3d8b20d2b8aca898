#include "letterbox/letterbox.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

namespace klartext::letterbox {
namespace {

using ::testing::AnyOf;
using ::testing::Each;
using ::testing::StartsWith;

std::vector<std::string> includes_of_the_room() {
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
    std::vector<std::string> found;
    for (const auto& file : std::filesystem::directory_iterator(KLARTEXT_SOURCE_DIR "/server/letterbox")) {
        if (file.path().extension() != ".hpp" && file.path().extension() != ".cpp") continue;
        std::ifstream text(file.path());
        std::smatch header;
        for (std::string line; std::getline(text, line);)
            if (std::regex_match(line, header, pattern)) found.push_back(header[1]);
    }
    return found;
}

bool is_of_the_house(const std::string& header) { return header.find('/') != std::string::npos; }

/// Fails to compile when an envelope or what lies in it gets another field: say here why it tells nothing of the
/// sender.
[[maybe_unused]] void every_field_of_an_envelope(const envelope& whole) {
    [[maybe_unused]] const auto& [session, content] = whole;
    [[maybe_unused]] const auto& [of, stamp, id, edit_hash, text, section, on, kind] = std::get<entry>(content);
    [[maybe_unused]] const auto& [edited, which, edit_secret, counter, wording] = std::get<edit>(content);
    [[maybe_unused]] const auto& [taken, gone, its_secret, last] = std::get<withdrawal>(content);
    [[maybe_unused]] const auto& [vote, round_stamp, turn, choice] = std::get<ballot>(content);
    [[maybe_unused]] const auto& [address_stamp, mail] = std::get<address>(content);
    // A name is there because whoever signs up by name wants it to be: for a list apart from all content.
    [[maybe_unused]] const auto& [name_stamp, version, who] = std::get<sign_up>(content);
    [[maybe_unused]] const auto& [list, name, contact, themes] = who;
    // All that one seat supports, so that nobody counts twice; kept until the session closes.
    [[maybe_unused]] const auto& [questions, up_vote_stamp, state, supported] = std::get<up_votes>(content);
    // What somebody had is used for the answer and kept nowhere.
    [[maybe_unused]] const auto& [sheets, sheet_stamp, turn_now, had] = std::get<sheet_wanted>(content);
    static_assert(std::variant_size_v<decltype(envelope::content)> == 8);
}

TEST(AnonymityRule2, TheLetterboxTakesTheBodyAndNothingElse) {
    static_assert(std::is_same_v<decltype(&letterbox::drop), void (letterbox::*)(envelope, reply)>);
    auto headers = includes_of_the_room();
    std::erase_if(headers, [](const std::string& header) { return !is_of_the_house(header); });
    ASSERT_GE(headers.size(), 5u);
    EXPECT_THAT(headers, Each(AnyOf(StartsWith("domain/"), StartsWith("live/"), StartsWith("crypto/"),
                                    StartsWith("letterbox/"), StartsWith("fmt/"))))
        << "nothing of net or wire: what the letterbox cannot see it cannot keep";
}

TEST(AnonymityRule6, TheLetterboxLogsNothing) {
    for (const auto& header : includes_of_the_room()) EXPECT_FALSE(header.starts_with("spdlog")) << header;
}

}  // namespace
}  // namespace klartext::letterbox
