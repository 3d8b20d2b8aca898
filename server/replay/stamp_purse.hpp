#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::replay {

/// The stamps that one seat has drawn and not used up.
class stamp_purse {
public:
    /// STAMPS as the server answers them. Drawing again must give the same stamps: true if it did and the answer
    /// could be read. `asked_for` notes which activities took part in the answer.
    [[nodiscard]] bool add(std::string_view stamps_json);

    /// The next entry stamp for an activity, for good.
    [[nodiscard]] std::optional<std::string> take(const std::string& activity);
    /// Whether its cards take stamps of their own; known once stamps were drawn while it was open.
    [[nodiscard]] bool limits_cards(const std::string& activity) const { return cards_.contains(activity); }
    /// The next card stamp, for good; none when the limit is reached.
    [[nodiscard]] std::optional<std::string> take_card(const std::string& activity);
    [[nodiscard]] std::optional<std::string> round(std::size_t slot) const;
    /// None for a seat that came after the first round was closed.
    [[nodiscard]] std::optional<std::string> second_round(std::size_t slot) const;
    [[nodiscard]] std::optional<std::string> up_votes(const std::string& activity) const;
    [[nodiscard]] std::optional<std::string> sign_up(const std::string& activity) const;

    struct sheet_stamp {
        int turn = 0;
        std::string stamp;
    };
    /// For the turn that ran when stamps were drawn last.
    [[nodiscard]] std::optional<sheet_stamp> sheet(const std::string& activity) const;
    [[nodiscard]] const std::string& address() const { return address_; }

    /// Highest batch per activity, from which to draw on.
    [[nodiscard]] const std::map<std::string, int>& batches() const { return batches_; }
    /// Whether the last answer held stamps for this activity: it is open and takes entries.
    [[nodiscard]] bool last_answer_named(const std::string& activity) const;

private:
    std::vector<std::string> rounds_;
    std::map<std::size_t, std::string> second_rounds_;  ///< kept, although later answers lack them
    std::string address_;
    std::map<std::string, int> batches_;
    std::map<std::string, std::vector<std::string>> newest_;
    std::map<std::string, std::deque<std::string>> unused_;
    std::map<std::string, std::vector<std::string>> cards_;
    std::map<std::string, std::size_t> cards_taken_;
    std::map<std::string, std::string> up_votes_, sign_ups_;
    std::map<std::string, std::map<int, std::string>> sheets_;  ///< by activity and turn
    std::vector<std::string> named_;
};

}  // namespace klartext::replay
