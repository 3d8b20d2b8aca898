#include "store/dump.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "crypto/codes.hpp"

namespace klartext::store {
namespace {

using json = nlohmann::ordered_json;

template <class Enum, std::size_t N>
std::string_view named(Enum value, const std::array<std::string_view, N>& names) {
    return names.at(static_cast<std::size_t>(value));
}

constexpr std::array<std::string_view, 3> phases{"planned", "open", "closed"};
constexpr std::array<std::string_view, 3> session_phases{"draft", "running", "closed"};
constexpr std::array<std::string_view, 3> standings{"present", "withdrawn", "removed"};
constexpr std::array<std::string_view, 3> releases{"waves", "covered", "live"};
constexpr std::array<std::string_view, 2> languages{"de", "en"};
constexpr std::array<std::string_view, 8> takes{"entries", "clusters", "items",    "tags",
                                                "top",     "above",    "disputed", "quadrant"};
constexpr std::array<std::string_view, 6> tones{"yellow", "green", "red", "blue", "violet", "grey"};
constexpr std::array<std::string_view, 10> layouts{
    "columns",         "persona",       "empathy_map",      "value_proposition", "swot", "chances_hurdles_risks",
    "stakeholder_map", "keep_stop_try", "assumption_board", "pre_mortem"};
constexpr std::array<std::string_view, 4> statuses{"planned", "under_way", "done", "dropped"};

template <class Id>
std::string hex(const Id& id) {
    return crypto::hex_encode(id.bytes);
}

std::string written(const std::chrono::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string written(const domain::minute& minute) {
    return fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(std::chrono::system_clock::to_time_t(minute)));
}

template <class T>
json written(const std::optional<T>& value) {
    return value ? json(written(*value)) : json();
}

template <class Id>
json maybe_hex(const std::optional<Id>& id) {
    return id ? json(hex(*id)) : json();
}

// Rules and ballots, by their descriptions.
template <class T>
requires std::is_arithmetic_v<T> || std::is_same_v<T, std::string> json printed(const T& value) { return value; }
template <class Enum>
requires std::is_enum_v<Enum> json printed(Enum value) { return boost::describe::enum_to_string(value, "?"); }
template <class T>
requires boost::describe::has_describe_members<T>::value json printed(const T& of);

template <class T>
json printed(const std::optional<T>& value) {
    return value ? printed(*value) : json();
}
template <class T>
json printed(const std::vector<T>& values) {
    auto list = json::array();
    for (const auto& value : values) list.push_back(printed(value));
    return list;
}
template <class T>
json printed(const std::map<domain::item_number, T>& values) {
    auto object = json::object();
    for (const auto& [item, value] : values) object[std::to_string(item)] = printed(value);
    return object;
}
template <class T>
requires boost::describe::has_describe_members<T>::value json printed(const T& of) {
    auto object = json::object();
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { object[member.name] = printed(of.*member.pointer); });
    return object;
}

struct method_printer {
    template <class Part>
    json operator()(const Part& part) const {
        json object{{"method", Part::method}};
        object.update(printed(part));
        return object;
    }
};

struct items_printer {
    json operator()(const std::vector<std::string>& items) const { return items; }
    json operator()(const domain::item_source& source) const {
        return {{"from", source.from.text},
                {"take", named(source.take, takes)},
                {"count", source.count},
                {"line", source.line}};
    }
};

json printed(const domain::brainwriting& sheets) {
    const auto maybe = [](const std::optional<int>& number) { return number ? json(*number) : json(); };
    return {{"perTurn", maybe(sheets.per_turn)},
            {"turnMinutes", maybe(sheets.turn_minutes)},
            {"turns", maybe(sheets.turns)}};
}

struct plan_printer {
    json operator()(const domain::present_plan&) const { return {{"kind", "present"}}; }
    json operator()(const domain::collect_plan& plan) const {
        auto sections = json::array();
        for (const auto& section : plan.sections)
            sections.push_back({{"id", section.id}, {"title", section.title}, {"canvas", section.canvas}});
        auto kinds = json::array();
        for (const auto& kind : plan.kinds)
            kinds.push_back({{"id", kind.id}, {"title", kind.title}, {"tone", named(kind.tone, tones)}});
        return {{"kind", "collect"},         {"sections", std::move(sections)},
                {"comments", plan.comments}, {"release", named(plan.release, releases)},
                {"kinds", std::move(kinds)}, {"perPerson", plan.per_person ? json(*plan.per_person) : json()},
                {"beside", plan.beside},     {"layout", named(plan.layout, layouts)},
                {"upVotes", plan.up_votes},  {"brainwriting", plan.sheets ? printed(*plan.sheets) : json()}};
    }
    json operator()(const domain::vote_plan& plan) const {
        return {{"kind", "vote"},
                {"rules", std::visit(method_printer{}, plan.rules)},
                {"items", std::visit(items_printer{}, plan.items)}};
    }
    json operator()(const domain::feedback_plan&) const { return {{"kind", "feedback"}}; }
    json operator()(const domain::measures_plan& plan) const {
        return {{"kind", "measures"}, {"items", plan.items ? items_printer{}(*plan.items) : json()}};
    }
    json operator()(const domain::sign_up_plan& plan) const {
        return {{"kind", "sign_up"}, {"items", std::visit(items_printer{}, plan.themes)}};
    }
};

json printed(const domain::pending_edit& pending) { return {{"text", pending.text ? json(*pending.text) : json()}}; }

json printed(const domain::tag& tag) { return {{"id", hex(tag.id)}, {"name", tag.name}, {"meaning", tag.meaning}}; }

json printed(const domain::measure& measure) {
    return {{"id", hex(measure.id)},
            {"what", measure.what},
            {"who", measure.who},
            {"due", written(measure.due)},
            {"status", named(measure.status, statuses)},
            {"about", measure.about ? json(*measure.about) : json()}};
}

json printed(const domain::entry_id& id, const domain::entry& entry) {
    auto tags = json::array();
    for (const auto& tag : entry.tags) tags.push_back(hex(tag));
    return {{"id", hex(id)},
            {"text", entry.text},
            {"section", entry.section},
            {"on", maybe_hex(entry.on)},
            {"kind", entry.kind},
            {"cluster", maybe_hex(entry.cluster)},
            {"tags", std::move(tags)},
            {"onBehalf", entry.on_behalf},
            {"upVotes", entry.up_votes},
            {"answered", entry.answered},
            {"shown", entry.shown},
            {"standing", named(entry.standing, standings)},
            {"pending", entry.pending ? printed(*entry.pending) : json()},
            {"editHash", hex(entry.edit_hash)},
            {"counter", entry.counter}};
}

json printed(const domain::stamp_hash& stamp, const domain::counted_ballot& counted) {
    return {{"stampHash", hex(stamp)},
            {"counter", counted.counter},
            {"ballot", std::visit(method_printer{}, counted.ballot)}};
}

json printed(const domain::stamp_hash& stamp, const domain::kept_up_votes& kept) {
    const auto listed = [](const std::set<domain::entry_id>& entries) {
        auto list = json::array();
        for (const auto& entry : entries) list.push_back(hex(entry));
        return list;
    };
    return {{"stampHash", hex(stamp)},
            {"counter", kept.counter},
            {"entries", listed(kept.entries)},
            {"published", listed(kept.published)}};
}

void print_content(const domain::activity& activity, json& into) {
    into["items"] = activity.items;
    into["clusters"] = json::array();
    for (const auto& cluster : activity.clusters)
        into["clusters"].push_back({{"id", hex(cluster.id)}, {"name", cluster.name}});
    into["tags"] = json::array();
    for (const auto& tag : activity.tags) into["tags"].push_back(printed(tag));
    into["measures"] = json::array();
    for (const auto& measure : activity.measures) into["measures"].push_back(printed(measure));
    into["texts"] = printed(activity.texts);
    into["entries"] = json::array();
    for (const auto& [id, entry] : activity.entries) into["entries"].push_back(printed(id, entry));
    into["ballots"] = json::array();
    for (const auto& [stamp, ballot] : activity.ballots) into["ballots"].push_back(printed(stamp, ballot));
    into["upVotes"] = json::array();
    for (const auto& [stamp, kept] : activity.up_votes) into["upVotes"].push_back(printed(stamp, kept));
    into["spentStamps"] = json::array();
    for (const auto& stamp : activity.spent) into["spentStamps"].push_back(hex(stamp));
}

json printed(const domain::activity& activity) {
    const auto& planned = activity.planned;
    json it{{"id", planned.id.text},
            {"title", planned.title},
            {"prompt", planned.prompt},
            {"minutes", planned.minutes ? json(*planned.minutes) : json()},
            {"plan", std::visit(plan_printer{}, planned.plan)},
            {"phase", named(activity.phase, phases)},
            {"opened", written(activity.opened)},
            {"closed", written(activity.closed)},
            {"slot", activity.slot ? json(*activity.slot) : json()},
            {"uncovered", activity.uncovered},
            {"upVoters", activity.up_voters ? json(*activity.up_voters) : json()},
            {"turn", activity.turn}};
    print_content(activity, it);
    return it;
}

}  // namespace

std::string dump(const live::stored_session& session) {
    const auto& head = session.state.head;
    json it{{"title", head.settings.title},
            {"language", named(head.settings.language, languages)},
            {"notice", head.settings.notice},
            {"openSmallGroup", head.settings.open_small_group},
            {"phase", named(head.phase, session_phases)},
            {"day", written(head.day)},
            {"frozenNotice", head.frozen_notice},
            {"stage", head.stage ? json(head.stage->text) : json()},
            {"doorOpen", head.door_open},
            {"slots", head.slots},
            {"participants", head.participants},
            {"seats", session.seats.size()},
            {"keys", session.keys ? "stored, not shown" : "none"},
            {"minutesToken", head.minutes_token.empty() ? "none" : "stored, not shown"},
            {"agenda", json::array()}};
    for (const auto& activity : session.state.agenda) it["agenda"].push_back(printed(activity));
    // What is no UTF-8 cannot come in; a damaged file must still be printable.
    constexpr int indent = 2;
    return it.dump(indent, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace klartext::store
