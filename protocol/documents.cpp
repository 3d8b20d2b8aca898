#include "protocol/documents.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "protocol/csv.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/pdf/pdf.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

/// A document that is made when somebody wants it. Lives no longer than its minutes.
struct offer {
    std::string name;
    std::string media_type;
    std::string holds;  ///< in a few words, for the page that names it; the page itself: empty
    std::function<std::string()> make;
};
using offers = std::vector<offer>;

companions companions_of(const minutes&, delivery);

offers html_offers(const minutes& of, delivery by) {
    return {{"minutes.html", "text/html; charset=utf-8", "", [&of, by] { return to_html(of, companions_of(of, by)); }}};
}

offers pdf_offers(const minutes& of, delivery) {
    return {{"minutes.pdf", "application/pdf", text_of(of.language, "files.pdf"), [&of] { return to_pdf(of); }}};
}

offers json_offers(const minutes& of, delivery) {
    return {{"minutes.json", "application/json", text_of(of.language, "files.json"), [&of] { return to_json(of); }}};
}

offers csv_offers(const minutes& of, delivery by) {
    const std::string folder = by == delivery::folder ? "csv/" : "";
    offers out;
    for (const auto& sheet : csv_sheets(of))
        out.push_back({folder + sheet.name, "text/csv; charset=utf-8", sheet.holds,
                       [sheet, in = of.language] { return to_csv(sheet, in); }});
    return out;
}

struct maker {
    format made;
    offers (*offered)(const minutes&, delivery);
};

constexpr maker makers[] = {
    {format::html, html_offers},
    {format::pdf, pdf_offers},
    {format::json, json_offers},
    {format::csv, csv_offers},
};

constexpr format formats[] = {format::html, format::pdf, format::json, format::csv};
static_assert(std::size(formats) == std::size(makers));

companions companions_of(const minutes& of, delivery by) {
    companions beside{{}, by == delivery::mail};
    for (const auto& each : makers)
        for (auto& offer : each.offered(of, by))
            if (!offer.holds.empty()) beside.files.push_back({std::move(offer.name), std::move(offer.holds)});
    return beside;
}

document made(const offer& of) { return {of.name, of.media_type, of.make()}; }

}  // namespace

std::span<const format> all_formats() { return formats; }

std::vector<document> render(const minutes& of, std::span<const format> wanted, delivery by) {
    std::vector<document> out;
    for (const auto format : wanted) {
        const auto found = std::ranges::find(makers, format, &maker::made);
        if (found != std::end(makers)) std::ranges::transform(found->offered(of, by), std::back_inserter(out), made);
    }
    return out;
}

std::optional<document> render_one(const minutes& of, std::string_view name) {
    for (const auto& each : makers) {
        const auto offered = each.offered(of, delivery::folder);
        const auto found = std::ranges::find(offered, name, &offer::name);
        if (found != offered.end()) return made(*found);
    }
    return std::nullopt;
}

}  // namespace klartext::protocol
