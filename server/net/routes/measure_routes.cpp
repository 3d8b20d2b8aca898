#include "net/routes/measure_routes.hpp"

#include "domain/agenda_rules.hpp"
#include "domain/handing_over.hpp"
#include "net/answers.hpp"
#include "net/routes/ids.hpp"
#include "wire/spelling.hpp"

#include <memory>
#include <utility>

namespace klartext::net {
namespace {

using domain::command;
using domain::refusal;
using session = live::live_session;

domain::activity_id activity_in(const call& call) { return {call.parts.at(1)}; }

asked put_measure(const call& call, const session&) {
    const auto id = id_of<domain::measure_id>(call.parts.at(2));
    auto body = wire::read_measure(call.request.body);
    if (!body) return no(body.error());
    if (!id) return no(refusal::unknown_measure);
    const auto due = body->due ? wire::day_of(*body->due) : std::nullopt;
    if (body->due && !due) return no(refusal::bad_date);
    return command(domain::put_measure{activity_in(call),
                                       {.id = *id,
                                        .what = std::move(body->what),
                                        .who = std::move(body->who).value_or(""),
                                        .due = due,
                                        .status = body->status.value_or(domain::measure_status::planned),
                                        .about = body->about}});
}

asked remove_measure(const call& call, const session&) {
    const auto id = id_of<domain::measure_id>(call.parts.at(2));
    if (!id) return no(refusal::unknown_measure);
    return command(domain::remove_measure{activity_in(call), *id});
}

using texts = std::vector<std::string>;

/// What is listed in a plan; a refusal of one that has no items.
struct listed_items {
    domain::result<texts> operator()(const domain::present_plan&) const { return refusal::wrong_kind; }
    domain::result<texts> operator()(const domain::collect_plan&) const { return refusal::wrong_kind; }
    domain::result<texts> operator()(const domain::feedback_plan&) const { return refusal::wrong_kind; }
    domain::result<texts> operator()(const domain::vote_plan& plan) const { return listed(plan.items); }
    domain::result<texts> operator()(const domain::measures_plan&) const { return texts{}; }
    domain::result<texts> operator()(const domain::sign_up_plan& plan) const { return listed(plan.themes); }

    static texts listed(const std::variant<texts, domain::item_source>& items) {
        const auto* all = std::get_if<texts>(&items);
        return all ? *all : texts{};
    }
};

/// Before its opening what would be handed over, afterwards what was.
domain::result<texts> items_of(const domain::session_state& state, const domain::activity& activity) {
    auto listed = std::visit(listed_items{}, activity.planned.plan);
    if (!listed) return listed;
    if (activity.phase != domain::phase::planned) return activity.items;
    const auto* source = domain::source_of(activity.planned);
    return source ? domain::seen_to_go_on(state, *source) : listed;
}

void show_items(call call, const std::shared_ptr<session>& session) {
    session->when_stored(
        [activity = activity_in(call), respond = std::move(call.respond)](const domain::session_state& state) {
            const auto* found = state.find(activity);
            if (!found) return respond(no(refusal::unknown_activity));
            auto items = items_of(state, *found);
            respond(items ? yes(wire::handed_items{std::move(*items)}) : no(items.error()));
        });
}

}  // namespace

void add_measure_routes(router& router, const desk_caller& desk) {
    const std::string activity = " /api/v1/desk/sessions/{}/activities/{}";
    router.add("GET" + activity + "/items", desk.owner(show_items));
    router.add("PUT" + activity + "/measures/{}", desk.command(put_measure));
    router.add("DELETE" + activity + "/measures/{}", desk.command(remove_measure));
}

}  // namespace klartext::net
