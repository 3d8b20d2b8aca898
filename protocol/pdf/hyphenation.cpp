#include "protocol/pdf/hyphenation.hpp"

#include <glib.h>
#include <hyphen.h>

#include <cstdlib>
#include <map>
#include <unordered_map>
#include <vector>

#include "protocol/pdf/errors.hpp"
#include "protocol/pdf/owned.hpp"

namespace klartext::protocol::pdf {
namespace {

constexpr std::size_t shortest_word = 8, most_words_kept = 20000;
// Letters before and after a break: fewer on the last line look like a scrap.
constexpr int shortest_begin = 3, shortest_end = 4;
constexpr std::string_view soft_hyphen = "\xC2\xAD";

using dictionary = owned<HyphenDict, hnj_hyphen_free>;

dictionary read_dictionary(const char* file, const char* package) {
    dictionary read(hnj_hyphen_load(file));
    if (!read)
        throw missing_file(std::string("the hyphenation of the PDF minutes, ") + file +
                           ", is not installed. On Debian: apt-get install " + package);
    return read;
}

// Only read from after they are loaded, hence shared by all threads.
HyphenDict* dictionary_of(language in) {
    if (in == language::de) {
        static const auto german = read_dictionary("/usr/share/hyphen/hyph_de_DE.dic", "hyphen-de");
        return german.get();
    }
    static const auto english = read_dictionary("/usr/share/hyphen/hyph_en_GB.dic", "hyphen-en-gb");
    return english.get();
}

// Both dictionaries know small letters of Latin-1 only; the German one is written in it.
char small_latin_1(gunichar c) {
    const auto small = g_unichar_tolower(c);
    const bool known =
        (small >= 'a' && small <= 'z') || small == 0xE4 || small == 0xF6 || small == 0xFC || small == 0xDF;
    return known ? static_cast<char>(small) : '\0';
}

struct word {
    std::string letters;             ///< as the dictionary knows them
    std::vector<std::size_t> after;  ///< of each letter: where it ends in the text
    bool known = true;

    void add(gunichar c, std::size_t end) {
        const auto letter = small_latin_1(c);
        known = known && letter;
        letters += letter;
        after.push_back(end);
    }
};

// Numbers of letters after which a word may be broken.
using places = std::vector<std::size_t>;

places look_up(const word& of, HyphenDict* dictionary) {
    places found;
    const auto size = static_cast<int>(of.letters.size());
    std::vector<char> digits(of.letters.size() + 5);
    char** replaced = nullptr;
    int *where = nullptr, *cut = nullptr;
    hnj_hyphen_hyphenate3(dictionary, of.letters.data(), size, digits.data(), nullptr, &replaced, &where, &cut,
                          shortest_begin, shortest_end, shortest_begin, shortest_begin);
    for (std::size_t at = 0; at + 1 < of.letters.size(); ++at)
        if (digits[at] & 1) found.push_back(at);
    for (int at = 0; replaced && at < size; ++at) std::free(replaced[at]);
    std::free(replaced);
    std::free(where);
    std::free(cut);
    return found;
}

// The same words come again and again. Kept per thread, and forgotten all at once when they are many.
const places& places_in(const word& of, HyphenDict* dictionary) {
    static const places none;
    if (!of.known || of.letters.size() < shortest_word) return none;
    thread_local std::map<HyphenDict*, std::unordered_map<std::string, places>> all;
    auto& known = all[dictionary];
    if (known.size() > most_words_kept) known.clear();
    const auto found = known.find(of.letters);
    return found != known.end() ? found->second : known.emplace(of.letters, look_up(of, dictionary)).first->second;
}

bool belongs_to_address(std::string_view text, std::size_t from) {
    const auto start = text.find_last_of(" \n\t", from) + 1;
    const auto token = text.substr(start, text.find_first_of(" \n\t", from) - start);
    return token.find_first_of("/@_\\") != token.npos || token.starts_with("www.");
}

}  // namespace

std::string with_soft_hyphens(std::string_view utf8, language in) {
    auto* const dictionary = dictionary_of(in);
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 4);
    std::size_t copied = 0, begun = 0;
    word current;
    const auto end_word = [&] {
        for (const auto letter : places_in(current, dictionary)) {
            const auto at = current.after[letter];
            if (belongs_to_address(utf8, begun)) break;
            out.append(utf8.substr(copied, at - copied)).append(soft_hyphen);
            copied = at;
        }
        current = {};
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const auto c = g_utf8_get_char(utf8.data() + at);
        const auto end = at + static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr));
        if (g_unichar_isalpha(c) || g_unichar_ismark(c)) {
            if (current.letters.empty()) begun = at;
            current.add(c, end);
        } else {
            end_word();
        }
        at = end;
    }
    end_word();
    return out.append(utf8.substr(copied));
}

}  // namespace klartext::protocol::pdf
