#include "minutes/write_results.hpp"

namespace klartext::minutes {
namespace {

protocol::rated written_of(const domain::rating_result::row& row) { return {row.steps, row.cannot_judge, {}}; }

protocol::weighed written_of(const domain::multi_criteria_result::row& row) {
    protocol::weighed written;
    for (const auto& cell : row.criteria) written.criteria.push_back({cell.steps, cell.cannot_judge, {}});
    written.total = row.total;
    return written;
}

protocol::estimated written_of(const domain::estimate_result::row& row) {
    protocol::estimated written{.estimates = row.estimates,
                                .median = row.median,
                                .mean = row.mean,
                                .deviation = row.deviation,
                                .lower_quartile = row.lower_quartile,
                                .upper_quartile = row.upper_quartile,
                                .lowest = row.lowest,
                                .highest = row.highest};
    for (const auto& bin : row.histogram) written.histogram.push_back({bin.from, bin.to, bin.count});
    return written;
}

std::size_t place_of(domain::item_number item) { return static_cast<std::size_t>(item); }

std::optional<std::size_t> place_of(const std::optional<domain::item_number>& item) {
    return item ? std::optional(place_of(*item)) : std::nullopt;
}

std::vector<std::size_t> places_of(const std::vector<domain::item_number>& items) {
    std::vector<std::size_t> places;
    for (const auto item : items) places.push_back(place_of(item));
    return places;
}

protocol::contest contest_of(const domain::ranking_result& result) {
    protocol::contest written{.pairs = result.pairwise,
                              .beats_all = place_of(result.condorcet_winner),
                              .smith_set = places_of(result.smith_set),
                              .runoff = {},
                              .runoff_best = place_of(result.runoff_winner)};
    for (const auto& round : result.runoff) {
        auto& made = written.runoff.emplace_back();
        for (const auto& each : round.counts) made.counts.push_back({place_of(each.item), each.ballots});
        made.exhausted = round.exhausted;
        made.eliminated = places_of(round.eliminated);
        made.tied = round.tied;
    }
    return written;
}

// Behind everybody who stayed in longer; of the last round the winner alone is before the others.
std::vector<int> runoff_places(const domain::ranking_result& result) {
    std::vector<int> places(result.rows.size(), 1);
    for (const auto& round : result.runoff) {
        const bool last = &round == &result.runoff.back();
        const auto behind = static_cast<int>(round.counts.size() - round.eliminated.size()) + 1;
        for (const auto item : round.eliminated) places.at(place_of(item)) = behind;
        if (!last || !result.runoff_winner) continue;
        for (const auto& each : round.counts)
            places.at(place_of(each.item)) = each.item == *result.runoff_winner ? 1 : 2;
    }
    return places;
}

struct result_writer {
    protocol::vote& written;

    template <class Rows, class Row>
    void rows(const Rows& of, Row written_row) const {
        for (std::size_t item = 0; item < written.items.size(); ++item)
            written.items[item].result = written_row(of.at(item));
    }

    void operator()(const domain::single_choice_result& result) const {
        rows(result.counts, [](int count) { return protocol::chosen{count}; });
    }
    void operator()(const domain::dots_result& result) const {
        rows(result.rows, [](const auto& row) { return protocol::dotted{row.dots, row.ballots}; });
    }
    void operator()(const domain::agree_disagree_result& result) const {
        rows(result.rows, [](const auto& row) { return protocol::judged{row.agree, row.pass, row.disagree}; });
    }
    void operator()(const domain::rating_result& result) const {
        rows(result.rows, [](const auto& row) { return written_of(row); });
    }
    void operator()(const domain::multiple_choice_result& result) const {
        rows(result.rows, [](const auto& row) { return protocol::chosen{row.count}; });
        written.others = result.others;
    }
    void operator()(const domain::approval_result& result) const {
        rows(result.rows, [](const auto& row) { return protocol::chosen{row.approvals}; });
    }
    void operator()(const domain::points_result& result) const {
        rows(result.rows, [](const auto& row) { return protocol::allotted{row.points, row.ballots}; });
    }
    void operator()(const domain::ranking_result& result) const {
        const auto places = runoff_places(result);
        for (std::size_t item = 0; item < written.items.size(); ++item) {
            const auto& row = result.rows.at(item);
            written.items[item].result = protocol::placed{row.points, row.first, row.ranked, places[item]};
        }
        written.contest = contest_of(result);
    }
    void operator()(const domain::multi_criteria_result& result) const {
        rows(result.rows, [](const auto& row) { return written_of(row); });
    }
    void operator()(const domain::consensing_result& result) const {
        for (std::size_t item = 0; item < written.items.size(); ++item) {
            const auto& row = result.rows.at(item);
            const bool passive = place_of(result.passive_item) == item;
            written.items[item].result =
                protocol::resisted{row.steps, row.vetoes, row.objections, passive, row.better_than_passive, {}};
        }
    }
    void operator()(const domain::estimate_result& result) const {
        rows(result.rows, [](const auto& row) { return written_of(row); });
    }
};

/// Methods that count how often each step was chosen show how that has shifted, estimates how their middle has.
struct before_writer {
    protocol::vote& written;

    template <class Written, class Rows, class Add>
    void rows(const Rows& of, Add add) const {
        for (std::size_t item = 0; item < written.items.size(); ++item)
            if (auto* now = std::get_if<Written>(&written.items[item].result)) add(*now, of.at(item));
    }

    void operator()(const domain::rating_result& result) const {
        rows<protocol::rated>(result.rows, [](auto& now, const auto& row) { now.before = row.steps; });
    }
    void operator()(const domain::multi_criteria_result& result) const {
        rows<protocol::weighed>(result.rows, [](auto& now, const auto& row) {
            for (std::size_t each = 0; each < now.criteria.size(); ++each)
                now.criteria[each].before = row.criteria.at(each).steps;
            now.total_before = row.total;
        });
    }
    void operator()(const domain::consensing_result& result) const {
        rows<protocol::resisted>(result.rows, [](auto& now, const auto& row) { now.before = row.steps; });
    }
    void operator()(const domain::estimate_result& result) const {
        rows<protocol::estimated>(result.rows, [](auto& now, const auto& row) { now.median_before = row.median; });
    }
    void operator()(const domain::single_choice_result&) const {}
    void operator()(const domain::dots_result&) const {}
    void operator()(const domain::agree_disagree_result&) const {}
    void operator()(const domain::multiple_choice_result&) const {}
    void operator()(const domain::approval_result&) const {}
    void operator()(const domain::points_result&) const {}
    void operator()(const domain::ranking_result&) const {}
};

}  // namespace

void write_result(const domain::tally_result& result, protocol::vote& written) {
    std::visit(result_writer{written}, result);
    std::visit(
        [&](const auto& each) {
            written.abstentions = each.abstentions;
            written.filled_in = each.ballots - each.abstentions;
        },
        result);
}

void write_before(const domain::tally_result& result, protocol::vote& written) {
    std::visit(before_writer{written}, result);
}

}  // namespace klartext::minutes
