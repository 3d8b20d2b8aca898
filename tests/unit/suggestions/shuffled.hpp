#pragma once
#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace klartext::suggestions::testing {

/// Texts in another order, and where each of them stood before.
struct shuffled {
    std::vector<std::string> texts;
    std::vector<std::size_t> before;
};

inline shuffled shuffle(const std::vector<std::string>& texts, unsigned seed) {
    shuffled other{.texts = {}, .before = std::vector<std::size_t>(texts.size())};
    std::iota(other.before.begin(), other.before.end(), 0u);
    std::ranges::shuffle(other.before, std::mt19937(seed));
    for (const auto place : other.before) other.texts.push_back(texts[place]);
    return other;
}

/// The texts themselves, in order: what stays the same when equal texts change places.
inline std::vector<std::string> texts_at(const std::vector<std::size_t>& places,
                                         const std::vector<std::string>& texts) {
    std::vector<std::string> there;
    for (const auto place : places) there.push_back(texts[place]);
    std::ranges::sort(there);
    return there;
}

}  // namespace klartext::suggestions::testing
