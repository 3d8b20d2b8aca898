#include "protocol/methods/talk.hpp"

#include <algorithm>

#include "protocol/texts.hpp"

namespace klartext::protocol {

void add_talk(std::vector<disputed> all, language in, std::vector<addition>& to) {
    constexpr std::size_t most = 8;
    if (all.empty()) return;
    std::ranges::stable_sort(all, std::greater(), &disputed::dissent);
    bullets listed;
    for (std::size_t at = 0; at < std::min(all.size(), most); ++at)
        listed.items.push_back(
            text_of(in, "talk.item", {{"item", all[at].text}, {"dissent", decimal_of(in, all[at].dissent, 2)}}));
    std::vector<std::string> words{text_of(in, "talk.why")};
    if (all.size() > most) words.push_back(counted(in, "talk.more", static_cast<int>(all.size() - most)));
    to.push_back({text_of(in, "talk"), std::move(words), std::move(listed), addition::where::documents});
}

}  // namespace klartext::protocol
