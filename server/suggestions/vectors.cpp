#include "suggestions/vectors.hpp"

#include <algorithm>
#include <cmath>

namespace klartext::suggestions {
namespace {

// Decision 50; anything from a third to two thirds does about as well on real ideas.
constexpr double share_of_stems = 0.5;

struct counted {
    term name = 0;
    std::uint32_t times = 0;
};

/// Each term once, ascending.
std::vector<counted> count(std::vector<term> terms) {
    std::ranges::sort(terms);
    std::vector<counted> counts;
    for (const auto name : terms) {
        if (counts.empty() || counts.back().name != name) counts.push_back({.name = name});
        ++counts.back().times;
    }
    return counts;
}

struct counted_text {
    std::vector<counted> stems, pieces;
};

using counted_texts = std::vector<counted_text>;

/// How many texts have each term; ascending by term.
std::vector<counted> texts_with_each(const counted_texts& texts) {
    std::vector<term> names;
    for (const auto& text : texts)
        for (const auto* terms : {&text.stems, &text.pieces})
            for (const auto& one : *terms) names.push_back(one.name);
    return count(std::move(names));
}

/// From how many texts on a term is left out.
std::uint32_t too_common(std::vector<counted> terms, double most_products) {
    std::ranges::sort(terms, {}, &counted::times);
    double products = 0;
    for (const auto& [name, times] : terms) {
        products += static_cast<double>(times) * times;
        if (products > most_products) return times;
    }
    return UINT32_MAX;
}

class weigher {
public:
    weigher(const counted_texts& texts, double most_products)
        : known_(texts_with_each(texts)), texts_(texts.size()), limit_(too_common(known_, most_products)) {}

    std::vector<weight> vector_of(const counted_text& text) const {
        std::vector<weight> all;
        append(text.stems, share_of_stems, all);
        append(text.pieces, 1 - share_of_stems, all);
        std::ranges::sort(all, {}, &weight::term);
        return all;
    }

    std::size_t terms() const { return known_.size(); }

private:
    void append(const std::vector<counted>& terms, double squared_length, std::vector<weight>& all) const {
        std::vector<std::pair<std::uint32_t, double>> part;
        double squares = 0;
        for (const auto& [name, times] : terms) {
            const auto found = std::ranges::lower_bound(known_, name, {}, &counted::name);
            if (found->times >= limit_) continue;
            const auto rare = std::log(1 + static_cast<double>(texts_) / found->times);
            const auto value = (1 + std::log(times)) * rare;
            part.emplace_back(static_cast<std::uint32_t>(found - known_.begin()), value);
            squares += value * value;
        }
        for (const auto& [number, value] : part)
            all.push_back({.term = number, .value = static_cast<float>(value * std::sqrt(squared_length / squares))});
    }

    std::vector<counted> known_;
    std::size_t texts_;
    std::uint32_t limit_;
};

}  // namespace

vectors weigh(std::span<const text_terms> texts, double most_products) {
    counted_texts counts;
    for (const auto& text : texts) counts.push_back({.stems = count(text.stems), .pieces = count(text.pieces)});
    const weigher weigher(counts, most_products);
    vectors made{.of = {}, .terms = weigher.terms()};
    for (const auto& text : counts) made.of.push_back(weigher.vector_of(text));
    return made;
}

}  // namespace klartext::suggestions
