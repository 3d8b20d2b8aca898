#include "coded_ideas.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace klartext::testing {
namespace {

std::ifstream opened(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

std::map<std::string, std::string> recorded_texts(const std::string& path) {
    std::map<std::string, std::string> texts;
    auto file = opened(path);
    for (std::string line; std::getline(file, line);) {
        const auto act = nlohmann::json::parse(line);
        if (act.value("do", "") == "entry") texts[act.at("ref")] = act.at("text");
    }
    return texts;
}

std::string first_lines(const std::string& text, int lines) {
    std::size_t end = 0;
    for (; lines > 0; --lines) end = text.find('\n', end) + 1;
    return text.substr(0, end - 1);
}

void add_row(const std::string& line, std::map<std::string, std::string>& texts, coded_ideas& to) {
    std::istringstream cells(line);
    std::string ref, cell;
    std::getline(cells, ref, ',');
    std::getline(cells, cell, ',');
    to.refs.push_back(ref);
    to.texts.push_back(texts.at(ref));
    to.titles.push_back(first_lines(to.texts.back(), std::stoi(cell)));
    auto& categories = to.categories.emplace_back();
    for (std::size_t category = 0; std::getline(cells, cell, ','); ++category) categories[category] = cell == "1";
    if (categories.any()) to.categorised.push_back(to.refs.size() - 1);
}

using counts = std::map<std::u16string, double>;

counts plain_words(const std::string& text) {
    const auto lower = icu::UnicodeString::fromUTF8(text).toLower();
    counts words;
    std::u16string word;
    for (std::int32_t at = 0; at <= lower.length(); ++at) {
        if (at < lower.length() && u_isalpha(lower.charAt(at))) {
            word += lower.charAt(at);
            continue;
        }
        if (word.size() >= 3) ++words[word];
        word.clear();
    }
    return words;
}

std::vector<counts> plain_vectors(const std::vector<std::string>& texts) {
    std::vector<counts> all;
    counts texts_with;
    for (const auto& text : texts) {
        all.push_back(plain_words(text));
        for (const auto& [word, times] : all.back()) ++texts_with[word];
    }
    for (auto& vector : all) {
        double squares = 0;
        for (auto& [word, value] : vector) {
            value = (1 + std::log(value)) * std::log(static_cast<double>(texts.size()) / texts_with[word]);
            squares += value * value;
        }
        for (auto& [word, value] : vector) value /= squares > 0 ? std::sqrt(squares) : 1;
    }
    return all;
}

}  // namespace

coded_ideas read_coded_ideas(const std::string& folder) {
    auto texts = recorded_texts(folder + "/ottensen.jsonl");
    auto table = opened(folder + "/ottensen-categories.csv");
    coded_ideas all;
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) add_row(line, texts, all);
    return all;
}

neighbours plain_neighbours(const coded_ideas& ideas, const std::vector<std::string>& texts) {
    const auto vectors = plain_vectors(texts);
    std::map<std::u16string, std::vector<std::pair<std::size_t, double>>> having;
    for (const auto idea : ideas.categorised)
        for (const auto& [word, value] : vectors[idea]) having[word].emplace_back(idea, value);
    neighbours found(texts.size());
    for (const auto idea : ideas.categorised) {
        std::vector<double> alike(texts.size());
        for (const auto& [word, value] : vectors[idea])
            for (const auto& [other, its] : having[word]) alike[other] += value * its;
        for (const auto other : ideas.categorised)
            if (other != idea && (!found[idea] || alike[other] > alike[*found[idea]] + 1e-12)) found[idea] = other;
    }
    return found;
}

double agreement(const coded_ideas& ideas, const neighbours& found) {
    double sum = 0;
    for (const auto idea : ideas.categorised) {
        if (!found[idea]) continue;
        const auto& one = ideas.categories[idea];
        const auto& other = ideas.categories[*found[idea]];
        sum += static_cast<double>((one & other).count()) / static_cast<double>((one | other).count());
    }
    return sum / static_cast<double>(ideas.categorised.size());
}

}  // namespace klartext::testing
