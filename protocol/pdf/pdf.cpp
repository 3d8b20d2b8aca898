#include "protocol/pdf/pdf.hpp"

#include <cmath>
#include <optional>

#include "protocol/label.hpp"
#include "protocol/pdf/fonts.hpp"
#include "protocol/pdf/hyphenation.hpp"
#include "protocol/pdf/painter.hpp"
#include "protocol/pdf/tagging.hpp"
#include "protocol/pdf/write_blocks.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

constexpr double least_contrast = 4.5;

bool is_hexadecimal(std::string_view digits) {
    return digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
}

std::uint8_t channel(std::string_view accent, std::size_t at) {
    return static_cast<std::uint8_t>(std::stoi(std::string(accent.substr(at, 2)), nullptr, 16));
}

// Against white; WCAG 2.1, "contrast ratio" and "relative luminance".
double contrast_of(pdf::colour of) {
    const auto linear = [](double share) {
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    const auto luminance =
        0.2126 * linear(of.red / 255.0) + 0.7152 * linear(of.green / 255.0) + 0.0722 * linear(of.blue / 255.0);
    return 1.05 / (luminance + 0.05);
}

pdf::colour accent_of(const house& whose) {
    const std::string_view accent = whose.accent;
    if (accent.empty()) return pdf::usual_accent;
    if (accent.size() != 7 || accent[0] != '#' || !is_hexadecimal(accent.substr(1)))
        throw pdf::unusable_house("the accent \"" + whose.accent + "\" is no colour. Write it as \"#005b71\"");
    const pdf::colour read{channel(accent, 1), channel(accent, 3), channel(accent, 5)};
    if (contrast_of(read) < least_contrast)
        throw pdf::unusable_house("the accent " + whose.accent +
                                  " is too light to be read on white. Choose a darker one (contrast of at least 4.5)");
    return read;
}

std::optional<pdf::logo> logo_of(const house& whose) {
    if (whose.logo.empty()) return std::nullopt;
    if (whose.logo_words.empty() && whose.name.empty())
        throw pdf::unusable_house("the logo has no words for those who do not see it. Say what it shows");
    return std::make_optional<pdf::logo>(whose.logo);
}

std::string title_of(const minutes& of) {
    const auto title = one_line(of.title).empty() ? text_of(of.language, "untitled") : one_line(of.title);
    return text_of(of.language, "colon", {{"label", text_of(of.language, "minutes")}, {"value", title}});
}

}  // namespace

std::string to_pdf(const minutes& of, const house& whose, edition how) {
    const auto accent = accent_of(whose);
    const pdf::typesetter letters_of(of.language, accent);
    const auto mark = logo_of(whose);
    pdf::composer to(letters_of, accent);
    pdf::write_document(compose(of, how), of.language, whose, mark ? &*mark : nullptr, to);
    const auto title = pdf::printable(title_of(of)), name = pdf::printable(one_line(whose.name));
    auto bytes =
        pdf::painted(to.out, pdf::pages_of(to.out), {title, name, of.language}, letters_of, mark ? &*mark : nullptr);
    to.out.tree.outline = std::move(to.out.outline);
    return pdf::tagged(bytes, to.out.tree, {title, name, of.date, of.language});
}

void prepare_pdf() {
    for (const auto in : {language::de, language::en}) (void)pdf::with_soft_hyphens({}, in);
    (void)pdf::letters_of_this_thread();
}

void check(const house& whose) {
    (void)accent_of(whose);
    (void)logo_of(whose);
}

}  // namespace klartext::protocol
