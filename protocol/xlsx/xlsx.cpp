#include "protocol/xlsx/xlsx.hpp"

#include <algorithm>
#include <span>

#include "protocol/accent.hpp"
#include "protocol/compose.hpp"
#include "protocol/escape.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/cell_text.hpp"
#include "protocol/xlsx/sheets.hpp"

namespace klartext::protocol {
namespace xlsx {
namespace {

// The blocks from the heading with this anchor to the next one of its level or above.
blocks part_of(const blocks& all, const std::string& anchor) {
    blocks out;
    int level = 0;
    for (const auto& block : all) {
        const auto* head = std::get_if<heading>(&block);
        if (head && level > 0 && head->level <= level) break;
        if (head && head->anchor == anchor) level = head->level;
        if (level > 0) out.push_back(block);
    }
    return out;
}

// What is said before the result, and the result.
blocks before(const blocks& all, const std::string& anchor) {
    const auto end = std::ranges::find_if(all, [&](const block& block) {
        const auto* head = std::get_if<heading>(&block);
        return head && head->anchor == anchor;
    });
    return {all.begin(), end};
}

std::vector<planned_sheet> plan(const minutes& of, const blocks& all) {
    std::vector<planned_sheet> sheets;
    std::size_t number = 0;
    for (const auto& activity : of.activities) {
        const auto anchor = "activity-" + std::to_string(++number);
        const auto said = part_of(all, anchor);
        const auto title = one_line(activity.title).empty() ? text_of(of.language, "untitled") : activity.title;
        const bool votes = activity.vote && !activity.vote->items.empty();
        if (!activity.entries.empty())
            sheets.push_back({planned_sheet::kind::entries, sheet_name(number, title), number, &activity,
                              before(said, anchor + "-result")});
        if (!activity.tags.empty())
            sheets.push_back({planned_sheet::kind::code_book,
                              sheet_name(number, title, " " + text_of(of.language, "tags")), number, &activity,
                              before(said, anchor + "-result")});
        if (votes) {
            const auto ending = activity.entries.empty() ? "" : " " + text_of(of.language, "result");
            sheets.push_back({planned_sheet::kind::result, sheet_name(number, title, ending), number, &activity, said});
        }
        if (has_rows(activity))
            sheets.push_back({planned_sheet::kind::measures, sheet_name(number, title), number, &activity, said});
        else if (activity.entries.empty() && activity.tags.empty() && !votes)
            sheets.push_back({planned_sheet::kind::text, sheet_name(number, title), number, &activity, said});
    }
    return sheets;
}

std::string title_of(const minutes& of) {
    const auto in = of.language;
    const auto title = one_line(sound(of.title));
    return text_of(in, "colon",
                   {{"label", text_of(in, "minutes")}, {"value", title.empty() ? text_of(in, "untitled") : title}});
}

}  // namespace
}  // namespace xlsx

std::string to_xlsx(const minutes& of, const house& house) {
    using namespace xlsx;
    const auto all = compose(of);
    const auto sheets = plan(of, all);
    workbook book(title_of(of), of, accent_of(house));
    add_overview(book, of, all, sheets);
    for (const auto& sheet : sheets) {
        switch (sheet.holds) {
            case planned_sheet::kind::text: add_text(book, sheet); break;
            case planned_sheet::kind::entries: add_entries(book, sheet); break;
            case planned_sheet::kind::code_book: add_code_book(book, sheet); break;
            case planned_sheet::kind::result: add_result(book, sheet); break;
            case planned_sheet::kind::measures: add_measures(book, sheet); break;
        }
    }
    return book.bytes();
}

}  // namespace klartext::protocol
