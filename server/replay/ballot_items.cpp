#include "replay/ballot_items.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"

namespace klartext::replay {
namespace {

using nlohmann::json;

translated_ballot translate_choice(const json& chosen, const item_lookup& lookup) {
    if (chosen.is_null()) return {json{{"choice", nullptr}}.dump(), 0};
    const auto number = lookup(chosen.get_ref<const std::string&>());
    if (!number) return {std::nullopt, 1};
    return {json{{"choice", *number}}.dump(), 0};
}

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
    const auto parsed = json::parse(ballot);
    const auto& method = parsed.begin().key();
    const auto& content = parsed.begin().value();
    if (method == "choice") return translate_choice(content, lookup);
    translated_ballot made;
    json numbered = json::object();
    for (const auto& [name, value] : content.items()) {
        if (const auto number = lookup(name))
            numbered[*number] = value;
        else
            ++made.left_out;
    }
    // A ballot that named nothing is an abstention; one whose items are all gone is no ballot.
    if (numbered.empty() && made.left_out > 0) return made;
    made.json = json{{method, std::move(numbered)}}.dump();
    return made;
}

}  // namespace klartext::replay
