#include "suggestions/theme_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace klartext::suggestions {
namespace {

constexpr std::size_t most_names = 3;
constexpr double least_of_best = 0.5;      // a further word stands out at least half as much as the first
constexpr double least_share = 1.0 / 3.0;  // of the texts have a further word

struct candidate {
    std::size_t texts = 0;                         ///< of the group
    std::map<std::string, std::size_t> spellings;  ///< how often each
    bool sign = false;
    bool digits = false;

    double share(std::size_t of) const { return static_cast<double>(texts) / static_cast<double>(of); }
};

using candidates = std::map<std::string, candidate>;  // by stem

struct scored {
    const candidate* of = nullptr;
    double score = 0;
};

bool is_digits(const std::string& folded) {
    return std::ranges::all_of(folded, [](char c) { return c >= '0' && c <= '9'; });
}

/// Most used; of equally many the smallest, so in German the one with a capital.
std::string usual_spelling(const candidate& of) {
    return std::ranges::max_element(of.spellings, {}, [](const auto& entry) { return entry.second; })->first;
}

std::map<std::string, std::vector<word>> by_stem(std::vector<word> words, std::size_t counted) {
    std::map<std::string, std::vector<word>> stems;
    words.resize(std::min(words.size(), counted));
    for (auto& one : words)
        if (!one.function_word) stems[one.stem].push_back(std::move(one));
    return stems;
}

/// How many texts have each stem.
std::unordered_map<term, std::size_t> texts_with_each(const collection& all) {
    std::unordered_map<term, std::size_t> counts;
    for (const auto& text : all.texts) {
        auto stems = text.stems;
        std::ranges::sort(stems);
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        for (const auto stem : stems) ++counts[stem];
    }
    return counts;
}

class naming {
public:
    naming(std::span<const std::string> texts, const collection& all, language of)
        : texts_(texts), texts_with_(texts_with_each(all)), reader_(of) {}

    std::vector<std::string> name(std::span<const std::size_t> group) {
        candidates found;
        for (const auto text : group) add(by_stem(reader_.read(texts_[text]), words_that_count(texts_.size())), found);
        std::vector<std::string> names;
        double best = 0;
        for (const auto& [of, score] : by_score(found, group.size())) {
            if (names.empty()) best = score;
            if (names.size() == most_names || score < least_of_best * best) break;
            if (!names.empty() && (of->sign || of->texts < 2 || of->share(group.size()) < least_share)) continue;
            // "Tempo 30", not "Tempo 30 50".
            if (names.size() > 1 && of->digits) continue;
            names.push_back(usual_spelling(*of));
        }
        return names;
    }

private:
    static void add(const std::map<std::string, std::vector<word>>& stems, candidates& to) {
        for (const auto& [stem, words] : stems) {
            auto& one = to[stem];
            ++one.texts;
            for (const auto& word : words) ++one.spellings[word.spelling];
            one.sign = words.front().sign;
            one.digits = is_digits(stem);
        }
    }

    /// Best first; what is no word comes first only where there are no words.
    std::vector<scored> by_score(const candidates& all, std::size_t size) const {
        std::vector<scored> order;
        for (const auto& [stem, one] : all) {
            const auto others = static_cast<double>(texts_with_.at(stem_term(stem)));
            order.push_back(
                {.of = &one, .score = one.share(size) * std::log(1 + static_cast<double>(texts_.size()) / others)});
        }
        std::ranges::stable_sort(order, std::ranges::greater{}, &scored::score);
        const auto first = std::ranges::find_if(order, [](const scored& s) { return !s.of->sign && !s.of->digits; });
        if (first != order.end()) std::rotate(order.begin(), first, first + 1);
        return order;
    }

    std::span<const std::string> texts_;
    std::unordered_map<term, std::size_t> texts_with_;
    word_reader reader_;
};

}  // namespace

std::vector<std::vector<std::string>> names_of(std::span<const std::vector<std::size_t>> groups,
                                               std::span<const std::string> texts, const collection& all, language of) {
    naming naming(texts, all, of);
    std::vector<std::vector<std::string>> names;
    for (const auto& group : groups) names.push_back(naming.name(group));
    return names;
}

}  // namespace klartext::suggestions
