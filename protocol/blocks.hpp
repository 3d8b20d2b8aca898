#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/minutes.hpp"

/// What a document is made of, in reading order, for every format alike. All words are already in the session's
/// language; nothing is escaped. Texts written by people may hold line breaks and any direction of writing.
namespace klartext::protocol {

/// Level 1 stands once, first; a level is never more than one deeper than the heading before it.
struct heading {
    int level = 1;
    std::string text;
    std::string anchor;     ///< unique in the document: lower-case ASCII letters, digits, '-'
    std::string note = {};  ///< how much stands under it: "12 entries"; such parts are listed among the contents
};

enum class tone { plain, note, warning };

/// One sentence or more of the document's own, never a person's.
struct paragraph {
    std::string text;
    protocol::tone tone = tone::plain;
};

/// Markdown as the facilitator wrote it. Its headings are to be set below `under_level`.
struct markdown_text {
    std::string source;
    int under_level = 2;
    bool framed = false;  ///< it was shown as a notice
};

/// Of a kind of card.
using card_tone = enum card_kind::tone;

/// Short facts, label and value, such as date or number of ballots.
struct facts {
    struct row {
        std::string label;
        std::string value;
        std::optional<card_tone> tone =
            {};  ///< of the kind of card that the label names: a field of it beside the word
    };
    std::vector<row> rows;
};

/// Texts written by people, one below the other.
struct bullets {
    std::vector<std::string> items;
};

/// One contribution in its writer's wording. If it was withdrawn, `withdrawn` says so and `text` is empty.
struct card {
    std::string text;
    std::string kind = {};             ///< its word; empty where there are no kinds
    card_tone tone = card_tone::grey;  ///< of that kind: a field of it stands beside the word
    std::string votes = {};            ///< "7 votes"; empty where there are no numbers
    std::string answered = {};         ///< says that the facilitator marked it so; else empty
    std::string section = {};          ///< its title, where the heading above does not say it; else empty
    std::string on_behalf = {};        ///< says that the facilitator wrote it for somebody; else empty
    std::string tags = {};             ///< "Tags: bike, bus"; empty without tags
    std::string withdrawn = {};
    std::string comments_label = {};  ///< "2 comments"; empty without comments
    std::vector<std::string> comments = {};
};

struct cards {
    std::vector<card> items;
};

/// The first cell of every row is the row's header.
struct table {
    struct column {
        std::string title;
        bool numeric = false;
    };
    std::string caption;
    std::string note;  ///< how it is sorted
    std::vector<column> columns;
    std::vector<std::vector<std::string>> rows;  ///< each as long as `columns`
};

/// Horizontal bars. One series: `values[0]` against `scale`. Three series: agree, pass, disagree as shares of their
/// sum.
struct bar_chart {
    struct bar {
        std::string label;
        std::vector<double> values;
        std::string shown;  ///< the numbers as written at the bar
    };
    std::vector<std::string> legend = {};  ///< one word per series; empty for one series
    double scale = 0;                      ///< value of a full bar, for one series
    std::vector<bar> bars = {};
    std::size_t figure = 0;  ///< which of the figures in the table it shows, for one series
};

/// How often each step of a scale was chosen: a row of columns for each label. Two rounds stand side by side.
struct histograms {
    struct row {
        std::string label;
        std::vector<int> before;              ///< in the first round, one per step; empty if there was one round
        std::vector<int> counts;              ///< one per step
        std::string shown;                    ///< the mean, as written beside it
        std::vector<std::string> edges = {};  ///< where columns begin and the last one ends, instead of steps
        std::vector<double> quartiles = {};   ///< lower, median, upper: shares of the way from first to last edge
    };
    std::vector<std::string> legend = {};  ///< a word for each round; empty for one
    int first_step = 1;                    ///< number of the lowest step
    std::vector<row> rows = {};
};

/// Numbered points in a field, from 0 at the left and at the bottom to 1.
struct portfolio {
    struct axis {
        std::string name, low, high;
    };
    struct point {
        int number = 0;
        double across = 0, up = 0;
    };
    axis across, up;
    std::vector<point> points = {};
};

struct chart {
    std::string title = {};
    std::string note = {};         ///< how it is to be read; may be empty
    std::string kind = {};         ///< what is drawn; the beginning of `description`
    std::string description = {};  ///< alternative text for those who do not see it
    std::variant<bar_chart, histograms, portfolio> drawn = {};
};

/// The list of the headings of level 2, and under each of those of level 3 that have a note, stands here.
struct contents {};

/// What comes after begins on a new page, where there are pages.
struct page_end {};

using block = std::variant<heading, paragraph, markdown_text, facts, bullets, cards, table, chart, contents, page_end>;

}  // namespace klartext::protocol
