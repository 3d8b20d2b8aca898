#include "integration/kill/whereabouts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

namespace klartext::killing {
namespace {

using namespace replay;
using nlohmann::json;

/// One entry or comment: what the recording does to it, what was confirmed, what the minutes show.
struct story {
    std::vector<std::string> wordings;  ///< in order of the recording
    bool withdrawal = false;            ///< is in the recording
    const expected_entry* confirmed = nullptr;
    std::map<std::string, int> found;  ///< wording -> how often

    [[nodiscard]] bool as_confirmed() const {
        if (!confirmed || confirmed->withdrawn) return found.empty();
        return found == std::map<std::string, int>{{confirmed->text, 1}};
    }
};

using stories = std::map<std::string, story>;  ///< by ref

stories told_by(const recording& recorded) {
    stories all;
    for (const auto& act : recorded.acts) {
        const auto* what = std::get_if<contribution>(&act.what);
        if (!what) continue;
        if (const auto* entry = std::get_if<write_entry>(what)) all[entry->ref].wordings.push_back(entry->text);
        if (const auto* comment = std::get_if<write_comment>(what)) all[comment->ref].wordings.push_back(comment->text);
        if (const auto* edit = std::get_if<edit_entry>(what)) all[edit->ref].wordings.push_back(edit->text);
        if (const auto* withdrawal = std::get_if<withdraw_entry>(what)) all[withdrawal->ref].withdrawal = true;
    }
    return all;
}

std::vector<std::string> texts_in(const std::string& minutes_json) {
    std::vector<std::string> texts;
    const auto minutes = json::parse(minutes_json);
    for (const auto& activity : minutes.at("activities")) {
        for (const auto& entry : activity.at("entries")) {
            if (const auto text = entry.at("text").get<std::string>(); !text.empty()) texts.push_back(text);
            for (const auto& comment : entry.at("comments")) texts.push_back(comment);
        }
    }
    return texts;
}

std::string spelled(const std::string& ref, const story& one) {
    auto line = ref + ": ";
    if (!one.confirmed)
        line += "never confirmed";
    else if (one.confirmed->withdrawn)
        line += "its withdrawal was confirmed";
    else
        line += fmt::format("confirmed as \"{}\"", one.confirmed->text);
    if (one.found.empty()) line += "; not there";
    for (const auto& [text, times] : one.found) line += fmt::format("; there {} time(s) as \"{}\"", times, text);
    line += fmt::format("; in the recording: \"{}\"", fmt::join(one.wordings, "\", \""));
    if (one.withdrawal) line += ", and a withdrawal";
    return line;
}

}  // namespace

std::vector<std::string> amiss(const recording& recorded, const expectation& expected,
                               const std::string& minutes_json) {
    auto all = told_by(recorded);
    std::map<std::string, std::string> refs;  // by wording
    for (const auto& [ref, story] : all)
        for (const auto& wording : story.wordings) refs[wording] = ref;
    for (const auto& entry : expected.entries) all[entry.ref].confirmed = &entry;

    std::vector<std::string> lines;
    for (const auto& text : texts_in(minutes_json)) {
        if (const auto known = refs.find(text); known != refs.end())
            ++all[known->second].found[text];
        else
            lines.push_back(fmt::format("\"{}\" is there, and nowhere in the recording", text));
    }
    for (const auto& [ref, story] : all)
        if (!story.as_confirmed()) lines.push_back(spelled(ref, story));
    return lines;
}

}  // namespace klartext::killing
