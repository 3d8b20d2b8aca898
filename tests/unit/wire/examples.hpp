#pragma once
#include "wire/answers.hpp"
#include "wire/desk_messages.hpp"
#include "wire/feed_messages.hpp"
#include "wire/join_messages.hpp"
#include "wire/letterbox_messages.hpp"
#include "wire/sign_up_messages.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::wire {

/// Reads a text as one kind of message and writes it again; nothing if it was refused.
using rewrite = std::optional<std::string> (*)(std::string_view);

template <auto Read>
std::optional<std::string> rewritten(std::string_view text) {
    const auto message = Read(text);
    return message ? std::optional(write(*message)) : std::nullopt;
}

/// One file of tests/wire-examples.
struct example {
    std::string name;
    wire::rewrite rewrite;
    std::set<std::string> optional = {};  ///< "container/field"; the container of the outermost fields is ""
};

inline void PrintTo(const example& each, std::ostream* out) { *out << each.name; }

inline const std::set<std::string> optional_in_a_spec = {"/minutes",
                                                         "/sections",
                                                         "/comments",
                                                         "/release",
                                                         "/kinds",
                                                         "/perPerson",
                                                         "/beside",
                                                         "/layout",
                                                         "sections/canvas",
                                                         "/upVotes",
                                                         "/brainwriting",
                                                         "brainwriting/perTurn",
                                                         "brainwriting/turnMinutes",
                                                         "brainwriting/turns"};

/// Those of an activity, of entries and of results, wherever an activity stands.
inline std::set<std::string> optional_in_views(const std::string& container) {
    std::set<std::string> all = {"entries/text",
                                 "entries/section",
                                 "entries/on",
                                 "entries/cluster",
                                 "entries/withdrawn",
                                 "entries/kind",
                                 "entries/tags",
                                 "entries/onBehalf",
                                 "sections/canvas",
                                 "measures/due",
                                 "measures/about",
                                 "result/tally",
                                 "result/removedTexts",
                                 "changes/cluster",
                                 "changes/result",
                                 "entries/upVotes",
                                 "entries/answered",
                                 "brainwriting/perTurn",
                                 "brainwriting/turnMinutes",
                                 "brainwriting/turns"};
    for (const auto* field :
         {"minutes",    "prompt",    "promptHtml",   "sections", "comments", "release",      "uncovered",
          "clusters",   "entries",   "waiting",      "rules",    "items",    "slot",         "ballots",
          "stampBatch", "fewPeople", "result",       "kinds",    "layout",   "perPerson",    "beside",
          "tags",       "measures",  "plannedItems", "upVotes",  "upVoters", "brainwriting", "turn"})
        all.insert(container + "/" + field);
    return all;
}

