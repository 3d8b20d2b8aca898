#include "protocol/pdf/painter.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "protocol/label.hpp"
#include "protocol/pdf/emoji.hpp"
#include "protocol/pdf/svg.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol::pdf {
namespace {

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void use(cairo_t* on, colour of) { cairo_set_source_rgb(on, of.red / 255.0, of.green / 255.0, of.blue / 255.0); }

constexpr double unbroken = 10 * a4::width;

struct destination {
    int page = 0;
    double top = 0;
};

struct painter {
    flow& content;
    const std::vector<page_run>& pages;
    const typesetter& letters_of;
    const logo* house_logo;
    cairo_t* on;
    std::map<std::string, destination, std::less<>> places = {};
    emoji_painter emoji = {};
    int page = 0;
    double top = 0;  ///< of the strip at hand, from the upper edge of the page
    element_id marked = artifact;

    // What is painted from here on is content of this element. One marked content after the other: no mark stands
    // inside another, which cairo would not number. The lines of a paragraph share one.
    void belongs_to(element_id of) {
        if (of == marked) return;
        if (marked != artifact) cairo_tag_end(on, "P");
        marked = of;
        if (of == artifact) return;
        auto& count = content.tree.marks.at(static_cast<std::size_t>(page));
        content.tree.at(of).parts.push_back(content_of_page{page, count++});
        cairo_tag_begin(on, "P", nullptr);
    }

    void box(double left, double top_of_box, double width, double height, colour of) {
        belongs_to(artifact);
        use(on, of);
        cairo_rectangle(on, left, top_of_box, width, height);
        cairo_fill(on);
    }

    void glyphs(const piece& each, double left, double base, double size) {
        use(on, each.of);
        if (each.unknown) {
            cairo_set_line_width(on, 0.6);
            cairo_rectangle(on, left + each.left + 0.6, base - 0.7 * size, each.right - each.left - 1.2, 0.7 * size);
            return cairo_stroke(on);
        }
        if (each.picture) return emoji.paint(on, each, left, base, size);
        auto moved = each.glyphs;
        for (auto& glyph : moved) {
            glyph.x += left;
            glyph.y += base;
        }
        cairo_set_scaled_font(on, each.font.get());
        const auto count = static_cast<int>(moved.size());
        cairo_show_text_glyphs(on, each.text.data(), static_cast<int>(each.text.size()), moved.data(), count,
                               each.clusters.data(), static_cast<int>(each.clusters.size()),
                               static_cast<cairo_text_cluster_flags_t>(0));
    }

    element_id link_of(told_text& text, int link) {
        auto& element = text.link_elements[static_cast<std::size_t>(link)];
        if (element == artifact) element = content.tree.add(text.element, "Link");
        return element;
    }

    element_id element_of(told_text& text, const piece& each) {
        if (text.element == artifact) return artifact;
        const auto around = each.link < 0 ? text.element : link_of(text, each.link);
        if (each.stands_for.empty()) return around;
        const auto span = content.tree.add(around, "Span");
        content.tree.at(span).stands_for = each.stands_for;
        return span;
    }

    void operator()(const line_mark& mark) {
        auto& text = *mark.text;
        const auto& pieces = text.laid.lines[mark.line].pieces;
        const auto left = a4::side + mark.left, base = top + mark.top + text.laid.base;
        for (std::size_t at = 0; at < pieces.size();) {
            belongs_to(element_of(text, pieces[at]));
            const auto begun = at;
            do glyphs(pieces[at], left, base, text.laid.size);
            while (++at < pieces.size() && pieces[begun].stands_for.empty() && pieces[at].stands_for.empty() &&
                   pieces[at].link == pieces[begun].link);
            if (pieces[begun].link >= 0) follow(text, pieces, begun, at, left, top + mark.top);
        }
    }

    void follow(told_text& text, const std::vector<piece>& pieces, std::size_t from, std::size_t to, double left,
                double line_top) {
        double begin = pieces[from].left, end = pieces[from].right;
        for (auto at = from; at < to; ++at) {
            begin = std::min(begin, pieces[at].left);
            end = std::max(end, pieces[at].right);
        }
        box(left + begin, line_top + text.laid.base + 1.4, end - begin, 0.5, pieces[from].of);
        const auto link = pieces[from].link;
        const auto& address = text.laid.links[static_cast<std::size_t>(link)];
        connect({page, left + begin, line_top, left + end, line_top + text.laid.line, address, 0, 0, address,
                 link_of(text, link)});
    }

    void connect(link_area area) {
        auto& tree = content.tree;
        tree.at(area.within).parts.push_back(link_annotation{static_cast<int>(tree.links.size())});
        tree.links.push_back(std::move(area));
    }

    void operator()(const page_number_mark& mark) {
        const auto to = places.at(mark.anchor);
        // The blank keeps it apart from the title when both are read out.
        auto number = letters_of.set({{" " + std::to_string(to.page + 1)}}, {.with = mark.with, .aligned = side::end});
        told_text text{std::move(number), mark.element};
        const auto base = top + mark.top + mark.height - text.laid.line + text.laid.base;
        belongs_to(mark.element);
        for (const auto& each : text.laid.lines[0].pieces) glyphs(each, a4::side, base, text.laid.size);
        connect({page,
                 a4::side,
                 top + mark.top,
                 a4::width - a4::side,
                 top + mark.top + mark.height,
                 {},
                 to.page,
                 to.top,
                 mark.words,
                 mark.element});
    }

