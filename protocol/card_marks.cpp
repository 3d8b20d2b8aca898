#include "protocol/card_marks.hpp"

#include "protocol/writing.hpp"

namespace klartext::protocol {

std::vector<std::string> marks_of(const card& of) {
    std::vector<std::string> marks;
    for (const auto* each : {&of.kind, &of.votes, &of.answered, &of.section, &of.on_behalf})
        if (!each->empty()) marks.push_back(*each);
    return marks;
}

std::string line_of_marks(const card& of) {
    std::string line;
    for (auto& each : marks_of(of)) line += (line.empty() ? "" : " · ") + set_apart(std::move(each));
    return line;
}

std::string_view colour_of(card_tone tone) {
    switch (tone) {
        case card_tone::yellow: return "#a07400";
        case card_tone::green: return "#2e8b3d";
        case card_tone::red: return "#d13b3b";
        case card_tone::blue: return "#2f74d0";
        case card_tone::violet: return "#8a5bc9";
        case card_tone::grey: return "#6e7b82";
    }
    return {};
}

std::string_view name_of(card_tone tone) {
    switch (tone) {
        case card_tone::yellow: return "yellow";
        case card_tone::green: return "green";
        case card_tone::red: return "red";
        case card_tone::blue: return "blue";
        case card_tone::violet: return "violet";
        case card_tone::grey: return "grey";
    }
    return {};
}

const std::vector<card_tone>& all_tones() {
    static const std::vector<card_tone> all{card_tone::yellow, card_tone::green,  card_tone::red,
                                            card_tone::blue,   card_tone::violet, card_tone::grey};
    return all;
}

}  // namespace klartext::protocol
