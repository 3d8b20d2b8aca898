#include "protocol/pdf/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/pdf/errors.hpp"
#include "protocol/pdf/owned.hpp"

namespace klartext::protocol::pdf {
namespace {

// File names rather than families: families of the same name from elsewhere must not slip in. The emoji are pictures
// for 109 pixels to the em, which have to be told how large they are among letters.
constexpr const char* only_these = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<cachedir>/var/cache/fontconfig</cachedir>
<cachedir prefix="xdg">fontconfig</cachedir>
<selectfont>
<acceptfont>
<glob>*/NotoSans-Regular.ttf</glob><glob>*/NotoSans-Bold.ttf</glob>
<glob>*/NotoSans-Italic.ttf</glob><glob>*/NotoSans-BoldItalic.ttf</glob>
<glob>*/NotoSans?*-Regular.ttf</glob><glob>*/NotoSans?*-Bold.ttf</glob>
<glob>*/NotoSansCJK-Regular.ttc</glob><glob>*/NotoSansCJK-Bold.ttc</glob>
<glob>*/NotoColorEmoji.ttf</glob>
</acceptfont>
<rejectfont><glob>*.*</glob></rejectfont>
</selectfont>
<alias binding="same"><family>Noto Sans</family><accept>
<family>Noto Sans Arabic</family><family>Noto Sans Hebrew</family><family>Noto Sans CJK SC</family>
<family>Noto Sans Symbols</family><family>Noto Sans Symbols2</family><family>Noto Sans Math</family>
</accept></alias>
<alias binding="same"><family>emoji</family><prefer><family>Noto Color Emoji</family></prefer></alias>
<match target="font">
<test name="family"><string>Noto Color Emoji</string></test>
<edit name="emojiscale" mode="assign"><divide>
<name target="pattern">pixelsize</name><double>109</double>
</divide></edit>
<edit name="matrix" mode="assign"><times><name>matrix</name><matrix>
<name>emojiscale</name><double>0</double><double>0</double><name>emojiscale</name>
</matrix></times></edit>
</match>
</fontconfig>
)";

constexpr std::string_view required[] = {"Noto Sans", "Noto Sans Mono", "Noto Sans CJK SC", "Noto Color Emoji"};

std::vector<std::string> families_in(FcConfig* config) {
    std::vector<std::string> found;
    const auto* set = FcConfigGetFonts(config, FcSetSystem);
    for (int at = 0; set && at < set->nfont; ++at) {
        FcChar8* name = nullptr;
        for (int n = 0; FcPatternGetString(set->fonts[at], FC_FAMILY, n, &name) == FcResultMatch; ++n)
            found.emplace_back(reinterpret_cast<const char*>(name));
    }
    return found;
}

void require_all(FcConfig* config) {
    const auto there = families_in(config);
    std::string absent;
    for (const auto family : required)
        if (std::ranges::find(there, family) == there.end())
            absent += (absent.empty() ? "" : ", ") + std::string(family);
    if (!absent.empty())
        throw missing_file("the fonts of the PDF minutes are not installed below /usr/share/fonts: " + absent +
                           ". On Debian: apt-get install fonts-noto-core fonts-noto-mono fonts-noto-cjk "
                           "fonts-noto-color-emoji");
}

using configuration = owned<FcConfig, FcConfigDestroy>;

configuration read_configuration() {
    configuration made(FcConfigCreate());
    const auto* text = reinterpret_cast<const FcChar8*>(only_these);
    if (!made || !FcConfigParseAndLoadFromMemory(made.get(), text, FcTrue) || !FcConfigBuildFonts(made.get()))
        throw std::runtime_error("fontconfig does not take the fonts of the PDF minutes");
    require_all(made.get());
    return made;
}

// Shared by all threads: fontconfig only reads it once it is built. Not remembered when fonts were missing, so that
// they can be installed while the server runs.
FcConfig* shared_configuration() {
    static const configuration made = read_configuration();
    return made.get();
}

owned_object<PangoFontMap> make_letters() {
    owned_object<PangoFontMap> made(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(reinterpret_cast<PangoFcFontMap*>(made.get()), shared_configuration());
    // At the default of 96 dots a point of text would be larger than a point of the page.
    pango_cairo_font_map_set_resolution(reinterpret_cast<PangoCairoFontMap*>(made.get()), 72);
    return made;
}

}  // namespace

PangoFontMap* letters_of_this_thread() {
    thread_local const auto letters = make_letters();
    pango_cairo_font_map_set_default(reinterpret_cast<PangoCairoFontMap*>(letters.get()));
    return letters.get();
}

}  // namespace klartext::protocol::pdf
