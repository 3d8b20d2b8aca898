#include "suggestions/words.hpp"

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <unordered_map>

#include "suggestions/function_words.hpp"
#include "suggestions/plain_text.hpp"

namespace klartext::suggestions {
namespace {

constexpr std::size_t most_known_words = 10'000;
constexpr char16_t soft_hyphen = 0x00AD;
constexpr char16_t typographic_apostrophe = 0x2019;

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what);
}

struct stemmer_closes {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using snowball = std::unique_ptr<sb_stemmer, stemmer_closes>;

std::string to_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2& form) {
    UErrorCode status = U_ZERO_ERROR;
    auto normal = form.normalize(text, status);
    check(status, "normalisation failed");
    return normal;
}

/// What is written above and below consonants, by some and not by others.
bool is_vowel_point(UChar32 c) { return (c >= 0x0591 && c <= 0x05C7) || (c >= 0x064B && c <= 0x065F) || c == 0x0670; }

icu::UnicodeString without_points(const icu::UnicodeString& text) {
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        if (!is_vowel_point(text.char32At(at))) bare.append(text.char32At(at));
    return bare;
}

bool is_sign(UChar32 c) {
    const auto type = u_charType(c);
    return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) || type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL ||
           type == U_OTHER_SYMBOL;
}

/// One spelling for each emoji, whatever its shade and presentation.
icu::UnicodeString bare_sign(const icu::UnicodeString& sign) {
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < sign.length(); at = sign.moveIndex32(at, 1)) {
        const auto c = sign.char32At(at);
        if (!u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) && c != 0xFE0F && c != 0x200D) bare.append(c);
    }
    return bare;
}

}  // namespace

struct word_reader::tools {
    explicit tools(language of) : spoken(of) {
        UErrorCode status = U_ZERO_ERROR;
        composing = icu::Normalizer2::getNFCInstance(status);
        folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
        const auto& locale = of == language::german ? icu::Locale::getGerman() : icu::Locale::getEnglish();
        breaks.reset(icu::BreakIterator::createWordInstance(locale, status));
        check(status, "data for words are missing");
        stemmer.reset(sb_stemmer_new(of == language::german ? "german" : "english", nullptr));
        if (!stemmer) throw std::runtime_error("Snowball: a stemmer is missing");
    }

    std::string stem_of(const std::string& folded) const {
        const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
        const auto* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(folded.size()));
        if (!stem) throw std::bad_alloc();
        return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
    }

    word make_word(const icu::UnicodeString& spelling) const {
        word made{.spelling = to_utf8(spelling), .folded = {}, .stem = {}};
        made.folded = to_utf8(without_points(normalised(spelling, *folding)));
        made.stem = stem_of(made.folded);
        made.function_word = is_function_word(made.folded, spoken);
        return made;
    }

    static word make_sign(const icu::UnicodeString& spelling) {
        const auto bare = to_utf8(bare_sign(spelling));
        return {.spelling = to_utf8(spelling), .folded = bare, .stem = bare, .function_word = false, .sign = true};
    }

    /// What lies between two breaks; without a folded form if it is punctuation or space.
    word make(const icu::UnicodeString& segment, std::int32_t kind) const {
        if (is_sign(segment.char32At(0))) return make_sign(segment);
        return kind < UBRK_WORD_NONE_LIMIT ? word{} : make_word(segment);
    }

    /// Most words come again and again.
    const word& known(const icu::UnicodeString& segment, std::int32_t kind) {
        if (words.size() >= most_known_words) words.clear();
        const auto [entry, added] =
            words.try_emplace({segment.getBuffer(), static_cast<std::size_t>(segment.length())});
        if (added) entry->second = make(segment, kind);
        return entry->second;
    }

    language spoken;
    const icu::Normalizer2* composing = nullptr;
    const icu::Normalizer2* folding = nullptr;
    std::unique_ptr<icu::BreakIterator> breaks;
    snowball stemmer;
    std::unordered_map<std::u16string, word> words;
};

word_reader::word_reader(language of) : tools_(std::make_unique<tools>(of)) {}
word_reader::~word_reader() = default;

std::vector<word> word_reader::read(std::string_view utf8) {
    auto text = normalised(icu::UnicodeString::fromUTF8(plain_text(utf8)), *tools_->composing);
    text.findAndReplace(icu::UnicodeString(soft_hyphen), icu::UnicodeString());
    text.findAndReplace(icu::UnicodeString(typographic_apostrophe), icu::UnicodeString(u'\''));
    auto& breaks = *tools_->breaks;
    breaks.setText(text);
    std::vector<word> words;
    auto from = breaks.first();
    for (auto to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
        const auto& found = tools_->known(text.tempSubStringBetween(from, to), breaks.getRuleStatus());
        if (!found.folded.empty()) words.push_back(found);
    }
    return words;
}

std::vector<word> words_of(std::string_view utf8, language of) { return word_reader(of).read(utf8); }

}  // namespace klartext::suggestions
