#include "domain/notice.hpp"

#include <string_view>

namespace klartext::domain {
namespace {

struct wording {
    std::string_view standard;
    std::string_view heading;
    std::string_view anonymity;
    std::string_view guarded;
    std::string_view open_small_group;
};

constexpr wording german{
    .standard =
        "Ihre Beiträge und Stimmen werden für diesen Workshop gesammelt. Die Ergebnisse stehen im Protokoll; "
        "was die Moderation dort auslässt, wird als Auslassung vermerkt. "
        "Das Protokoll erhalten die Moderation und alle, die am Ende eine E-Mail-Adresse dafür hinterlassen.",
    .heading = "Wie anonym ist das?",
    .anonymity =
        "- Es gibt keine Konten, und niemand braucht einen Namen. Neben einem Beitrag oder einer Stimme wird nicht "
        "festgehalten, von wem sie stammt oder zu welcher Uhrzeit sie kam.\n"
        "- Von Beiträgen und Stimmen sieht die Moderation nicht mehr als Sie.\n"
        "- Wer sich bei einem Schritt zum Mitmachen freiwillig mit Namen einträgt, steht in einer eigenen Liste, "
        "getrennt von allen Beiträgen und Stimmen. Diese Liste können nur die Moderation und wer den Server betreibt "
        "lesen.\n"
        "- Stimmen werden erst gezählt, wenn eine Abstimmung geschlossen ist.\n"
        "- Ohne persönliche Einladung kann man in einem zweiten privaten Fenster ein zweites Mal abstimmen. Bitte "
        "stimmen Sie nur einmal ab.\n"
        "- Nicht geschützt sind Sie vor jemandem, der das Programm auf dem Server verändert und Netzwerkadressen "
        "aufzeichnet. Auch Stil und Inhalt eines Textes, sehr kleine Gruppen oder einstimmige Ergebnisse können "
        "verraten, von wem etwas stammt.\n",
    .guarded = "- Ergebnisse von Abstimmungen mit weniger als 5 Stimmzetteln werden nicht gezeigt.\n",
    .open_small_group =
        "- **Offene Kleingruppe:** Ergebnisse werden ab einer Stimme gezeigt. In einer so kleinen Gruppe "
        "lassen sich Stimmen erraten.\n",
};

constexpr wording english{
    .standard =
        "Your entries and votes are collected for this workshop. The results are in the minutes, and "
        "what the facilitator leaves out of them is named there. They go to "
        "the facilitator and to everybody who leaves an e-mail address for them at the end.",
    .heading = "How anonymous is this?",
    .anonymity =
        "- There are no accounts, and nobody needs a name. Beside an entry or a vote it is not recorded who it comes "
        "from or at what time of day it came.\n"
        "- Of entries and votes the facilitator sees no more than you do.\n"
        "- Whoever chooses to sign up by name, in a step that asks who wants to go on, is in a list of its own, apart "
        "from all entries and votes. Only the facilitator and whoever runs the server can read that list.\n"
        "- Votes are counted only when a vote is closed.\n"
        "- Without personal invitations somebody can vote a second time in a second private window. Please vote only "
        "once.\n"
        "- You are not protected against somebody who modifies the program on the server and records network "
        "addresses. Style and content of a text, very small groups or unanimous results can give people away, too.\n",
    .guarded = "- Results of votes with fewer than 5 ballots are not shown.\n",
    .open_small_group =
        "- **Open small group:** results are shown from one ballot on. In a group this small votes can be guessed.\n",
};

}  // namespace

std::string compose_notice(const session_settings& settings) {
    const auto& words = settings.language == language::de ? german : english;
    std::string notice(settings.notice.empty() ? words.standard : std::string_view(settings.notice));
    notice.append("\n\n## ").append(words.heading).append("\n\n").append(words.anonymity);
    notice.append(settings.open_small_group ? words.open_small_group : words.guarded);
    return notice;
}

}  // namespace klartext::domain
