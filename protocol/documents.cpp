#include "protocol/documents.hpp"

#include <algorithm>
#include <iterator>

#include "protocol/csv.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"

namespace klartext::protocol {
namespace {

using documents = std::vector<document>;

documents html_documents(const minutes& of) { return {{"minutes.html", "text/html; charset=utf-8", to_html(of)}}; }

documents json_documents(const minutes& of) { return {{"minutes.json", "application/json", to_json(of)}}; }

documents csv_documents(const minutes& of) {
    documents out;
    for (auto& file : to_csv(of))
        out.push_back({"csv/" + file.name, "text/csv; charset=utf-8", std::move(file.content)});
    return out;
}

struct maker {
    format made;
    documents (*make)(const minutes&);
};

constexpr maker makers[] = {
    {format::html, html_documents},
    {format::json, json_documents},
    {format::csv, csv_documents},
};

constexpr format formats[] = {format::html, format::json, format::csv};
static_assert(std::size(formats) == std::size(makers));

}  // namespace

std::span<const format> all_formats() { return formats; }

std::vector<document> render(const minutes& of, std::span<const format> wanted) {
    documents out;
    for (const auto format : wanted) {
        const auto found = std::ranges::find(makers, format, &maker::made);
        if (found != std::end(makers)) std::ranges::move(found->make(of), std::back_inserter(out));
    }
    return out;
}

}  // namespace klartext::protocol
