#include "protocol/documents.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "protocol/archive.hpp"
#include "protocol/csv.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown_document.hpp"
#include "protocol/odt/odt.hpp"
#include "protocol/pdf/pdf.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/xlsx.hpp"

namespace klartext::protocol {
namespace {

/// One wish for documents.
struct order {
    const minutes& of;
    protocol::house house;
    delivery by = delivery::folder;
    std::vector<format> together;  ///< what the page names
    const list_signer& sign;
    made_documents& made;  ///< of the folder
    bool is_folder = true;
};

/// A document that is made when somebody wants it. Lives no longer than its order.
struct offer {
    std::string name;
    std::string media_type;
    std::string holds;  ///< in a few words, for the page that names it; the page itself: empty
    std::function<std::string()> make;
    std::string saved_as = {};
};
using offers = std::vector<offer>;

companions companions_of(order&);
std::vector<archived_file> files_of_archive(order&);

std::string words(const order& in, std::string_view key) { return text_of(in.of.language, key); }

std::string saved_as(const order& in, std::string_view ending) {
    const auto title = slug(in.of.title);
    return (title.empty() ? slug(words(in, "minutes")) : title) + (in.of.date.ok() ? "-" + iso_date(in.of.date) : "") +
           std::string(ending);
}

offers html_offers(order& in) {
    return {{"minutes.html", "text/html; charset=utf-8", "",
             [&in] { return to_html(in.of, companions_of(in), edition::full, in.house); }}};
}

offers pdf_offers(order& in) {
    return {{"minutes.pdf", "application/pdf", words(in, "files.pdf"), [&in] { return to_pdf(in.of, in.house); },
             saved_as(in, ".pdf")}};
}

offers short_pdf_offers(order& in) {
    return {{"minutes-short.pdf", "application/pdf", words(in, "files.short_pdf"),
             [&in] { return to_pdf(in.of, in.house, edition::brief); }, saved_as(in, "-short.pdf")}};
}

offers odt_offers(order& in) {
    return {{"minutes.odt", "application/vnd.oasis.opendocument.text", words(in, "files.odt"),
             [&in] { return to_odt(in.of, in.house); }, saved_as(in, ".odt")}};
}

offers xlsx_offers(order& in) {
    return {{"minutes.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
             words(in, "files.xlsx"), [&in] { return to_xlsx(in.of, in.house); }, saved_as(in, ".xlsx")}};
}

offers markdown_offers(order& in) {
    return {{"minutes.md", "text/markdown; charset=utf-8", words(in, "files.md"), [&in] { return to_markdown(in.of); },
             saved_as(in, ".md")}};
}

offers json_offers(order& in) {
    return {{"minutes.json", "application/json", words(in, "files.json"), [&in] { return to_json(in.of); }}};
}

offers csv_offers(order& in) {
    const std::string folder = in.by == delivery::folder ? "csv/" : "";
    offers out;
    for (const auto& sheet : csv_sheets(in.of))
        out.push_back({folder + sheet.name, "text/csv; charset=utf-8",
                       text_of(in.of.language, "files.csv", {{"title", sheet.holds}}),
                       [sheet, language = in.of.language] { return to_csv(sheet, language); }});
    return out;
}

offers zip_offers(order& in) {
    return {{"minutes.zip", "application/zip", words(in, "files.zip"), [&in] { return zipped(files_of_archive(in)); },
             saved_as(in, ".zip")}};
}

struct maker {
    format made;
    offers (*offered)(order&);
};

constexpr maker makers[] = {
    {format::html, html_offers}, {format::pdf, pdf_offers},   {format::short_pdf, short_pdf_offers},
    {format::odt, odt_offers},   {format::xlsx, xlsx_offers}, {format::markdown, markdown_offers},
    {format::json, json_offers}, {format::csv, csv_offers},   {format::zip, zip_offers},
};

constexpr format formats[] = {format::html,     format::pdf,  format::short_pdf, format::odt, format::xlsx,
                              format::markdown, format::json, format::csv,       format::zip};
static_assert(std::size(formats) == std::size(makers));

const maker& maker_of(format wanted) { return *std::ranges::find(makers, wanted, &maker::made); }

void add_pair(const order& in, companions& beside) {
    if (!in.sign || beside.files.empty()) return;
    beside.files.push_back({std::string(list_name), words(in, "files.list")});
    beside.files.push_back({std::string(signature_name), words(in, "files.signature")});
}

companions companions_of(order& in) {
    companions beside{{}, in.by == delivery::mail};
    for (const auto& each : makers) {
        if (std::ranges::find(in.together, each.made) == in.together.end()) continue;
        for (auto& offer : each.offered(in))
            if (!offer.holds.empty()) beside.files.push_back({std::move(offer.name), std::move(offer.holds)});
    }
    add_pair(in, beside);
    return beside;
}

// The page of a mail or an archive names other files than that of the folder, and tables in a mail have other names.
bool is_of_folder(const offer& one, const order& in) {
    const bool is_page = one.holds.empty();
    return is_page ? in.is_folder : in.by == delivery::folder || !one.name.ends_with(".csv");
}

std::string content_of(const offer& wanted, order& in) {
    if (!is_of_folder(wanted, in)) return wanted.make();
    if (const auto found = in.made.find(wanted.name); found != in.made.end()) return *found->second;
    const auto made = std::make_shared<const std::string>(wanted.make());
    return *in.made.insert_or_assign(wanted.name, made).first->second;
}

document made(const offer& of, order& in) { return {of.name, of.media_type, content_of(of, in), of.saved_as}; }

void add_signed_list(const order& in, std::vector<document>& files) {
    if (in.sign && !files.empty()) std::ranges::move(documents_of(in.sign(files)), std::back_inserter(files));
}

bool holds_compressed(std::string_view name) {
    return name.ends_with(".odt") || name.ends_with(".xlsx") || name.ends_with(".pdf");
}

// The archive itself is not in it.
std::vector<archived_file> files_of_archive(order& outer) {
    order inside{outer.of,   outer.house, delivery::folder, {std::begin(formats), std::end(formats)}, outer.sign,
                 outer.made, false};
    std::erase(inside.together, format::zip);
    std::vector<document> all;
    for (const auto format : inside.together)
        for (const auto& offer : maker_of(format).offered(inside)) all.push_back(made(offer, inside));
    add_signed_list(inside, all);
    std::vector<archived_file> files;
    for (auto& each : all) files.push_back({each.name, std::move(each.content), holds_compressed(each.name)});
    return files;
}

order folder_of(const minutes& of, const house& house, const list_signer& sign, made_documents& made) {
    return {of, house, delivery::folder, {std::begin(formats), std::end(formats)}, sign, made};
}

// Over all that the folder holds, which takes as long as making it all, once.
std::vector<document> pair_of_folder(order& in) {
    const auto list = in.made.find(std::string(list_name)), signature = in.made.find(std::string(signature_name));
    if (list != in.made.end() && signature != in.made.end())
        return documents_of(signed_list{*list->second, *signature->second});
    auto all = render(in.of, formats, delivery::folder, in.house, in.sign, &in.made);
    all.erase(all.begin(), all.end() - 2);
    for (const auto& each : all) in.made[each.name] = std::make_shared<const std::string>(each.content);
    return all;
}

}  // namespace

std::span<const format> all_formats() { return formats; }

std::vector<document> documents_of(signed_list pair) {
    // Not as text: a mail program would show it, and a browser give it another name.
    constexpr auto media_type = "application/octet-stream";
    return {{std::string(list_name), media_type, std::move(pair.list), std::string(list_name)},
            {std::string(signature_name), media_type, std::move(pair.signature), std::string(signature_name)}};
}

std::vector<document> render(const minutes& of, std::span<const format> wanted, delivery by, const house& house,
                             const list_signer& sign, made_documents* kept) {
    made_documents own;
    auto in = folder_of(of, house, sign, kept ? *kept : own);
    in.by = by;
    in.is_folder = by == delivery::folder;
    if (by == delivery::mail) in.together.assign(wanted.begin(), wanted.end());
    std::vector<document> out;
    for (const auto format : wanted)
        for (const auto& offer : maker_of(format).offered(in)) out.push_back(made(offer, in));
    add_signed_list(in, out);
    return out;
}

std::optional<document> render_one(const minutes& of, std::string_view name, const house& house,
                                   const list_signer& sign, made_documents* kept) {
    made_documents own;
    auto in = folder_of(of, house, sign, kept ? *kept : own);
    for (const auto& each : makers) {
        const auto offered = each.offered(in);
        const auto found = std::ranges::find(offered, name, &offer::name);
        if (found != offered.end()) return made(*found, in);
    }
    if (!sign || (name != list_name && name != signature_name)) return std::nullopt;
    auto pair = pair_of_folder(in);
    return std::move(*std::ranges::find(pair, name, &document::name));
}

}  // namespace klartext::protocol
