#include <algorithm>
#include <string_view>

#include "protocol/compose.hpp"
#include "protocol/gathering.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

// More at the top than this are a number, not a list.
constexpr std::size_t named_at_the_top = 3;

// Of what no order was made.
std::string all_of_them(const vote& voted, language in) {
    std::vector<std::string> told;
    for (const auto& item : voted.items) {
        const auto amount = method_of(voted).amount(voted, item, in);
        if (voted.items.size() == 1) return amount;
        if (told.size() < named_at_the_top)
            told.push_back(text_of(in, "colon", {{"label", quoted(item, in)}, {"value", amount}}));
    }
    const auto more = voted.items.size() - told.size();
    if (more > 0) told.push_back(counted(in, "cover.more", static_cast<int>(more)));
    return enumerated(told, in);
}

std::string best_of(const vote& voted, language in) {
    const auto items = ranked(voted);
    if (!method_of(voted).orders()) return all_of_them(voted, in);
    const auto amount = method_of(voted).ahead(voted, *items.front(), in);
    if (amount.empty()) return method_of(voted).nothing_ahead(in);
    if (items.size() == 1) return amount;
    std::vector<std::string> first;
    for (const auto* item : items)
        if (tied(voted, *item, *items.front())) first.push_back(quoted(*item, in));
    if (first.size() == 1) return text_of(in, "cover.first", {{"items", first.front()}, {"amount", amount}});
    const auto shared = method_of(voted).shared(voted, *items.front(), in);
    if (first.size() > named_at_the_top)
        return text_of(in, "cover.many", {{"n", number_of(in, static_cast<int>(first.size()))}, {"amount", shared}});
    return text_of(in, "cover.tie", {{"items", enumerated(first, in)}, {"amount", shared}});
}

// How much there is, and what most people want of it.
std::string gathered(const activity& of, language in) {
    const auto entries = counted(in, "cover.entries", static_cast<int>(of.entries.size()));
    const auto most = most_supported_in_words(of, in);
    return most.empty() ? entries : entries + ". " + most;
}

std::string outcome_of(const activity& of, language in) {
    if (of.left_out) return text_of(in, "left_out");
    if (of.kind == activity_kind::sign_up)
        return text_of(in, of.themes.empty() ? "sign_up.not_opened" : "sign_up.short");
    if (of.measures) return counted(in, "measures.count", static_cast<int>(of.measures->list.size()));
    if (!of.vote) return gathered(of, in);
    if (has_result(of)) return best_of(*of.vote, in);
    if (of.vote->running) return text_of(in, "vote.running");
    return text_of(in, of.ballots == 0 ? "vote.no_ballots" : "withheld.title");
}

// A title that is a question has its mark already.
std::string after_title(const std::string& title, const std::string& value, language in) {
    const auto with_mark = std::string_view("?!.:").find(title.back()) != std::string_view::npos;
    return text_of(in, with_mark ? "after_mark" : "colon", {{"label", set_apart(title)}, {"value", value}});
}

void compose_about(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    const auto steps = counted(in, "cover.steps", static_cast<int>(of.activities.size()));
    if (!of.date.ok()) return out.push_back(paragraph{text_of(in, "cover.not_yet", {{"steps", steps}})});
    out.push_back(
        paragraph{counted(in, "cover.about", of.participants, {{"date", long_date(in, of.date)}, {"steps", steps}})});
}

void compose_outcome(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    bullets told;
    for (const auto& activity : of.activities) {
        if (activity.kind == activity_kind::present) continue;
        const auto title = one_line(activity.title).empty() ? text_of(in, "untitled") : one_line(activity.title);
        told.items.push_back(after_title(title, outcome_of(activity, in), in));
    }
    if (told.items.empty()) return out.push_back(paragraph{text_of(in, "cover.nothing_yet"), tone::note});
    out.push_back(std::move(told));
}

}  // namespace

void compose_cover(const minutes& of, std::vector<block>& out) {
    const auto in = of.language;
    const auto written = [&](const std::string& markdown) { out.push_back(markdown_text{markdown, 3}); };
    out.push_back(heading{2, text_of(in, "cover"), "cover"});
    out.push_back(heading{3, text_of(in, "cover.about.title"), "cover-about"});
    of.cover.about.empty() ? compose_about(of, out) : written(of.cover.about);
    out.push_back(heading{3, text_of(in, "cover.outcome.title"), "cover-outcome"});
    of.cover.outcome.empty() ? compose_outcome(of, out) : written(of.cover.outcome);
    if (!of.cover.next.empty()) {
        out.push_back(heading{3, text_of(in, "cover.next.title"), "cover-next"});
        written(of.cover.next);
    }
    out.push_back(page_end{});
}

}  // namespace klartext::protocol
