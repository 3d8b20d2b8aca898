#include "wire/ballot_files.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "wire/bridge.hpp"
#include "wire/forms.hpp"
#include "wire/refusals.hpp"

namespace klartext::wire {
namespace {

constexpr const char* unfit = "the rules contradict each other, or do not fit the number of items";

/// Caught once per file, in count_ballots.
struct objection {
    uncountable why;
};

[[noreturn]] void object(std::string where, std::string reason) {
    throw objection{{std::move(where), std::move(reason)}};
}

std::string in(const std::string& place, std::string_view field) {
    return place.empty() ? std::string(field) : place + "/" + std::string(field);
}

/// The fields of `to` that `from` has; the others stay as they are. Gives the number of those that it has.
template <class T>
std::size_t take_fields(const json_value& from, T& to, const std::string& place) {
    std::size_t taken = 0;
    each_field(to, [&]<class Member>(const std::string& name, Member& member) {
        const auto* value = from.find(name);
        if (!value) return;
        ++taken;
        std::string where;
        bool fits = false;
        if constexpr (is_optional<Member>) {
            fits = bridge::read(*value, member.emplace(), where);
        } else {
            fits = bridge::read(*value, member, where);
        }
        if (!fits) object(in(place, name) + where, "is not what this method has there");
    });
    return taken;
}

template <class T>
std::string names_of_fields() {
    std::string names;
    T empty{};
    each_field(empty, [&](const std::string& name, const auto&) { names += (names.empty() ? "" : ", ") + name; });
    return names.empty() ? "nothing" : names;
}

const json_object& object_of(const json_value& value, const std::string& place) {
    const auto* object_there = value.as<json_object>();
    if (!object_there) object(place, "must be an object");
    return *object_there;
}

const json_array& array_of(const json_value& value, const std::string& field) {
    const auto* found = value.find(field);
    const auto* array = found ? found->as<json_array>() : nullptr;
    if (!array) object(field, "must be an array");
    return *array;
}

std::vector<std::string> items_of(const json_value& file) {
    std::vector<std::string> items;
    for (const auto& each : array_of(file, "items")) {
        const auto* text = each.as<std::string>();
        if (!text) object("items/" + std::to_string(items.size()), "must be a text");
        items.push_back(*text);
    }
    if (items.empty()) object("items", "is empty");
    return items;
}

/// What a ballot in a file has besides its method's fields.
struct beside {
    std::optional<std::string> voter;
    std::size_t count = 1;
    std::size_t fields = 0;  ///< of these two that are there
};

beside beside_ballot(const json_value& from, const std::string& place) {
    beside found;
    if (const auto* voter = from.find("voter")) {
        const auto* text = voter->as<std::string>();
        if (!text) object(place + "/voter", "must be a text");
        found.voter = *text;
        ++found.fields;
    }
    if (const auto* count = from.find("count")) {
        const auto* number = count->as<std::int64_t>();
        if (!number || *number < 1 || *number > static_cast<std::int64_t>(most_ballots))
            object(place + "/count", "must be a whole number from 1 on");
        found.count = static_cast<std::size_t>(*number);
        ++found.fields;
    }
    if (found.fields == 2) object(place, "has a voter, who has one ballot, and a count");
    return found;
}

/// The ballots of one file, one for each voter that is named.
template <class Method>
class ballot_box {
public:
    ballot_box(const typename Method::rules& rules, int items) : rules_(rules), items_(items) {}

    void take(const json_value& from, std::size_t nth) {
        const auto place = "ballots/" + std::to_string(nth);
        const auto& fields = object_of(from, place);
        const auto more = beside_ballot(from, place);
        typename Method::ballot ballot;
        if (take_fields(from, ballot, place) + more.fields != fields.size())
            object(place, "has other fields than " + names_of_fields<typename Method::ballot>() + ", voter, count");
        if (records += more.count; records > most_ballots) object("ballots", "are too many");
        if (const auto ok = check(rules_, items_, ballot); !ok) return refused.push_back({nth, ok.error()});
        if (!more.voter)
            ballots.insert(ballots.end(), more.count, ballot);
        else if (const auto known = of_voter_.find(*more.voter); known != of_voter_.end())
            ballots[known->second] = std::move(ballot);
        else
            drop_first(*more.voter, std::move(ballot));
    }

