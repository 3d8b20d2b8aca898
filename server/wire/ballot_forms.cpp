#include "wire/forms.hpp"
#include "wire/spelling.hpp"

namespace klartext::wire {

choice_body json_form<domain::single_choice_ballot>::make(const domain::single_choice_ballot& ballot) {
    if (!ballot.choice) return {};
    return {{name_of_item(*ballot.choice)}};
}

bool json_form<domain::single_choice_ballot>::take(body from, domain::single_choice_ballot& to, std::string& where) {
    where = "/choice";
    to.choice.reset();
    if (from.choice.value) to.choice = item_of(*from.choice.value);
    return to.choice.has_value() == from.choice.value.has_value();
}

dots_body json_form<domain::dots_ballot>::make(const domain::dots_ballot& ballot) {
    dots_body body;
    for (const auto& [item, dots] : ballot.dots) body.dots.emplace(name_of_item(item), dots);
    return body;
}

bool json_form<domain::dots_ballot>::take(body from, domain::dots_ballot& to, std::string& where) {
    where = "/dots/*";
    for (const auto& [name, dots] : from.dots) {
        const auto item = item_of(name);
        if (!item) return false;
        to.dots.emplace(*item, dots);
    }
    return true;
}

stances_body json_form<domain::agree_disagree_ballot>::make(const domain::agree_disagree_ballot& ballot) {
    stances_body body;
    for (const auto& [item, stance] : ballot.stances)
        body.stances.emplace(name_of_item(item), static_cast<int>(stance));
    return body;
}

bool json_form<domain::agree_disagree_ballot>::take(body from, domain::agree_disagree_ballot& to, std::string& where) {
    where = "/stances/*";
    for (const auto& [name, stance] : from.stances) {
        const auto item = item_of(name);
        if (!item || stance < -1 || stance > 1) return false;
        to.stances.emplace(*item, static_cast<domain::stance>(stance));
    }
    return true;
}

}  // namespace klartext::wire
