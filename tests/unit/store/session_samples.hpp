#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "live/session_store.hpp"

namespace klartext::store::testing {

/// Sessions full of everything that can be stored, the same ones for the same seed.
class samples {
public:
    explicit samples(std::uint32_t seed) : dice_(seed) {}

    /// German, Hebrew, emoji, markup, line breaks, nothing at all; at times 4,000 code points.
    std::string text();
    /// Of a phase of its own choice; seats and keys unless it is closed.
    live::stored_session session();
    domain::entry entry();
    domain::ballot ballot(int items);
    domain::kept_up_votes up_votes();
    domain::activity activity(const std::string& id);

    int number(int lowest, int highest) { return std::uniform_int_distribution(lowest, highest)(dice_); }
    bool coin() { return number(0, 1) == 1; }
    template <class Id>
    Id id() {
        Id made;
        for (auto& byte : made.bytes) byte = static_cast<std::uint8_t>(number(0, 255));
        return made;
    }
    std::mt19937& dice() { return dice_; }

private:
    domain::activity_plan plan();
    domain::vote_plan vote();
    domain::collect_plan collect();
    domain::item_source source();
    domain::measure measure();
    domain::session_head head();

    std::mt19937 dice_;
};

/// An entry that says this and nothing else.
domain::entry card(const std::string& text);

/// Every row of a session, one batch.
live::session_rows rows_of(const live::stored_session&);

/// The rows dealt out over so many batches. Every row occurs once.
std::vector<live::session_rows> dealt(const live::session_rows&, std::size_t batches, std::mt19937&);

/// A running session with one open collecting activity "ideen".
live::stored_session running_session(samples&);

}  // namespace klartext::store::testing