    std::vector<typename Method::ballot> ballots;
    std::vector<refused_ballot> refused;
    std::size_t records = 0;

private:
    void drop_first(const std::string& voter, typename Method::ballot ballot) {
        of_voter_.emplace(voter, ballots.size());
        ballots.push_back(std::move(ballot));
    }

    const typename Method::rules& rules_;
    int items_;
    std::map<std::string, std::size_t> of_voter_;
};

template <class Method>
typename Method::rules rules_of(const json_value& file, int items) {
    typename Method::rules rules;
    constexpr std::size_t items_and_ballots = 2;
    if (take_fields(file, rules, "") + items_and_ballots != object_of(file, "").size())
        object("", "has other fields than items, ballots, and as rules " + names_of_fields<typename Method::rules>());
    if (!check(rules, items)) object("", unfit);
    return rules;
}

/// A session adds the item that the rules bring along behind all others; a file has it there already.
template <class Rules>
void check_own_item(const Rules& rules, const std::vector<std::string>& items) {
    if constexpr (requires { own_item(rules); })
        if (const auto own = own_item(rules); own && *own != items.back())
            object("items", "must end with the passive option, \"" + *own + "\"");
}

template <class Method>
counted_file counted(const json_value& file) {
    counted_file made;
    made.items = items_of(file);
    const auto items = static_cast<int>(made.items.size());
    const auto& records = array_of(file, "ballots");
    const auto rules = rules_of<Method>(file, items);
    check_own_item(rules, made.items);
    ballot_box<Method> box(rules, items);
    for (std::size_t nth = 0; nth < records.size(); ++nth) box.take(records[nth], nth);
    made.rules = rules;
    made.records = box.records;
    made.refused = std::move(box.refused);
    made.result = tally(rules, items, std::span<const typename Method::ballot>(box.ballots));
    return made;
}

/// Names and values of what is one figure in a row of a result.
using figures = std::vector<std::pair<std::string, std::string>>;

template <class Member>
void add_figure(const std::string& name, const Member& member, figures& to) {
    if constexpr (std::is_arithmetic_v<Member>) {
        to.emplace_back(name, "");
        bridge::append(to.back().second, member);
    } else if constexpr (std::is_same_v<Member, std::optional<double>>) {
        to.emplace_back(name, "-");
        if (!member) return;
        to.back().second.clear();
        bridge::append(to.back().second, *member);
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
        to.emplace_back(name, std::to_string(member.size()));
    }
}

template <class Row>
figures figures_of(const Row& row) {
    figures found;
    if constexpr (described_struct<Row>) {
        each_field(row, [&](const std::string& name, const auto& member) { add_figure(name, member, found); });
        if constexpr (requires { row.summary->mean; }) {
            const auto summary = row.summary.value_or(domain::summary{});
            each_field(summary, [&](const std::string& name, const auto& member) {
                add_figure(name, member, found);
                if (!row.summary) found.back().second = "-";
            });
        }
    } else {
        add_figure("count", row, found);
    }
    return found;
}

template <class Result>
std::vector<figures> rows_of(const Result& result) {
    std::vector<figures> rows;
    if constexpr (requires { result.rows; }) {
        for (const auto& row : result.rows) rows.push_back(figures_of(row));
    } else {
        for (const auto count : result.counts) rows.push_back(figures_of(count));
    }
    return rows;
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text + "  ";
}

std::string lines_of(const std::vector<figures>& rows, const std::vector<std::string>& items) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        widths.push_back(rows.front()[column].first.size());
        for (const auto& row : rows) widths.back() = std::max(widths.back(), row[column].second.size());
    }
    std::string text;
    for (std::size_t column = 0; column < widths.size(); ++column)
        text += right(rows.front()[column].first, widths[column]);
    text += "item\n";
    for (std::size_t item = 0; item < rows.size(); ++item) {
        for (std::size_t column = 0; column < widths.size(); ++column)
            text += right(rows[item][column].second, widths[column]);
        text += items[item] + "\n";
    }
    return text;
}

