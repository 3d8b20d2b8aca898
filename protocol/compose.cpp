#include "protocol/compose.hpp"

#include "protocol/activity_kinds.hpp"
#include "protocol/gathering.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

std::string title_or_none(const std::string& title, language in) {
    return one_line(title).empty() ? text_of(in, "untitled") : title;
}

std::string people(int n, language in) { return n == 0 ? text_of(in, "people_none") : counted(in, "people", n); }

void compose_head(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    out.push_back(heading{1, title_or_none(of.title, in), "title"});
    out.push_back(facts{{{text_of(in, "date"), of.date.ok() ? long_date(in, of.date) : text_of(in, "date.none")},
                         {text_of(in, "participants"), people(of.participants, in)}}});
}

void compose_preview(const minutes& of, std::vector<block>& out) {
    if (of.preview) out.push_back(paragraph{text_of(of.language, "preview"), tone::warning});
}

void compose_checking(const minutes& of, std::vector<block>& out) {
    if (!of.fingerprints) return;
    const auto in = of.language;
    out.push_back(heading{2, text_of(in, "checking"), std::string(checking_anchor)});
    out.push_back(paragraph{text_of(in, "checking.how")});
    out.push_back(facts{{{text_of(in, "checking.content"), of.fingerprints->content},
                         {text_of(in, "checking.key"), of.fingerprints->key}}});
}

void compose_anonymity(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    out.push_back(heading{2, text_of(in, "anonymity"), "anonymity"});
    out.push_back(paragraph{text_of(in, "anonymity.kept")});
    out.push_back(paragraph{text_of(in, "anonymity.limits")});
    if (of.open_small_group) out.push_back(paragraph{text_of(in, "anonymity.small"), tone::warning});
}

void compose_notice(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    out.push_back(heading{2, text_of(in, "notice"), "notice"});
    if (of.notice.empty()) {
        out.push_back(paragraph{text_of(in, "notice.none"), tone::note});
    } else {
        out.push_back(markdown_text{of.notice, 2, true});
    }
}

std::string lasted(const activity& of, language in) {
    if (!of.actual_minutes) return text_of(in, "actual.none");
    return *of.actual_minutes == 0 ? text_of(in, "actual.short") : counted(in, "duration", *of.actual_minutes);
}

std::vector<facts::row> answered_and_turns(const activity& of, language in) {
    std::vector<facts::row> rows;
    if (const auto answered = answered_in_words(of, in); !answered.empty())
        rows.push_back({text_of(in, "answered.column"), answered});
    if (!of.brainwriting) return rows;
    const auto& sheets = *of.brainwriting;
    if (sheets.planned_turns)
        rows.push_back({text_of(in, "turns.label"), text_of(in, "turns.planned",
                                                            {{"n", number_of(in, sheets.turns)},
                                                             {"planned", number_of(in, *sheets.planned_turns)}})});
    std::string each;
    if (sheets.turn_minutes) each = counted(in, "duration", *sheets.turn_minutes);
    if (sheets.per_turn) each += (each.empty() ? "" : ", ") + counted(in, "turns.most", *sheets.per_turn);
    if (!each.empty()) rows.push_back({text_of(in, "turns.each"), each});
    return rows;
}

facts facts_of(const activity& of, language in) {
    facts known{{{text_of(in, "kind"), in_words(of.kind, in)}}};
    if (of.planned_minutes)
        known.rows.push_back({text_of(in, "planned"), counted(in, "duration", *of.planned_minutes)});
    known.rows.push_back({text_of(in, "actual"), lasted(of, in)});
    if (of.beside && of.actual_minutes) known.rows.push_back({text_of(in, "beside"), text_of(in, "beside.stage")});
    for (auto& row : answered_and_turns(of, in)) known.rows.push_back(std::move(row));
    if (of.per_person)
        known.rows.push_back(
            {text_of(in, "per_person"), text_of(in, "per_person.most", {{"n", number_of(in, *of.per_person)}})});
    return known;
}

std::string minutes_or_dash(std::optional<int> minutes, language in) {
    if (minutes == 0) return text_of(in, "schedule.under");
    return minutes ? number_of(in, *minutes) : text_of(in, "schedule.none");
}

void compose_schedule(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    out.push_back(heading{2, text_of(in, "schedule"), "schedule"});
    if (of.activities.empty()) return out.push_back(paragraph{text_of(in, "agenda.none"), tone::note});
    table steps{.caption = text_of(in, "schedule.caption"),
                .note = text_of(in, "schedule.note"),
                .columns = {{text_of(in, "schedule.step"), false},
                            {text_of(in, "kind"), false},
                            {text_of(in, "planned"), true},
                            {text_of(in, "actual"), true}},
                .rows = {}};
    for (const auto& each : of.activities)
        steps.rows.push_back({title_or_none(each.title, in), in_words(each.kind, in),
                              minutes_or_dash(each.planned_minutes, in), minutes_or_dash(each.actual_minutes, in)});
    out.push_back(std::move(steps));
}

void compose_sign_up(const activity& of, language in, std::vector<block>& out) {
    if (of.themes_from)
        out.push_back(facts{{{text_of(in, "source"), in_words(*of.themes_from, of.themes.size(), in)}}});
    if (of.themes.empty()) return;  // never opened: nobody could sign up
    out.push_back(paragraph{text_of(in, "sign_up.themes")});
    out.push_back(bullets{of.themes});
    out.push_back(paragraph{text_of(in, "sign_up.apart"), tone::note});
}

void compose_activity(const activity& of, language in, const std::string& anchor, edition how,
                      std::vector<block>& out) {
    out.push_back(heading{2, title_or_none(of.title, in), anchor});
    out.push_back(facts_of(of, in));
    if (of.left_out) return out.push_back(paragraph{text_of(in, "left_out"), tone::note});
    if (!of.prompt.empty()) out.push_back(markdown_text{of.prompt, 2});
    const bool gathers = of.kind == activity_kind::collect || of.kind == activity_kind::feedback;
    if (gathers || !of.entries.empty()) compose_entries(of, in, anchor, how, out);
    if (of.removed > 0)
        out.push_back(paragraph{counted(in, of.vote ? "removed_texts" : "removed", of.removed), tone::note});
    compose_code_book(of, in, anchor, out);
    if (of.vote) compose_vote(of, in, anchor, how, out);
    if (of.measures) compose_measures(of, in, anchor, out);
    if (of.kind == activity_kind::sign_up) compose_sign_up(of, in, out);
}

}  // namespace

std::vector<block> compose(const minutes& of, edition how) {
    std::vector<block> out;
    compose_head(of, out);
    compose_preview(of, out);
    if (how == edition::brief) out.push_back(paragraph{text_of(of.language, "brief"), tone::note});
    compose_cover(of, out);
    out.push_back(contents{});
    compose_anonymity(of, out);
    if (how == edition::full) compose_notice(of, out);
    compose_schedule(of, out);
    int number = 0;
    for (const auto& activity : of.activities)
        compose_activity(activity, of.language, "activity-" + std::to_string(++number), how, out);
    compose_checking(of, out);
    return out;
}

}  // namespace klartext::protocol