inline const std::vector<example> examples = {
    {"envelope-entry", rewritten<read_envelope>, {"entry/section", "entry/kind"}},
    {"entry-on-behalf", rewritten<read_new_entry>, {"/section", "/kind"}},
    {"envelope-comment", rewritten<read_envelope>, {"entry/on"}},
    {"envelope-edit", rewritten<read_envelope>},
    {"envelope-withdraw", rewritten<read_envelope>},
    {"envelope-ballot-single-choice", rewritten<read_envelope>, {"ballot/choice"}},
    {"envelope-ballot-abstention", rewritten<read_envelope>},
    {"envelope-ballot-dots", rewritten<read_envelope>, {"dots/0", "dots/11"}},
    {"envelope-ballot-open-text", rewritten<read_envelope>, {"answers/0", "answers/2"}},
    {"envelope-ballot-agree-disagree", rewritten<read_envelope>, {"stances/0", "stances/1", "stances/2"}},
    {"envelope-address", rewritten<read_envelope>},
    {"envelope-sign-up", rewritten<read_envelope>, {"/contact"}},
    {"envelope-sign-up-taken-back", rewritten<read_envelope>},
    {"envelope-up-votes", rewritten<read_envelope>},
    {"envelope-up-votes-taken-back", rewritten<read_envelope>},
    {"envelope-sheet", rewritten<read_envelope>},
    {"sheet-given", rewritten<read_sheet_given>},
    {"hello-participant", rewritten<read_hello>},
    {"hello-resume", rewritten<read_hello>},
    {"hello-desk", rewritten<read_hello>},
    {"hello-presenter", rewritten<read_hello>},
    {"open-door", rewritten<read_open_door>},
    {"join", rewritten<read_join>},
    {"joined", rewritten<read_joined>},
    {"stamps-request", rewritten<read_stamps_request>, {"/since", "since/ideen"}},
    {"drawn-stamps", rewritten<read_drawn_stamps>},
    {"received", rewritten<read_received>},
    {"health", rewritten<read_health>},
    {"signing-key", rewritten<read_signing_key>},
    {"error", rewritten<read_error>},
    {"login", rewritten<read_login>},
    {"new-password", rewritten<read_password>, {"/name"}},
    {"new-account", rewritten<read_account>, {"/administrator"}},
    {"me", rewritten<read_me>},
    {"accounts", rewritten<read_accounts>},
    {"account-link", rewritten<read_account_link>},
    {"reset-link", rewritten<read_reset_link>},
    {"test-mail", rewritten<read_test_mail>},
    {"tried-mail", rewritten<read_tried_mail>, {"/trouble", "/code"}},
    {"mail-state", rewritten<read_mail_state>, {"/trouble"}},
    {"new-session",
     rewritten<read_new_session>,
     {"/notice", "/openSmallGroup", "agenda/minutes", "agenda/sections", "agenda/comments", "agenda/release"}},
    {"session-edit", rewritten<read_session_edit>},
    {"minutes-choices", rewritten<read_minutes_choices>, {"/linkDays"}},
    {"created-session", rewritten<read_created_session>},
    {"session-list", rewritten<read_session_list>, {"sessions/day"}},
    {"desk-session",
     rewritten<read_desk_session>,
     {"/minutesLink", "/minutesLinkUntil", "mail/trouble", "mail/keptUntil", "agenda/minutes", "agenda/sections",
      "agenda/comments", "agenda/release"}},
    {"activity-present", rewritten<read_activity>, optional_in_a_spec},
    {"activity-collect", rewritten<read_activity>, optional_in_a_spec},
    {"activity-single-choice", rewritten<read_activity>, optional_in_a_spec},
    {"activity-dots", rewritten<read_activity>, optional_in_a_spec},
    {"activity-agree-disagree", rewritten<read_activity>, optional_in_a_spec},
    {"activity-feedback", rewritten<read_activity>, optional_in_a_spec},
    {"activity-open-text", rewritten<read_activity>, {"/minutes"}},
    {"activity-canvas", rewritten<read_activity>, optional_in_a_spec},
    {"activity-beside", rewritten<read_activity>, optional_in_a_spec},
    {"activity-up-votes", rewritten<read_activity>, optional_in_a_spec},
    {"activity-brainwriting", rewritten<read_activity>, optional_in_a_spec},
    {"activity-handed-over", rewritten<read_activity>, {"items/count"}},
    {"activity-measures", rewritten<read_activity>, {"/minutes", "/items"}},
    {"activity-sign-up", rewritten<read_activity>, {"/minutes"}},
    {"added-activity",
     rewritten<read_added_activity>,
     {"/position", "activity/minutes", "activity/sections", "activity/comments", "activity/release"}},
    {"agenda-order", rewritten<read_order>},
    {"door", rewritten<read_door>},
    {"stage", rewritten<read_stage>, {"/activity"}},
    {"timer", rewritten<read_timer>, {"/seconds"}},
    {"ticket", rewritten<read_ticket>},
    {"minutes-link", rewritten<read_minutes_link>, {"/minutesLink"}},
    {"cluster-name", rewritten<read_name>},
    {"created-cluster", rewritten<read_created_cluster>},
    {"merge", rewritten<read_merge>},
    {"arrangement", rewritten<read_arrange>},
    {"arrangement-apart", rewritten<read_arrange>},
    {"measure-text", rewritten<read_measure>, {"/who", "/due", "/status", "/about"}},
    {"handed-items", rewritten<read_handed_items>},
    {"new-tag", rewritten<read_new_tag>, {"/id", "/meaning"}},
    {"tag-text", rewritten<read_tag>, {"/meaning"}},
    {"created-tag", rewritten<read_created_tag>},
    {"tag-merge", rewritten<read_tag_merge>},
    {"tagging", rewritten<read_tagging>},
    {"text-to-remove", rewritten<read_text_to_remove>, {"/item"}},
    {"answered-mark", rewritten<read_answered>},
    {"turn-to-start", rewritten<read_turn>},
    {"suggestions", rewritten<read_suggestions>},
    {"sign-ups", rewritten<read_sign_ups>, {"people/contact"}},
    {"sign-up-removal", rewritten<read_sign_up_removal>, {"/contact"}},
    {"removed-entries",
     rewritten<read_removed_entries>,
     {"entries/text", "entries/section", "entries/kind", "entries/tags", "entries/onBehalf"}},
    {"feed-snapshot", rewritten<read_feed_message>, optional_in_views("agenda")},
    {"feed-snapshot-desk", rewritten<read_feed_message>, optional_in_views("agenda")},
    {"feed-session-changed", rewritten<read_feed_message>},
    {"feed-agenda-changed", rewritten<read_feed_message>},
    {"feed-activity-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-activity-closed", rewritten<read_feed_message>, optional_in_views("")},
    {"feed-entries-shown", rewritten<read_feed_message>, optional_in_views("")},
    {"feed-entries-gone", rewritten<read_feed_message>},
    {"feed-entries-arranged", rewritten<read_feed_message>, {"changes/cluster"}},
    {"feed-clusters-changed", rewritten<read_feed_message>},
    {"feed-tags-changed", rewritten<read_feed_message>},
    {"feed-entries-tagged", rewritten<read_feed_message>},
    {"feed-measures-changed", rewritten<read_feed_message>, {"measures/due", "measures/about"}},
    {"feed-sign-up-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-measures-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-canvas-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-result-changed", rewritten<read_feed_message>, {"result/tally", "result/removedTexts"}},
    {"feed-stage-set", rewritten<read_feed_message>, {"changes/activity"}},
    {"feed-timer-set", rewritten<read_feed_message>, {"changes/timerEnds"}},
    {"feed-uncovered", rewritten<read_feed_message>},
    {"feed-up-votes-counted", rewritten<read_feed_message>},
    {"feed-entry-answered", rewritten<read_feed_message>},
    {"feed-turn-started", rewritten<read_feed_message>},
    {"feed-questions-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-brainwriting-opened", rewritten<read_feed_message>, optional_in_views("activity")},
    {"feed-numbers", rewritten<read_feed_message>},
};

inline const std::filesystem::path examples_folder = std::filesystem::path(KLARTEXT_SOURCE_DIR) / "tests/wire-examples";

inline std::string text_of_example(const std::string& name) {
    std::ifstream in(examples_folder / (name + ".json"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace klartext::wire
