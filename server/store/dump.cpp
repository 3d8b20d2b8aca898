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
constexpr std::array<std::string_view, 3> takes{"entries", "clusters", "items"};

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
        return {{"from", source.from.text}, {"take", named(source.take, takes)}};
    }
};

struct plan_printer {
    json operator()(const domain::present_plan&) const { return {{"kind", "present"}}; }
    json operator()(const domain::collect_plan& plan) const {
        auto sections = json::array();
        for (const auto& section : plan.sections) sections.push_back({{"id", section.id}, {"title", section.title}});
        return {{"kind", "collect"},
                {"sections", std::move(sections)},
                {"comments", plan.comments},
                {"release", named(plan.release, releases)}};
    }
    json operator()(const domain::vote_plan& plan) const {
        return {{"kind", "vote"},
                {"rules", std::visit(method_printer{}, plan.rules)},
                {"items", std::visit(items_printer{}, plan.items)}};
    }
    json operator()(const domain::feedback_plan&) const { return {{"kind", "feedback"}}; }
};

json printed(const domain::pending_edit& pending) { return {{"text", pending.text ? json(*pending.text) : json()}}; }

json printed(const domain::entry_id& id, const domain::entry& entry) {
    return {{"id", hex(id)},
            {"text", entry.text},
            {"section", entry.section},
            {"on", maybe_hex(entry.on)},
            {"cluster", maybe_hex(entry.cluster)},
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

void print_content(const domain::activity& activity, json& into) {
    into["items"] = activity.items;
    into["clusters"] = json::array();
    for (const auto& cluster : activity.clusters)
        into["clusters"].push_back({{"id", hex(cluster.id)}, {"name", cluster.name}});
    into["entries"] = json::array();
    for (const auto& [id, entry] : activity.entries) into["entries"].push_back(printed(id, entry));
    into["ballots"] = json::array();
    for (const auto& [stamp, ballot] : activity.ballots) into["ballots"].push_back(printed(stamp, ballot));
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
            {"uncovered", activity.uncovered}};
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