using item_names = std::vector<std::string>;

std::string winner_line(const char* title, const std::optional<domain::item_number>& winner, const item_names& items) {
    return std::string(title) + ": " + (winner ? items[static_cast<std::size_t>(*winner)] : "none") + "\n";
}

/// What a ranking has besides figures for each item.
template <class Result>
std::string winners_of(const Result& result, const item_names& items) {
    if constexpr (requires { result.smith_set; }) {
        std::string smith;
        for (const auto item : result.smith_set)
            smith += (smith.empty() ? "" : ", ") + items[static_cast<std::size_t>(item)];
        return winner_line("Condorcet winner", result.condorcet_winner, items) + "Smith set: " + smith + "\n" +
               winner_line("instant runoff", result.runoff_winner, items);
    }
    return {};
}

}  // namespace

std::string table_of(const counted_file& file) {
    std::string rules;
    bridge::append(rules, file.rules);
    return std::visit(
        [&](const auto& result) {
            auto text = std::string(result.method) + ": " + std::to_string(result.ballots) + " ballots, of these " +
                        std::to_string(result.abstentions) + " abstentions; " + std::to_string(file.refused.size()) +
                        " refused\n";
            for (const auto& [place, why] : file.refused)
                text += "ballot " + std::to_string(place) + ": " + std::string(text_of(why).message.en) + "\n";
            return text + "rules: " + rules + "\n" + lines_of(rows_of(result), file.items) +
                   winners_of(result, file.items);
        },
        file.result);
}

std::vector<std::string_view> method_names() {
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<domain::methods>([&]<class Method>(Method) { names.emplace_back(Method::rules::method); });
    return names;
}

std::variant<counted_file, uncountable> count_ballots(std::string_view method, std::string_view json) {
    const auto file = parse_json(json, no_limit);
    if (!file) return uncountable{"", "is not JSON, or a field is given twice"};
    std::optional<counted_file> made;
    try {
        (void)object_of(*file, "");
        boost::mp11::mp_for_each<domain::methods>([&]<class Method>(Method) {
            if (method == Method::rules::method) made = counted<Method>(*file);
        });
    } catch (objection& cause) {
        return std::move(cause.why);
    }
    if (!made) return uncountable{"", "there is no method of this name"};
    return std::move(*made);
}

std::variant<counted_file, uncountable> count_rankings(std::vector<std::string> items,
                                                       const domain::ranking_rules& rules,
                                                       const std::vector<domain::ranking_ballot>& ballots) {
    const auto number = static_cast<int>(items.size());
    if (!check(rules, number)) return uncountable{"", unfit};
    return counted_file{std::move(items), rules, ballots.size(), {}, tally(rules, number, ballots)};
}

std::string written(const counted_file& file) {
    std::string out = "{\"items\":";
    bridge::append(out, file.items);
    out += ",\"rules\":";
    bridge::append(out, file.rules);
    out += ",\"records\":" + std::to_string(file.records) + ",\"refused\":[";
    for (const auto& [place, why] : file.refused) {
        const auto text = text_of(why);
        out += (out.back() == '[' ? "{\"ballot\":" : ",{\"ballot\":") + std::to_string(place) + ",\"code\":";
        append_json_string(out, text.code);
        out += ",\"message\":";
        append_json_string(out, text.message.en);
        out += '}';
    }
    out += "],\"result\":";
    bridge::append(out, file.result);
    return out + "}";
}

}  // namespace klartext::wire
