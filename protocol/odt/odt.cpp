#include "protocol/odt/odt.hpp"

#include <algorithm>

#include "protocol/accent.hpp"
#include "protocol/compose.hpp"
#include "protocol/escape.hpp"
#include "protocol/label.hpp"
#include "protocol/odt/body.hpp"
#include "protocol/odt/styles.hpp"
#include "protocol/odt/table.hpp"
#include "protocol/picture/picture.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace odt {
namespace {

constexpr std::size_t foot_columns = 80;
// Of a logo, in CSS pixels: 6 cm and 1.6 cm.
constexpr double widest_logo = 227, highest_logo = 60;

// A logo that is no picture is left out: the minutes are worth more than it.
std::string logo_of(const house& of, std::vector<part>& pictures) {
    const auto facts = look_at(of.logo);
    if (!facts) return {};
    const auto scale = std::min({widest_logo / facts->width, highest_logo / facts->height, 1.0});
    const auto width = facts->width * scale, height = facts->height * scale;
    const auto words = of.logo_words.empty() ? of.name : of.logo_words;
    if (facts->kind == picture_kind::png) {
        pictures.push_back({"Pictures/logo.png", "image/png", of.logo});
        return frame_of({"logo", {}, "Pictures/logo.png"}, width, height, words, words);
    }
    pictures.push_back({"Pictures/logo.svg", "image/svg+xml", of.logo});
    pictures.push_back({"Pictures/logo.png", "image/png", rasterised(of.logo, width, height, 4)});
    return frame_of({"logo", "Pictures/logo.svg", "Pictures/logo.png"}, width, height, words, words);
}

std::string letterhead(const house& of, std::vector<part>& pictures) {
    const auto logo = logo_of(of, pictures);
    if (logo.empty() && of.name.empty()) return {};
    return R"(<text:p text:style-name="House">)" + logo + (logo.empty() ? "" : "<text:tab/>") + content_of(of.name) +
           "</text:p>\n";
}

std::string section_styles() {
    return R"(<style:style style:name="Contents_20_Section" style:family="section"><style:section-properties fo:background-color="transparent"/></style:style>
<style:style style:name="Notice_20_Section" style:family="section"><style:section-properties fo:margin-left="0.8cm" fo:background-color="transparent"/></style:style>
)";
}

std::string content_xml(const body& made, const std::string& letterhead, const minutes& of, const std::string& accent) {
    return std::string(xml_head) + "<office:document-content " + std::string(namespaces) +
           ">\n<office:automatic-styles>\n" + made.styles.definitions() + table_styles(made.column_widths, accent) +
           section_styles() + "</office:automatic-styles>\n<office:body>\n<office:text>\n" + letterhead +
           "<text:p text:style-name=\"Subtitle\">" + content_of(text_of(of.language, "minutes")) + "</text:p>\n" +
           made.before_contents + contents_of(made.contents, made.contents_title, of.language) + made.after_contents +
           "</office:text>\n</office:body>\n</office:document-content>\n";
}

std::string meta_xml(const std::string& title, const minutes& of) {
    const auto date = of.date.ok() ? "<dc:date>" + iso_date(of.date) + "T00:00:00</dc:date>\n" : std::string();
    return std::string(xml_head) + "<office:document-meta " + std::string(namespaces) +
           ">\n<office:meta>\n<meta:generator>Klartext</meta:generator>\n<dc:title>" + escaped(title) +
           "</dc:title>\n<dc:language>" + (of.language == language::de ? "de-DE" : "en-GB") + "</dc:language>\n" +
           date + "</office:meta>\n</office:document-meta>\n";
}

std::string title_of(const minutes& of) {
    const auto in = of.language;
    const auto title = one_line(of.title).empty() ? text_of(in, "untitled") : one_line(of.title);
    return text_of(in, "colon", {{"label", text_of(in, "minutes")}, {"value", title}});
}

}  // namespace
}  // namespace odt

std::string to_odt(const minutes& of, const house& house) {
    using namespace odt;
    auto made = body_of(compose(of));
    const auto accent = accent_of(house);
    const auto head = letterhead(house, made.pictures);
    auto content = content_xml(made, head, of, accent);
    const auto title = title_of(of);
    const look look{accent, of.language, complex_language_of(content), asian_language_of(content),
                    shortened(title, foot_columns)};
    std::vector<part> parts{{"content.xml", "text/xml", std::move(content)},
                            {"styles.xml", "text/xml", styles_of(look)},
                            {"meta.xml", "text/xml", meta_xml(title, of)}};
    std::ranges::move(made.pictures, std::back_inserter(parts));
    return packed(parts);
}

}  // namespace klartext::protocol
