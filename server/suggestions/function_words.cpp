#include "suggestions/function_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

namespace klartext::suggestions {
namespace {

/// Folded: ss for ß.
constexpr std::string_view german_words =
    "ab aber allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim "
    "bereits bin bis bist bitte bzw da dabei dadurch dafür dagegen daher dahin damit danach daneben dann daran darauf "
    "daraus darf darin darum darunter darüber das dass davon davor dazu dein deine deinem deinen deiner dem den denen "
    "denn dennoch der deren derer des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch "
    "dürfen eben ebenfalls ebenso eigentlich ein eine einem einen einer eines einfach einige einigem einigen einiger "
    "einiges einmal er es etc etwa etwas euch euer eure eurem euren eurer für gerade gern gerne gewesen ggf ggfs hab "
    "habe haben hat hatte hatten hier hierbei hierfür hin hinter hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren "
    "ihrer ihres im immer in indem ins insbesondere irgendwie ist ja je jede jedem jeden jeder jedes jedoch jene jenem "
    "jenen jener jenes jetzt kann können könnte könnten lassen leider machen macht man manche manchem manchen mancher "
    "manches mein meine meinem meinen meiner meines mich mir mit muss musste möchte möchten mögen müssen müsste "
    "müssten "
    "nach nachdem neben noch nun nur ob obwohl oder oft schon sehr sei seid sein seine seinem seinen seiner seines "
    "seit "
    "seitdem selber selbst sich sie sind so sodass sofern sogar solche solchem solchen solcher solches soll solle "
    "sollen sollte sollten somit sondern sonst sowie sowohl statt teilweise trotz trotzdem um und uns unser unsere "
    "unserem unseren unserer unseres unter usw vom von vor vielleicht wann war waren warum was wegen weil weiter "
    "weitere welche welchem welchen welcher welches wenn wer werde werden wie wieder wieso will wir wird wo wobei "
    "wodurch wollen worden wurde wurden während wäre wären würde würden zb zu zudem zum zur zwar zwischen z.b u.a d.h "
    "z b u a d h mehr weniger nicht nichts nie niemals ohne gegen kein keine keinem keinen keiner keines";

constexpr std::string_view english_words =
    "a about after again all also although am an and any are as at be because been before being between both but by "
    "can could did do does doing done during each either etc even for from further get had has have having he her here "
    "hers herself him himself his how i i'd i'll i'm i've if in into is it it's its itself just let let's may me might "
    "must my myself of on once only or other ought our ours ourselves over own please quite rather really shall she "
    "should since so some such than that that's the their theirs them themselves then there these they they're this "
    "those though through to too until up upon us very was we we'd we'll we're we've were what when where whether "
    "which "
    "while who whom whose why will with within would you you're you've your yours yourself yourselves more less fewer "
    "no not never without against don't doesn't didn't "
    "can't cannot won't shouldn't mustn't isn't aren't";

using word_set = std::unordered_set<std::string_view>;

word_set split(std::string_view list) {
    word_set words;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}  // namespace

bool is_function_word(std::string_view folded, language of) {
    static const auto german = split(german_words);
    static const auto english = split(english_words);
    return (of == language::german ? german : english).contains(folded);
}

std::string_view turning_word(std::string_view folded, language of) {
    using namespace std::string_view_literals;
    static constexpr std::array german{"kein"sv,    "nicht"sv, "nichts"sv,  "nie"sv,
                                       "niemals"sv, "ohne"sv,  "weniger"sv, "gegen"sv};
    static constexpr std::array english{"no"sv,      "not"sv,  "cannot"sv, "never"sv,
                                        "without"sv, "less"sv, "fewer"sv,  "against"sv};
    if (of == language::german && folded.starts_with("kein") && folded.size() <= 6) return "kein";
    if (of == language::english && folded.ends_with("n't")) return "not";
    const std::span<const std::string_view> words =
        of == language::german ? std::span<const std::string_view>(german) : english;
    const auto found = std::ranges::find(words, folded);
    return found == words.end() ? std::string_view() : *found;
}

}  // namespace klartext::suggestions
