#include "protocol/ties.hpp"

#include <algorithm>

#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

constexpr std::size_t most_places = 3, most_items = 3;

struct shared_place {
    std::size_t place = 1;
    items by = {};
};

bool judged_by_somebody(const vote& voted, const vote_item& item) {
    return method_of(voted).weight(voted, item).part != judged_by_nobody.part;
}

std::vector<shared_place> shared_places(const vote& voted) {
    std::vector<shared_place> places;
    const auto sorted = ranked(voted);
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        if (!judged_by_somebody(voted, *sorted[at])) break;
        if (at > 0 && tied(voted, *sorted[at - 1], *sorted[at])) {
            places.back().by.push_back(sorted[at]);
        } else {
            places.push_back({at + 1, {sorted[at]}});
        }
    }
    std::erase_if(places, [](const auto& each) { return each.by.size() < 2; });
    return places;
}

std::string in_words(const shared_place& of, language in) {
    const auto place = number_of(in, static_cast<long long>(of.place));
    if (of.by.size() > most_items)
        return text_of(in, "tie.many", {{"place", place}, {"n", number_of(in, static_cast<long long>(of.by.size()))}});
    std::vector<std::string> names;
    for (const auto* item : of.by) names.push_back(quoted(*item, in));
    return text_of(in, "tie.named", {{"place", place}, {"items", enumerated(names, in)}});
}

}  // namespace

std::string ties_in_words(const vote& voted, language in) {
    const auto& by = method_of(voted);
    if (!by.orders() || voted.items.size() < 2) return {};
    if (by.ahead(voted, *ranked(voted).front(), in).empty()) return {};
    const auto places = shared_places(voted);
    if (places.empty()) return text_of(in, "tie.none");
    if (places.size() > most_places) return counted(in, "tie.places", static_cast<int>(places.size()));
    std::string words;
    for (const auto& each : places) words += (words.empty() ? "" : " ") + in_words(each, in);
    return words;
}

}  // namespace klartext::protocol
