#include "minutes/write_measures.hpp"

#include "domain/agenda_rules.hpp"
#include "domain/handing_over.hpp"

namespace klartext::minutes {
namespace {

protocol::taken taken_of(domain::item_source::kind kind) {
    using from = domain::item_source::kind;
    switch (kind) {
        case from::entries: return protocol::taken::entries;
        case from::clusters: return protocol::taken::clusters;
        case from::items: return protocol::taken::items;
        case from::tags: return protocol::taken::tags;
        case from::top: return protocol::taken::top;
        case from::above: return protocol::taken::above;
        case from::disputed: return protocol::taken::disputed;
        case from::quadrant: return protocol::taken::quadrant;
    }
    return {};
}

protocol::measure_status status_of(domain::measure_status status) {
    switch (status) {
        case domain::measure_status::planned: return protocol::measure_status::planned;
        case domain::measure_status::under_way: return protocol::measure_status::under_way;
        case domain::measure_status::done: return protocol::measure_status::done;
        case domain::measure_status::dropped: return protocol::measure_status::dropped;
    }
    return {};
}

/// The two criteria that span the field.
std::vector<std::string> first_criteria(const domain::activity& source) {
    const auto* vote = std::get_if<domain::vote_plan>(&source.planned.plan);
    const auto* rules = vote ? std::get_if<domain::multi_criteria_rules>(&vote->rules) : nullptr;
    std::vector<std::string> titles;
    if (rules)
        for (const auto& each : rules->criteria)
            if (titles.size() < 2) titles.push_back(each.title);
    return titles;
}

}  // namespace

std::optional<protocol::item_source> write_source(const domain::session_state& state,
                                                  const domain::activity& activity) {
    const auto* source = domain::source_of(activity.planned);
    const auto* from = source ? state.find(source->from) : nullptr;
    if (!from) return std::nullopt;
    protocol::item_source written{from->planned.title, taken_of(source->take), source->count, source->line};
    written.by_up_votes =
        domain::is_by_result(source->take) && std::holds_alternative<domain::collect_plan>(from->planned.plan);
    if (written.taken == protocol::taken::quadrant) written.criteria = first_criteria(*from);
    return written;
}

std::optional<protocol::measures> write_measures(const domain::session_state& state, const domain::activity& activity) {
    if (!std::holds_alternative<domain::measures_plan>(activity.planned.plan)) return std::nullopt;
    protocol::measures written;
    written.source = write_source(state, activity);
    written.items = activity.items;
    for (const auto& each : activity.measures) {
        auto& measure = written.list.emplace_back(protocol::measure{each.what, each.who, each.due, {}, {}});
        measure.status = status_of(each.status);
        if (each.about) measure.about = static_cast<std::size_t>(*each.about);
    }
    return written;
}

}  // namespace klartext::minutes
