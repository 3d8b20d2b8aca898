#pragma once
#include "domain/commands.hpp"
#include "domain/session_state.hpp"
#include "wire/mail_messages.hpp"
#include "wire/values.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What facilitators and administrators ask for at the desk, and what they get.
namespace klartext::wire {

struct login {
    std::string name, password;
    bool operator==(const login&) const = default;
};
BOOST_DESCRIBE_STRUCT(login, (), (name, password))

struct new_password {
    std::string link;  ///< the secret part of an invitation or a reset
    std::string password;
    std::optional<std::string> name;  ///< for the first account only
    bool operator==(const new_password&) const = default;
};
BOOST_DESCRIBE_STRUCT(new_password, (), (link, password, name))

struct new_account {
    std::string name;
    std::optional<bool> administrator;
    bool operator==(const new_account&) const = default;
};
BOOST_DESCRIBE_STRUCT(new_account, (), (name, administrator))

struct me {
    std::string name;
    bool administrator = false;
    bool operator==(const me&) const = default;
};
BOOST_DESCRIBE_STRUCT(me, (), (name, administrator))

struct account {
    std::string id, name;
    std::string state;  ///< "invited", "active", "disabled"
    bool administrator = false;
    bool operator==(const account&) const = default;
};
BOOST_DESCRIBE_STRUCT(account, (), (id, name, state, administrator))

struct accounts {
    std::vector<account> accounts;
    bool operator==(const wire::accounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(accounts, (), (accounts))

struct account_link {
    std::string id;
    std::string link;  ///< path on this server that sets the password, once
    bool operator==(const account_link&) const = default;
};
BOOST_DESCRIBE_STRUCT(account_link, (), (id, link))

struct reset_link {
    std::string link;
    bool operator==(const reset_link&) const = default;
};
BOOST_DESCRIBE_STRUCT(reset_link, (), (link))

struct new_session {
    domain::session_settings settings;
    std::vector<domain::planned_activity> agenda;
    bool operator==(const new_session&) const = default;
};

struct created_session {
    domain::session_id id;
    std::string code;
    bool operator==(const created_session&) const = default;
};
BOOST_DESCRIBE_STRUCT(created_session, (), (id, code))

struct session_row {
    domain::session_id id;
    std::string code, title;
    domain::session_phase phase = domain::session_phase::draft;
    std::optional<std::string> day;  ///< "2025-11-21"; on which it started
    bool operator==(const session_row&) const = default;
};
BOOST_DESCRIBE_STRUCT(session_row, (), (id, code, title, phase, day))

struct session_list {
    std::vector<session_row> sessions;
    bool operator==(const session_list&) const = default;
};
BOOST_DESCRIBE_STRUCT(session_list, (), (sessions))

struct planned_step {
    domain::planned_activity activity;
    domain::phase phase = domain::phase::planned;
    bool operator==(const planned_step&) const = default;
};

/// A session as its owner prepares and runs it; without content.
struct desk_session {
    domain::session_id id;
    std::string code;
    domain::session_settings settings;
    domain::session_phase phase = domain::session_phase::draft;
    bool door_open = true;
    int seats = 0;
    std::vector<planned_step> agenda;
    std::optional<std::string> minutes_link;        ///< path on this server; none before the close and once withdrawn
    std::optional<std::string> minutes_link_until;  ///< "2025-12-21", the last day (UTC) of the link; none: no end
    mail_counts mail;
    bool operator==(const desk_session&) const = default;
};

struct added_activity {
    domain::planned_activity activity;
    std::optional<int> position;  ///< from 0; at the end if absent
    bool operator==(const added_activity&) const = default;
};
BOOST_DESCRIBE_STRUCT(added_activity, (), (activity, position))

struct minutes_link {
    std::optional<std::string> minutes_link;  ///< none: it was withdrawn
    bool operator==(const wire::minutes_link&) const = default;
};
BOOST_DESCRIBE_STRUCT(minutes_link, (), (minutes_link))

struct ticket {
    std::string ticket;
    bool operator==(const wire::ticket&) const = default;
};
BOOST_DESCRIBE_STRUCT(ticket, (), (ticket))

struct door {
    bool open = true;
    bool operator==(const door&) const = default;
};
BOOST_DESCRIBE_STRUCT(door, (), (open))

/// What everybody looks at; without an activity everybody waits.
struct stage {
    std::optional<domain::activity_id> activity;
    bool operator==(const stage&) const = default;
};
BOOST_DESCRIBE_STRUCT(stage, (), (activity))

/// A countdown from now; without seconds there is none any more.
struct timer {
    std::optional<int> seconds;
    bool operator==(const timer&) const = default;
};
BOOST_DESCRIBE_STRUCT(timer, (), (seconds))

struct agenda_order {
    std::vector<domain::activity_id> order;
    bool operator==(const agenda_order&) const = default;
};
BOOST_DESCRIBE_STRUCT(agenda_order, (), (order))

struct cluster_name {
    std::string name;
    bool operator==(const cluster_name&) const = default;
};
BOOST_DESCRIBE_STRUCT(cluster_name, (), (name))

struct created_cluster {
    domain::cluster_id id;
    bool operator==(const created_cluster&) const = default;
};
BOOST_DESCRIBE_STRUCT(created_cluster, (), (id))

struct merge {
    domain::cluster_id into;
    bool operator==(const merge&) const = default;
};
BOOST_DESCRIBE_STRUCT(merge, (), (into))

struct arrangement {
    std::vector<domain::entry_id> entries;
    std::optional<domain::cluster_id> cluster;  ///< null in JSON: they stand alone again
    bool operator==(const arrangement&) const = default;
};

struct new_tag {
    std::optional<domain::tag_id>
        id;  ///< chosen by the page, so that a removal is taken back and a resend adds nothing
    std::string name;
    std::optional<std::string> meaning;
    bool operator==(const new_tag&) const = default;
};
BOOST_DESCRIBE_STRUCT(new_tag, (), (id, name, meaning))

struct tag_text {
    std::string name;
    std::optional<std::string> meaning;
    bool operator==(const tag_text&) const = default;
};
BOOST_DESCRIBE_STRUCT(tag_text, (), (name, meaning))

struct created_tag {
    domain::tag_id id;
    bool operator==(const created_tag&) const = default;
};
BOOST_DESCRIBE_STRUCT(created_tag, (), (id))

struct tag_merge {
    domain::tag_id into;
    bool operator==(const tag_merge&) const = default;
};
BOOST_DESCRIBE_STRUCT(tag_merge, (), (into))

struct tagging {
    std::vector<domain::entry_id> entries;
    bool on = true;  ///< false: takes the tag off
    bool operator==(const tagging&) const = default;
};
BOOST_DESCRIBE_STRUCT(tagging, (), (entries, on))

struct suggested_duplicates {
    std::vector<domain::entry_id> entries;  ///< two or more
    double alike = 0;                       ///< from 0 to 1
    bool same_words = false;                ///< they differ in case, punctuation and spaces at most
    bool operator==(const suggested_duplicates&) const = default;
};
BOOST_DESCRIBE_STRUCT(suggested_duplicates, (), (entries, alike, same_words))

struct suggested_theme {
    std::vector<std::string> words;  ///< three at most, that stand out in these cards
    std::vector<domain::entry_id> entries;
    double alike = 0;  ///< from 0 to 1, on average between any two of them
    bool operator==(const suggested_theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(suggested_theme, (), (words, entries, alike))

/// What the facilitator may want to look at. Nothing follows from it by itself.
struct suggestions {
    std::vector<suggested_duplicates> duplicates;  ///< closest first
    std::vector<suggested_theme> themes;           ///< largest first
    bool operator==(const wire::suggestions&) const = default;
};
BOOST_DESCRIBE_STRUCT(suggestions, (), (duplicates, themes))

/// A measure, under the id that the path names; what is absent is empty, or `planned`.
struct measure_text {
    std::string what;
    std::optional<std::string> who;
    std::optional<std::string> due;  ///< "2026-12-21"; may be no day of the calendar
    std::optional<domain::measure_status> status;
    std::optional<domain::item_number> about;
    bool operator==(const measure_text&) const = default;
};
BOOST_DESCRIBE_STRUCT(measure_text, (), (what, who, due, status, about))

/// What would be handed over to an activity if it opened now.
struct handed_items {
    std::vector<std::string> items;
    bool operator==(const handed_items&) const = default;
};
BOOST_DESCRIBE_STRUCT(handed_items, (), (items))

/// A text of a closed vote's result, as it stands there.
struct text_to_remove {
    std::optional<domain::item_number> item;  ///< absent: it was said to no item
    std::string text;
    bool operator==(const text_to_remove&) const = default;
};
BOOST_DESCRIBE_STRUCT(text_to_remove, (), (item, text))

/// Of a card; false: it was marked by mistake.
struct answered_mark {
    bool answered = true;
    bool operator==(const answered_mark&) const = default;
};
BOOST_DESCRIBE_STRUCT(answered_mark, (), (answered))

/// Of a brainwriting. The one that runs is started already.
struct turn_to_start {
    int turn = 0;
    bool operator==(const turn_to_start&) const = default;
};
BOOST_DESCRIBE_STRUCT(turn_to_start, (), (turn))

[[nodiscard]] result<login> read_login(std::string_view json);
[[nodiscard]] result<new_password> read_password(std::string_view json);
[[nodiscard]] result<new_account> read_account(std::string_view json);
[[nodiscard]] result<new_session> read_new_session(std::string_view json);
[[nodiscard]] result<domain::session_settings> read_session_edit(std::string_view json);
[[nodiscard]] result<domain::minutes_choices> read_minutes_choices(std::string_view json);
[[nodiscard]] result<added_activity> read_added_activity(std::string_view json);
[[nodiscard]] result<domain::planned_activity> read_activity(std::string_view json);
[[nodiscard]] result<door> read_door(std::string_view json);
[[nodiscard]] result<stage> read_stage(std::string_view json);
[[nodiscard]] result<timer> read_timer(std::string_view json);
[[nodiscard]] result<agenda_order> read_order(std::string_view json);
[[nodiscard]] result<cluster_name> read_name(std::string_view json);
[[nodiscard]] result<merge> read_merge(std::string_view json);
[[nodiscard]] result<arrangement> read_arrange(std::string_view json);
[[nodiscard]] result<measure_text> read_measure(std::string_view json);
[[nodiscard]] result<handed_items> read_handed_items(std::string_view json);
[[nodiscard]] result<text_to_remove> read_text_to_remove(std::string_view json);
[[nodiscard]] result<answered_mark> read_answered(std::string_view json);
[[nodiscard]] result<turn_to_start> read_turn(std::string_view json);
[[nodiscard]] result<new_tag> read_new_tag(std::string_view json);
[[nodiscard]] result<tag_text> read_tag(std::string_view json);
[[nodiscard]] result<tag_merge> read_tag_merge(std::string_view json);
[[nodiscard]] result<tagging> read_tagging(std::string_view json);

[[nodiscard]] result<me> read_me(std::string_view json);
[[nodiscard]] result<accounts> read_accounts(std::string_view json);
[[nodiscard]] result<account_link> read_account_link(std::string_view json);
[[nodiscard]] result<reset_link> read_reset_link(std::string_view json);
[[nodiscard]] result<session_list> read_session_list(std::string_view json);
[[nodiscard]] result<created_session> read_created_session(std::string_view json);
[[nodiscard]] result<desk_session> read_desk_session(std::string_view json);
[[nodiscard]] result<minutes_link> read_minutes_link(std::string_view json);
[[nodiscard]] result<ticket> read_ticket(std::string_view json);
[[nodiscard]] result<created_cluster> read_created_cluster(std::string_view json);
[[nodiscard]] result<created_tag> read_created_tag(std::string_view json);
[[nodiscard]] result<suggestions> read_suggestions(std::string_view json);

[[nodiscard]] std::string write(const login&);
[[nodiscard]] std::string write(const new_password&);
[[nodiscard]] std::string write(const new_account&);
[[nodiscard]] std::string write(const new_session&);
[[nodiscard]] std::string write(const domain::session_settings&);
[[nodiscard]] std::string write(const domain::minutes_choices&);
[[nodiscard]] std::string write(const added_activity&);
[[nodiscard]] std::string write(const domain::planned_activity&);
[[nodiscard]] std::string write(const stage&);
[[nodiscard]] std::string write(const timer&);
[[nodiscard]] std::string write(const door&);
[[nodiscard]] std::string write(const agenda_order&);
[[nodiscard]] std::string write(const cluster_name&);
[[nodiscard]] std::string write(const merge&);
[[nodiscard]] std::string write(const arrangement&);
[[nodiscard]] std::string write(const measure_text&);
[[nodiscard]] std::string write(const handed_items&);
[[nodiscard]] std::string write(const text_to_remove&);
[[nodiscard]] std::string write(const answered_mark&);
[[nodiscard]] std::string write(const turn_to_start&);
[[nodiscard]] std::string write(const new_tag&);
[[nodiscard]] std::string write(const tag_text&);
[[nodiscard]] std::string write(const tag_merge&);
[[nodiscard]] std::string write(const tagging&);

[[nodiscard]] std::string write(const me&);
[[nodiscard]] std::string write(const accounts&);
[[nodiscard]] std::string write(const account_link&);
[[nodiscard]] std::string write(const reset_link&);
[[nodiscard]] std::string write(const session_list&);
[[nodiscard]] std::string write(const created_session&);
[[nodiscard]] std::string write(const desk_session&);
[[nodiscard]] std::string write(const minutes_link&);
[[nodiscard]] std::string write(const ticket&);
[[nodiscard]] std::string write(const created_cluster&);
[[nodiscard]] std::string write(const created_tag&);
[[nodiscard]] std::string write(const suggestions&);

}  // namespace klartext::wire