    void operator()(const rule_mark& mark) {
        box(a4::side + mark.left, top + mark.top, mark.width, mark.height, mark.of);
    }

    void operator()(const chart_mark& mark) {
        const auto drawing = read_drawing(mark.drawn.shapes);
        const auto left = a4::side + mark.left, above = top + mark.top;
        belongs_to(mark.element);
        paint_drawing(drawing.get(), on, left, above, mark.drawn.width * mark.scale, mark.drawn.height * mark.scale);
        for (const auto& each : mark.drawn.words)
            chart_words(each, mark.scale, left + each.x * mark.scale, above + each.base * mark.scale);
    }

    void chart_words(const picture_words& words, double scale, double x, double base) {
        const auto channel = [&](int shift) { return static_cast<std::uint8_t>(words.colour >> shift); };
        const letters with{
            .size = picture_letters * scale, .of = {channel(16), channel(8), channel(0)}, .bold = words.bold};
        const auto laid = letters_of.set({{words.text}}, {.with = with, .width = unbroken, .hyphenated = false});
        const auto& line = laid.lines.front();
        const auto left = x - line.left - (line.right - line.left) * share_before(words.at_x);
        for (const auto& each : line.pieces) glyphs(each, left, base, laid.size);
    }

    void operator()(const logo_mark& mark) {
        belongs_to(mark.element);
        house_logo->paint(on, a4::side + mark.left, top + mark.top, mark.width, mark.height);
    }

    void paint(const strip& one, double at) {
        top = at;
        for (const auto& mark : one.marks) std::visit(*this, mark);
    }

    double top_of(const page_run& run, std::size_t strip) const { return a4::top + run.tops[strip - run.first]; }

    void grounds(const page_run& run) {
        const auto end = run.first + run.tops.size();
        for (const auto& each : content.grounds) {
            const auto first = std::max(each.first, run.first), last = std::min(each.last + 1, end);
            if (first >= last) continue;
            const auto from = top_of(run, first);
            const auto height = top_of(run, last - 1) + content.strips[last - 1].size.height - from;
            if (each.width > 0) box(a4::side + each.left, from, each.width, height, each.of);
            if (each.edge_width > 0) box(a4::side + each.left, from, each.edge_width, height, each.edge);
        }
    }

    void repeat_head(const page_run& run) {
        const auto head = content.strips[run.first].head;
        if (head < 0 || content.strips[run.first].size.repeated <= 0) return;
        auto at = a4::top;
        for (const auto& each : content.heads[static_cast<std::size_t>(head)]) {
            paint(each, at);
            at += each.size.height;
        }
    }

    void foot_text(const std::string& text, side aligned) {
        belongs_to(artifact);
        const auto laid = letters_of.set({{text}}, {.with = foot_letters, .aligned = aligned, .hyphenated = false});
        for (const auto& each : laid.lines[0].pieces) glyphs(each, a4::side, a4::foot, laid.size);
    }

    void foot(const running_foot& says) {
        box(a4::side, a4::foot - 15, a4::text_width, 0.6, hairline);
        const auto number = [&](std::size_t n) { return number_of(says.in, static_cast<int>(n)); };
        foot_text(shortened(says.title, says.house.empty() ? 80 : 50), side::start);
        if (!says.house.empty()) foot_text(shortened(says.house, 30), side::middle);
        foot_text(
            text_of(says.in, "page", {{"n", number(static_cast<std::size_t>(page) + 1)}, {"of", number(pages.size())}}),
            side::end);
    }

    void find_places() {
        std::size_t heading = 0;
        for (std::size_t n = 0; n < pages.size(); ++n)
            for (std::size_t at = pages[n].first; at < pages[n].first + pages[n].tops.size(); ++at) {
                if (content.strips[at].anchor.empty()) continue;
                const destination place{static_cast<int>(n), top_of(pages[n], at)};
                places[content.strips[at].anchor] = place;
                content.outline[heading].page = place.page;
                content.outline[heading++].top = place.top;
            }
    }

    void all(const running_foot& says) {
        content.tree.marks.assign(pages.size(), 0);
        find_places();
        for (; page < static_cast<int>(pages.size()); ++page) {
            const auto& run = pages[static_cast<std::size_t>(page)];
            grounds(run);
            if (!run.tops.empty()) repeat_head(run);
            for (std::size_t at = 0; at < run.tops.size(); ++at)
                paint(content.strips[run.first + at], a4::top + run.tops[at]);
            foot(says);
            cairo_show_page(on);
        }
    }
};

}  // namespace

std::string painted(flow& content, const std::vector<page_run>& pages, const running_foot& says,
                    const typesetter& letters_of, const logo* house_logo) {
    std::string bytes;
    const owned_surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, a4::width, a4::height));
    {
        const owned_cairo on(cairo_create(surface.get()));
        painter{content, pages, letters_of, house_logo, on.get()}.all(says);
        if (const auto status = cairo_status(on.get())) throw std::runtime_error(cairo_status_to_string(status));
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()))
        throw std::runtime_error(cairo_status_to_string(status));
    return bytes;
}

}  // namespace klartext::protocol::pdf
