#include "protocol/compose.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

std::string due_of(const measure& of, language in) {
    return of.due ? long_date(in, *of.due) : text_of(in, "measures.open");
}

table empty_table(language in) {
    return {.caption = text_of(in, "measures.caption"),
            .note = {},
            .columns = {{text_of(in, "measures.what"), false},
                        {text_of(in, "measures.who"), false},
                        {text_of(in, "measures.due"), false},
                        {text_of(in, "measures.status"), false}},
            .rows = {}};
}

std::vector<std::string> row_of(const measure& of, language in) {
    return {of.what, of.who.empty() ? text_of(in, "measures.open") : of.who, due_of(of, in), in_words(of.status, in)};
}

struct writer {
    const measures& of;
    language in;
    const std::string& anchor;
    std::vector<block>& out;
    int headings = 0;

    void head(std::string text) {
        out.push_back(heading{3, std::move(text), anchor + "-measures-" + std::to_string(++headings)});
    }

    // A long item stands in full below its heading.
    void head_of_item(const std::string& item) {
        constexpr std::size_t most = 120;
        if (item.size() <= most) return head(item);
        head(shortened(first_line(item), most));
        out.push_back(bullets{{item}});
    }

    /// The rows of one item, from this one on; gives where the next begins.
    std::size_t part(const std::vector<measure_row>& rows, std::size_t from) {
        auto made = empty_table(in);
        auto to = from;
        for (; to < rows.size() && rows[to].item == rows[from].item; ++to)
            made.rows.push_back(row_of(*rows[to].of, in));
        out.push_back(std::move(made));
        return to;
    }

    void all() {
        const auto rows = rows_of_measures(of);
        bullets without;
        for (std::size_t at = 0; at < rows.size();) {
            if (!rows[at].of) {
                without.items.push_back(*rows[at++].item);
                continue;
            }
            if (rows[at].item)
                head_of_item(*rows[at].item);
            else if (!of.items.empty())
                head(text_of(in, "measures.others"));
            at = part(rows, at);
        }
        if (without.items.empty()) return;
        head(text_of(in, "measures.without"));
        out.push_back(std::move(without));
    }
};

}  // namespace

void compose_measures(const activity& of, language in, const std::string& anchor, std::vector<block>& out) {
    const auto& measures = *of.measures;
    if (measures.source)
        out.push_back(facts{{{text_of(in, "source"), in_words(*measures.source, measures.items.size(), in)}}});
    if (measures.list.empty()) out.push_back(paragraph{text_of(in, "measures.none"), tone::note});
    writer{measures, in, anchor, out}.all();
}

}  // namespace klartext::protocol
