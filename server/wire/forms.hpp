#pragma once
#include "domain/ballot.hpp"
#include "wire/described.hpp"
#include "wire/desk_messages.hpp"
#include "wire/domain_names.hpp"
#include "wire/feed_messages.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

/// Shapes in JSON of values that are shaped otherwise in the domain. Private to this room.
namespace klartext::wire {

struct choice_body {
    nullable<std::string> choice;
};
BOOST_DESCRIBE_STRUCT(choice_body, (), (choice))

struct dots_body {
    std::map<std::string, int> dots;
};
BOOST_DESCRIBE_STRUCT(dots_body, (), (dots))

struct stances_body {
    std::map<std::string, int> stances;  ///< 1 agree, 0 pass, -1 disagree
};
BOOST_DESCRIBE_STRUCT(stances_body, (), (stances))

struct spec_head {
    domain::activity_id id;
    std::string title;
    std::string prompt;
    std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(spec_head, (), (id, title, prompt, minutes))

struct present_spec : spec_head {
    static constexpr const char* kind = "present";
};
BOOST_DESCRIBE_STRUCT(present_spec, (spec_head), ())

struct collect_spec : spec_head {
    static constexpr const char* kind = "collect";
    std::optional<std::vector<section_view>> sections;
    std::optional<bool> comments;
    std::optional<domain::release> release;
};
BOOST_DESCRIBE_STRUCT(collect_spec, (spec_head), (sections, comments, release))

struct vote_spec : spec_head {
    static constexpr const char* kind = "vote";
    planned_items items;
};
BOOST_DESCRIBE_STRUCT(vote_spec, (spec_head), (items))

struct single_choice_spec : vote_spec {
    static constexpr const char* method = "single_choice";
};
BOOST_DESCRIBE_STRUCT(single_choice_spec, (vote_spec), ())

struct dots_spec : vote_spec {
    static constexpr const char* method = "dots";
    int budget = 0;
    int per_item = 0;
};
BOOST_DESCRIBE_STRUCT(dots_spec, (vote_spec), (budget, per_item))

struct agree_disagree_spec : vote_spec {
    static constexpr const char* method = "agree_disagree";
};
BOOST_DESCRIBE_STRUCT(agree_disagree_spec, (vote_spec), ())

struct feedback_spec : spec_head {
    static constexpr const char* kind = "feedback";
};
BOOST_DESCRIBE_STRUCT(feedback_spec, (spec_head), ())

using activity_spec =
    std::variant<present_spec, collect_spec, single_choice_spec, dots_spec, agree_disagree_spec, feedback_spec>;

template <class Spec>
struct with_phase : Spec {
    domain::phase phase = domain::phase::planned;
    BOOST_DESCRIBE_CLASS(with_phase, (Spec), (phase), (), ())
};

using activity_spec_with_phase =
    std::variant<with_phase<present_spec>, with_phase<collect_spec>, with_phase<single_choice_spec>,
                 with_phase<dots_spec>, with_phase<agree_disagree_spec>, with_phase<feedback_spec>>;

struct new_session_body {
    std::string title;
    domain::language language = domain::language::de;
    std::vector<domain::planned_activity> agenda;
    std::optional<std::string> notice;
    std::optional<bool> open_small_group;
};
BOOST_DESCRIBE_STRUCT(new_session_body, (), (title, language, agenda, notice, open_small_group))

struct desk_session_body {
    domain::session_id id;
    std::string code, title;
    domain::language language = domain::language::de;
    std::string notice;
    bool open_small_group = false;
    domain::session_phase phase = domain::session_phase::draft;
    bool door_open = true;
    int seats = 0;
    std::vector<planned_step> agenda;
    std::optional<std::string> minutes_link, minutes_link_until;
    mail_counts mail;
};
BOOST_DESCRIBE_STRUCT(desk_session_body, (),
                      (id, code, title, language, notice, open_small_group, phase, door_open, seats, agenda,
                       minutes_link, minutes_link_until, mail))

struct arrangement_body {
    std::vector<domain::entry_id> entries;
    nullable<domain::cluster_id> cluster;
};
BOOST_DESCRIBE_STRUCT(arrangement_body, (), (entries, cluster))

template <>
struct json_form<domain::single_choice_ballot> {
    using body = choice_body;
    static body make(const domain::single_choice_ballot&);
    static bool take(body, domain::single_choice_ballot&, std::string& where);
};

template <>
struct json_form<domain::dots_ballot> {
    using body = dots_body;
    static body make(const domain::dots_ballot&);
    static bool take(body, domain::dots_ballot&, std::string& where);
};

template <>
struct json_form<domain::agree_disagree_ballot> {
    using body = stances_body;
    static body make(const domain::agree_disagree_ballot&);
    static bool take(body, domain::agree_disagree_ballot&, std::string& where);
};

template <>
struct json_form<domain::planned_activity> {
    using body = activity_spec;
    static body make(const domain::planned_activity&);
    static bool take(body, domain::planned_activity&, std::string& where);
};

template <>
struct json_form<planned_step> {
    using body = activity_spec_with_phase;
    static body make(const planned_step&);
    static bool take(body, planned_step&, std::string& where);
};

template <>
struct json_form<new_session> {
    using body = new_session_body;
    static body make(const new_session&);
    static bool take(body, new_session&, std::string& where);
};

template <>
struct json_form<desk_session> {
    using body = desk_session_body;
    static body make(const desk_session&);
    static bool take(body, desk_session&, std::string& where);
};

template <>
struct json_form<arrangement> {
    using body = arrangement_body;
    static body make(const arrangement&);
    static bool take(body, arrangement&, std::string& where);
};

/// The planned items of a vote, as feed and agenda name them.
[[nodiscard]] planned_items planned_items_of(const domain::vote_plan&);

}  // namespace klartext::wire
