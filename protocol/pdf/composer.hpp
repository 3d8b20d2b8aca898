#pragma once
#include <string>
#include <vector>

#include "protocol/pdf/flow.hpp"

namespace klartext::protocol::pdf {

/// A text in a column of its own, beside others.
struct column_text {
    shared_text text;
    double left = 0;
    std::size_t lines_above = 0;  ///< it begins so many lines further down
};

/// What is put below each other on the endless strip.
class composer {
public:
    composer(const typesetter& letters_of, colour accent) : letters_of(letters_of), accent(accent) {}

    [[nodiscard]] shared_text told(const rich_text&, const text_form&, element_id);

    /// Free room above what comes next; the larger one counts.
    void leave(double gap);
    /// The next text begins so far from the left margin, and ends so far from the right one.
    struct indent {
        double left = 0, right = 0;
    };
    [[nodiscard]] double room() const { return a4::text_width - inset.left - inset.right; }

    /// One strip per line, at least two of them together at the ends of pages. Returns the index of the first.
    std::size_t put(const shared_text&, double left_more = 0);
    /// Texts beside each other, line by line; all lines of a strip are as high as the highest.
    std::size_t put_beside(const std::vector<column_text>&, double padding_above, double padding_below);
    strip& put_strip(double height);

    /// Ties strips from `first` to the last one to each other.
    void hold_together(std::size_t first, bond);
    /// Ties the last strip to what comes next.
    void hold_to_next();
    void pad_below(double);

    std::size_t next() const { return out.strips.size(); }

    const typesetter& letters_of;
    colour accent;
    indent inset;
    flow out;

private:
    void hold_ends_together(std::size_t first);
    double gap = 0;
};

}  // namespace klartext::protocol::pdf
