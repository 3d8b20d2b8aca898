#include "protocol/compose.hpp"

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

std::string_view kind_key(activity_kind kind) {
    switch (kind) {
        case activity_kind::present: return "kind.present";
        case activity_kind::collect: return "kind.collect";
        case activity_kind::vote: return "kind.vote";
        case activity_kind::feedback: return "kind.feedback";
    }
    return {};
}

std::string lasted(const activity& of, language in) {
    if (!of.actual_minutes) return text_of(in, "actual.none");
    return *of.actual_minutes == 0 ? text_of(in, "actual.short") : counted(in, "duration", *of.actual_minutes);
}

facts facts_of(const activity& of, language in) {
    facts known{{{text_of(in, "kind"), text_of(in, kind_key(of.kind))}}};
    if (of.planned_minutes)
        known.rows.push_back({text_of(in, "planned"), counted(in, "duration", *of.planned_minutes)});
    known.rows.push_back({text_of(in, "actual"), lasted(of, in)});
    return known;
}

void compose_activity(const activity& of, language in, const std::string& anchor, std::vector<block>& out) {
    out.push_back(heading{2, title_or_none(of.title, in), anchor});
    out.push_back(facts_of(of, in));
    if (!of.prompt.empty()) out.push_back(markdown_text{of.prompt, 2});
    const bool gathers = of.kind == activity_kind::collect || of.kind == activity_kind::feedback;
    if (gathers || !of.entries.empty()) compose_entries(of, in, anchor, out);
    if (of.removed > 0) out.push_back(paragraph{counted(in, "removed", of.removed), tone::note});
    if (of.vote) compose_vote(of, in, anchor, out);
}

}  // namespace

std::vector<block> compose(const minutes& of) {
    std::vector<block> out;
    compose_head(of, out);
    compose_anonymity(of, out);
    compose_notice(of, out);
    if (of.activities.empty()) out.push_back(paragraph{text_of(of.language, "agenda.none"), tone::note});
    int number = 0;
    for (const auto& activity : of.activities)
        compose_activity(activity, of.language, "activity-" + std::to_string(++number), out);
    return out;
}

}  // namespace klartext::protocol
