#include "tally/preflib.hpp"

#include "domain/methods/item_numbers.hpp"

#include <charconv>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace klartext::tally {
namespace {

/// What is wrong with the line at hand.
struct wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string_view without_spaces(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::size_t number(std::string_view text, const std::string& what) {
    text = without_spaces(text);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > most_ballots)
        throw wrong(what + " is \"" + std::string(text) + "\", not a number from 1 to " + std::to_string(most_ballots));
    return value;
}

class reader {
public:
    void take(std::string_view line);
    preflib_rankings whole();

private:
    void take_metadata(std::string_view line);
    void take_pile(std::string_view line);
    domain::ranking_ballot ballot_of(std::string_view line) const;

    preflib_rankings read_;
    std::optional<std::size_t> alternatives_, voters_;
};

void reader::take(std::string_view line) {
    line = without_spaces(line);
    if (line.empty()) return;
    if (line.front() == '#')
        take_metadata(without_spaces(line.substr(1)));
    else
        take_pile(line);
}

void reader::take_metadata(std::string_view line) {
    constexpr std::string_view name = "ALTERNATIVE NAME ";
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto key = line.substr(0, colon), value = without_spaces(line.substr(colon + 1));
    if (key == "NUMBER ALTERNATIVES") alternatives_ = number(value, "the number of alternatives");
    if (key == "NUMBER VOTERS") voters_ = number(value, "the number of voters");
    if (!key.starts_with(name)) return;
    if (number(key.substr(name.size()), "an alternative") != read_.alternatives.size() + 1)
        throw wrong("the names of the alternatives are not numbered 1, 2, 3 and so on");
    read_.alternatives.emplace_back(value);
}

domain::ranking_ballot reader::ballot_of(std::string_view line) const {
    if (line.find('{') != std::string_view::npos) throw wrong("alternatives that tie in a ballot cannot be counted");
    domain::ranking_ballot ballot;
    while (true) {
        const auto comma = line.find(',');
        const auto alternative = number(line.substr(0, comma), "an alternative");
        if (alternative > read_.alternatives.size())
            throw wrong("there is no alternative " + std::to_string(alternative));
        ballot.ranking.push_back(static_cast<int>(alternative) - 1);
        if (comma == std::string_view::npos) return ballot;
        line.remove_prefix(comma + 1);
    }
}

void reader::take_pile(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) throw wrong("this is no line \"how many: first, second, ...\"");
    const auto ballots = number(line.substr(0, colon), "how many ballots are the same");
    const auto ballot = ballot_of(line.substr(colon + 1));
    if (!domain::check_items(ballot.ranking, static_cast<int>(read_.alternatives.size())))
        throw wrong("the ballot names an alternative twice");
    if (read_.ballots.size() + ballots > most_ballots)
        throw wrong("these are more than " + std::to_string(most_ballots) + " ballots");
    read_.ballots.insert(read_.ballots.end(), ballots, ballot);
}

preflib_rankings reader::whole() {
    if (read_.alternatives.empty()) throw wrong("the file names no alternatives");
    if (alternatives_ && *alternatives_ != read_.alternatives.size())
        throw wrong("the file speaks of " + std::to_string(*alternatives_) + " alternatives and names " +
                    std::to_string(read_.alternatives.size()));
    if (voters_ && *voters_ != read_.ballots.size())
        throw wrong("the file speaks of " + std::to_string(*voters_) + " voters and holds " +
                    std::to_string(read_.ballots.size()) + " ballots");
    return std::move(read_);
}

}  // namespace

std::variant<preflib_rankings, unreadable> read_preflib(std::istream& file) {
    reader reader;
    std::size_t at = 0;
    try {
        for (std::string line; std::getline(file, line);) {
            ++at;
            reader.take(line);
        }
        at = 0;
        return reader.whole();
    } catch (const wrong& what) {
        return unreadable{at, what.what()};
    }
}

}  // namespace klartext::tally
