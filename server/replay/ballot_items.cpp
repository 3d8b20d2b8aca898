#include "replay/ballot_items.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"

namespace klartext::replay {
namespace {

using nlohmann::json;

/// Fields whose texts name items; those of the others, as of "other", are what somebody wrote.
bool names_items(const std::string& field) {
    return field == "choice" || field == "chosen" || field == "approved" || field == "ranking" ||
           field == "cannotJudge";
}

/// Puts numbers in the place of names, and counts what is named.
struct numbering {
    const item_lookup& lookup;
    std::size_t found = 0;
    std::size_t left_out = 0;

    std::optional<std::string> number_of(const std::string& name) {
        auto number = lookup(name);
        ++(number ? found : left_out);
        return number;
    }

    /// Nothing if it was one item that is gone.
    std::optional<json> numbered(const std::string& field, const json& value) {
        if (value.is_object()) return numbered_keys(value);
        if (!names_items(field)) return value;
        if (value.is_array()) return numbered_list(value);
        const auto number = value.is_string() ? number_of(value.get<std::string>()) : std::nullopt;
        return number ? std::optional(json(std::stoi(*number))) : std::nullopt;
    }

    json numbered_keys(const json& named) {
        auto made = json::object();
        for (const auto& [name, value] : named.items())
            if (const auto number = number_of(name)) made[*number] = value;
        return made;
    }

    json numbered_list(const json& named) {
        auto made = json::array();
        for (const auto& name : named) {
            const auto number = name.is_string() ? number_of(name.get<std::string>()) : std::nullopt;
            if (number) made.push_back(std::stoi(*number));
        }
        return made;
    }
};

}  // namespace

std::map<std::string, std::string> match_items(std::vector<votable_entry> entries, const std::vector<item>& items) {
    std::ranges::sort(entries, {}, &votable_entry::id);
    std::map<std::string, std::vector<std::string>> refs_by_text;
    for (auto& entry : entries) refs_by_text[std::string(domain::trimmed(entry.text))].push_back(std::move(entry.ref));

    std::map<std::string, std::size_t> taken;
    std::map<std::string, std::string> numbers;
    for (const auto& item : items) {
        const auto text = std::string(domain::trimmed(item.text));
        const auto found = refs_by_text.find(text);
        if (found == refs_by_text.end() || taken[text] == found->second.size()) continue;
        numbers[found->second[taken[text]++]] = item.id;
    }
    return numbers;
}

translated_ballot translate_ballot(const std::string& ballot, const item_lookup& lookup) {
    numbering names{lookup};
    auto made = json::object();
    const auto parsed = json::parse(ballot);
    for (const auto& [field, value] : parsed.items())
        if (auto numbered = names.numbered(field, value)) made[field] = std::move(*numbered);
    // A ballot that named nothing is an abstention; one whose items are all gone is no ballot.
    if (names.found == 0 && names.left_out > 0) return {std::nullopt, names.left_out};
    return {made.dump(), names.left_out};
}

}  // namespace klartext::replay
