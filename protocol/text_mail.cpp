#include "protocol/text_mail.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "protocol/escape.hpp"
#include "protocol/gathering.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol {
namespace {

constexpr std::size_t shown_per_vote = 3;

std::string short_line(const std::string& text, language in) {
    const auto line = shortened(one_line(text), 100);
    return line.empty() ? text_of(in, "untitled") : line;
}

std::string quoted_line(const std::string& text, language in) {
    return text_of(in, "quoted", {{"text", set_apart(short_line(first_line(text), in))}});
}

struct told_lines {
    std::string title;
    std::vector<std::string> lines;
};

told_lines lines_of(const activity& of, language in) {
    told_lines told{short_line(of.title, in), {}};
    if (!has_result(of)) {
        told.lines.push_back(text_of(in, of.ballots > 0 ? "withheld.title" : "vote.no_ballots"));
        return told;
    }
    const auto items = ranked(*of.vote);
    for (std::size_t at = 0; at < std::min(items.size(), shown_per_vote); ++at)
        told.lines.push_back(text_of(in, "colon",
                                     {{"label", quoted_line(items[at]->text, in)},
                                      {"value", method_of(*of.vote).amount(*of.vote, *items[at], in)}}));
    if (items.size() > shown_per_vote)
        told.lines.push_back(counted(in, "mail.more", static_cast<int>(items.size() - shown_per_vote)));
    return told;
}

void tell_up_votes(const activity& of, language in, std::vector<std::string>& lines) {
    if (!of.up_votes || of.entries.empty()) return;
    if (!has_counted_up_votes(of)) return lines.push_back(rules_of_gathering(of, in).front());
    const auto cards = supported_cards(of);
    for (std::size_t at = 0; at < std::min(cards.size(), shown_per_vote); ++at) {
        auto amount = up_votes_in_words(of, *cards[at], in);
        if (cards[at]->answered) amount = text_of(in, "mail.answered", {{"amount", amount}});
        lines.push_back(text_of(in, "colon", {{"label", quoted_line(cards[at]->text, in)}, {"value", amount}}));
    }
    if (cards.size() > shown_per_vote)
        lines.push_back(counted(in, "mail.more", static_cast<int>(cards.size() - shown_per_vote)));
}

struct counted_word {
    const std::string* word;
    int cards;
};

/// "Tags: bike (3), bus (1) and 2 more", with as many as a line can take.
void tell_words(std::string_view label, const std::vector<counted_word>& words, language in,
                std::vector<std::string>& lines) {
    constexpr std::size_t most = 12;
    std::vector<std::string> told;
    for (const auto& [word, cards] : words)
        if (told.size() < most)
            told.push_back(
                text_of(in, "mail.count", {{"text", set_apart(short_line(*word, in))}, {"n", number_of(in, cards)}}));
    if (told.empty()) return;
    if (words.size() > most) told.push_back(counted(in, "mail.more_words", static_cast<int>(words.size() - most)));
    lines.push_back(text_of(in, "colon", {{"label", text_of(in, label)}, {"value", enumerated(told, in)}}));
}

told_lines lines_of_gathering(const activity& of, language in) {
    told_lines told{short_line(of.title, in), {}};
    tell_up_votes(of, in, told.lines);
    std::vector<counted_word> kinds, tags;
    for (const auto& each : of.kinds) kinds.push_back({&each.title, each.cards});
    for (const auto& each : of.tags)
        if (each.cards > 0) tags.push_back({&each.name, each.cards});
    tell_words("mail.kinds", kinds, in, told.lines);
    tell_words("tags", tags, in, told.lines);
    return told;
}

std::string line_of(const measure& of, language in) {
    return text_of(in, "measures.line",
                   {{"what", set_apart(short_line(first_line(of.what), in))},
                    {"who", of.who.empty() ? text_of(in, "measures.who_open") : set_apart(short_line(of.who, in))},
                    {"due", of.due ? text_of(in, "measures.by", {{"date", long_date(in, *of.due)}})
                                   : text_of(in, "measures.due_open")},
                    {"status", in_words(of.status, in)}});
}

// More of them than of a vote's items: whoever promised something is to find it.
told_lines lines_of_measures(const activity& of, language in) {
    constexpr std::size_t most = 10;
    const auto& list = of.measures->list;
    told_lines told{short_line(of.title, in), {}};
    for (std::size_t at = 0; at < std::min(list.size(), most); ++at) told.lines.push_back(line_of(list[at], in));
    if (list.size() > most) told.lines.push_back(counted(in, "mail.more", static_cast<int>(list.size() - most)));
    if (list.empty()) told.lines.push_back(text_of(in, "measures.none"));
    return told;
}

/// What the facilitator has written about the session.
struct written_part {
    std::string title;
    std::string markdown;
};

struct content {
    std::string title;
    std::vector<std::string> facts;
    std::vector<written_part> written;
    std::vector<told_lines> results;
    std::string where;     ///< the minutes are, where there is no link
    std::string checking;  ///< may be empty
};

std::vector<written_part> written_in(const protocol::cover& cover, language in) {
    std::vector<written_part> parts;
    const auto add = [&](std::string_view title, const std::string& markdown) {
        if (!markdown.empty()) parts.push_back({text_of(in, title), markdown});
    };
    add("cover.about.title", cover.about);
    add("cover.outcome.title", cover.outcome);
    add("cover.next.title", cover.next);
    return parts;
}

content content_of(const minutes& of, enclosed what) {
    const auto in = of.language;
    content told{short_line(of.title, in),
                 {},
                 written_in(of.cover, in),
                 {},
                 text_of(in, what == enclosed::nothing ? "mail.nothing" : "mail.no_link"),
                 what == enclosed::signed_files ? text_of(in, "mail.checking") : ""};
    const auto people = of.participants == 0 ? text_of(in, "people_none") : counted(in, "people", of.participants);
    told.facts = {text_of(in, "colon", {{"label", text_of(in, "date")}, {"value", long_date(in, of.date)}}),
                  text_of(in, "colon", {{"label", text_of(in, "participants")}, {"value", people}})};
    for (const auto& activity : of.activities) {
        if (auto gathered = lines_of_gathering(activity, in); !gathered.lines.empty())
            told.results.push_back(std::move(gathered));
        if (activity.vote) told.results.push_back(lines_of(activity, in));
        if (activity.measures) told.results.push_back(lines_of_measures(activity, in));
    }
    return told;
}

std::string text_of_mail(const content& told, language in, std::string_view link) {
    auto out = text_of(in, "mail.greeting") + "\n\n" + text_of(in, "mail.intro") + "\n\n" + told.title + "\n";
    for (const auto& fact : told.facts) out += fact + "\n";
    for (const auto& part : told.written) out += "\n" + part.title + "\n\n" + part.markdown + "\n";
    if (!told.results.empty()) out += "\n" + text_of(in, "mail.results") + "\n";
    for (const auto& each : told.results) {
        out += "\n" + each.title + "\n";
        for (const auto& line : each.lines) out += "- " + line + "\n";
    }
    out += "\n" + (link.empty() ? told.where : text_of(in, "mail.link") + ":\n" + std::string(link)) + "\n";
    if (!told.checking.empty()) out += "\n" + told.checking + "\n";
    return out + "\n-- \n" + text_of(in, "mail.footer") + "\n";
}

std::string tagged(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
    return "<" + std::string(tag) + std::string(attributes) + ">" + escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string head_of_page(std::string_view title, language in) {
    return std::string("<!DOCTYPE html>\n<html lang=\"") + (in == language::de ? "de" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n" + tagged("title", title) +
           "<style>body { max-width: 40rem; margin: 0 auto; padding: 1rem; color: #112028; font: 16px/1.5 "
           "system-ui, sans-serif; overflow-wrap: anywhere; } a { color: #005b71; } footer { color: #4a5b63; "
           "font-size: 14px; }</style>\n</head>\n<body>\n";
}

std::string html_of_mail(const content& told, language in, std::string_view link) {
    auto out = head_of_page(told.title, in);
    out += tagged("p", text_of(in, "mail.greeting")) + tagged("p", text_of(in, "mail.intro"));
    out += tagged("h1", told.title, " dir=\"auto\"");
    for (const auto& fact : told.facts) out += tagged("p", fact);
    for (const auto& part : told.written) out += tagged("h2", part.title) + markdown_to_safe_html(part.markdown);
    if (!told.results.empty()) out += tagged("h2", text_of(in, "mail.results"));
    for (const auto& each : told.results) {
        out += tagged("h3", each.title, " dir=\"auto\"") + "<ul>\n";
        for (const auto& line : each.lines) out += tagged("li", line, " dir=\"auto\"");
        out += "</ul>\n";
    }
    out += link.empty() ? tagged("p", told.where)
                        : "<p>" + tagged("a", text_of(in, "mail.link"), " href=\"" + escaped(link) + "\"") + "</p>\n";
    if (!told.checking.empty()) out += tagged("p", told.checking);
    return out + "<footer>" + tagged("p", text_of(in, "mail.footer")) + "</footer>\n</body>\n</html>\n";
}

}  // namespace

mail_body compose_mail(const minutes& of, std::string_view link, enclosed what) {
    const auto in = of.language;
    const auto told = content_of(of, what);
    return {text_of(in, "mail.subject", {{"title", told.title}, {"date", long_date(in, of.date)}}),
            text_of_mail(told, in, link), html_of_mail(told, in, link)};
}

mail_body compose_test_mail(language in, std::string_view server) {
    const auto subject = text_of(in, "mail.test.subject");
    const std::array lines{text_of(in, "mail.greeting"), text_of(in, "mail.test.text"),
                           text_of(in, "mail.test.from", {{"server", std::string(server)}})};
    std::string text;
    auto html = head_of_page(subject, in);
    for (const auto& line : lines) {
        text += line + "\n\n";
        html += tagged("p", line);
    }
    const auto footer = text_of(in, "mail.test.footer");
    return {subject, text + "-- \n" + footer + "\n",
            html + "<footer>" + tagged("p", footer) + "</footer>\n</body>\n</html>\n"};
}

}  // namespace klartext::protocol
