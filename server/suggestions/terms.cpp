#include "suggestions/terms.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "suggestions/function_words.hpp"
#include "suggestions/suggestions.hpp"

namespace klartext::suggestions {
namespace {

constexpr std::size_t words_in_all = 200'000;
constexpr std::size_t most_words = 800;
constexpr std::size_t bytes_per_word = 16;
constexpr std::size_t piece_length = 4;
constexpr std::size_t longest_word = 40;  // characters; what is longer is no word

/// FNV-1a (Fowler, Noll, Vo 1991); `kind` keeps stems and pieces apart.
term hash(char kind, std::string_view bytes) {
    term value = 0xcbf29ce484222325u;
    const auto take = [&](char c) { value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u; };
    take(kind);
    for (const auto c : bytes) take(c);
    return value;
}

/// Where each character begins, and where the last of the first `longest_word` ends.
std::vector<std::size_t> character_starts(std::string_view utf8) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < utf8.size() && starts.size() <= longest_word; ++at)
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0) != 0x80) starts.push_back(at);
    if (starts.size() <= longest_word) starts.push_back(utf8.size());
    return starts;
}

/// The blanks at its ends say where a word begins and ends: " rad", "radw", "adwe", "dweg", "weg ".
void add_pieces(const std::string& folded, std::vector<term>& pieces) {
    const auto framed = ' ' + folded + ' ';
    const auto starts = character_starts(framed);
    const auto length = std::min(piece_length, starts.size() - 1);
    for (std::size_t first = 0; first + length < starts.size(); ++first) {
        const auto end = starts[first + length];
        pieces.push_back(hash('p', std::string_view(framed).substr(starts[first], end - starts[first])));
    }
}

text_terms terms_of(const std::vector<word>& words, std::size_t counted, language of) {
    text_terms all;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& one = words[at];
        all.same += one.folded + ' ';
        if (const auto turn = turning_word(one.folded, of); !turn.empty()) all.turns.insert(turn);
        if (at >= counted || one.function_word) continue;
        all.stems.push_back(stem_term(one.stem));
        add_pieces(one.folded, all.pieces);
    }
    return all;
}

/// The beginning that is read, up to a space where there is one.
std::string_view beginning(std::string_view text, std::size_t counted) {
    const auto most = counted * bytes_per_word;
    if (text.size() <= most) return text;
    const auto space = text.find_last_of(" \n\t", most);
    if (space != text.npos && space > most / 2) return text.substr(0, space);
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

text_terms read(std::string_view text, std::size_t counted, word_reader& reader, language of) {
    const auto first = beginning(text, counted);
    auto terms = terms_of(reader.read(first), counted, of);
    terms.same += text.substr(first.size());
    return terms;
}

std::vector<std::size_t> smallest_first(std::span<const std::string> texts) {
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](auto left, auto right) { return texts[left] < texts[right]; });
    return order;
}

}  // namespace

term stem_term(std::string_view stem) { return hash('s', stem); }

std::size_t words_that_count(std::size_t texts) {
    return std::min(most_words, words_in_all / std::max<std::size_t>(texts, 1));
}

collection read_all(std::span<const std::string> texts, language of) {
    if (texts.size() > most_texts) throw std::length_error("more texts than suggestions are made for");
    collection all{.place = smallest_first(texts), .texts = {}};
    all.texts.reserve(texts.size());
    word_reader reader(of);
    const auto counted = words_that_count(texts.size());
    for (const auto place : all.place) all.texts.push_back(read(texts[place], counted, reader, of));
    return all;
}

}  // namespace klartext::suggestions
