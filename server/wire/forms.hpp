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
    std::optional<std::vector<card_kind>> kinds;
    std::optional<int> per_person;
    std::optional<bool> beside;
    std::optional<domain::canvas_layout> layout;
    std::optional<bool> up_votes;
    std::optional<brainwriting_rules> brainwriting;  ///< then `release` is `covered`, which is what its absence means
};
BOOST_DESCRIBE_STRUCT(collect_spec, (spec_head),
                      (sections, comments, release, kinds, per_person, beside, layout, up_votes, brainwriting))

struct vote_spec : spec_head {
    static constexpr const char* kind = "vote";
    planned_items items;
};
BOOST_DESCRIBE_STRUCT(vote_spec, (spec_head), (items))

/// A vote by one method: the fields of its rules stand beside the others.
template <class Method>
struct spec : vote_spec {
    using method_of_rules = Method;
    static constexpr const char* method = Method::rules::method;
    typename Method::rules rules;
    BOOST_DESCRIBE_CLASS(spec, (vote_spec), (), (), ())
};

struct feedback_spec : spec_head {
    static constexpr const char* kind = "feedback";
};
BOOST_DESCRIBE_STRUCT(feedback_spec, (spec_head), ())

struct measures_spec : spec_head {
    static constexpr const char* kind = "measures";
    std::optional<item_source> items;  ///< what the measures follow from
};
BOOST_DESCRIBE_STRUCT(measures_spec, (spec_head), (items))

struct sign_up_spec : spec_head {
    static constexpr const char* kind = "sign_up";
    planned_items items;  ///< the themes
};
BOOST_DESCRIBE_STRUCT(sign_up_spec, (spec_head), (items))

using activity_spec =
    boost::mp11::mp_rename<boost::mp11::mp_append<boost::mp11::mp_list<present_spec, collect_spec>,
                                                  boost::mp11::mp_transform<spec, domain::methods>,
                                                  boost::mp11::mp_list<feedback_spec, measures_spec, sign_up_spec>>,
                           std::variant>;

template <class Spec>
struct with_phase : Spec {
    domain::phase phase = domain::phase::planned;
    BOOST_DESCRIBE_CLASS(with_phase, (Spec), (phase), (), ())
};

using activity_spec_with_phase = boost::mp11::mp_transform<with_phase, activity_spec>;

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

/// Planned items, as feed and agenda name them.
[[nodiscard]] planned_items planned_items_of(const decltype(domain::vote_plan::items)&);
[[nodiscard]] item_source source_of(const domain::item_source&);

[[nodiscard]] std::vector<section_view> sections_of(const domain::collect_plan&);
[[nodiscard]] std::vector<card_kind> kinds_of(const domain::collect_plan&);
[[nodiscard]] brainwriting_rules brainwriting_rules_of(const domain::brainwriting&);

}  // namespace klartext::wire
