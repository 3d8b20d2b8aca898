#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "suggestions/language.hpp"

namespace klartext::suggestions {

struct word {
    std::string spelling;  ///< as written, composed (NFC)
    std::string folded;    ///< NFKC and case folded (Unicode's NFKC_Casefold), without points of Hebrew and Arabic
    std::string stem;      ///< of the folded word by the language's Snowball stemmer
    bool function_word = false;  ///< only joins others
    bool sign = false;  ///< an emoji or another symbol, which says something, too; its shade of skin does not count
};

/// Takes texts apart into words where Unicode (UAX 29) and ICU's dictionaries say, Chinese included. One thread.
class word_reader {
public:
    explicit word_reader(language);
    ~word_reader();
    word_reader(const word_reader&) = delete;
    word_reader& operator=(const word_reader&) = delete;

    /// All words in their order; punctuation, HTML entities and addresses of pages are none.
    [[nodiscard]] std::vector<word> read(std::string_view utf8);

private:
    struct tools;
    std::unique_ptr<tools> tools_;
};

[[nodiscard]] std::vector<word> words_of(std::string_view utf8, language);

}  // namespace klartext::suggestions
