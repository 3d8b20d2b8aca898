#pragma once
#include "letterbox/drawing.hpp"
#include "letterbox/letterbox.hpp"
#include "unit/live/rehearsal.hpp"

/// A letterbox before a session of the rehearsal, with seats that draw stamps and an address book in memory.
namespace klartext::letterbox::testing {

using live::testing::heard;
using live::testing::the_session;

inline secret secret_nr(std::uint8_t n) {
    secret made{};
    made.fill(n);
    return made;
}

struct fake_address_book : address_book {
    std::map<domain::session_id, stamp_key> closed;
    std::vector<std::pair<domain::stamp_hash, std::string>> left;
    int asked = 0;
    bool unreadable = false;

    void closed_key(const domain::session_id& id, std::function<void(const key_or_answer&)> then) override {
        ++asked;
        if (unreadable) return then(live::kept_by_sender{});
        const auto found = closed.find(id);
        if (found == closed.end()) return then(rejection::address_too_late);
        then(found->second);
    }
    void leave(const domain::session_id&, const domain::stamp_hash& stamp, std::string mail, reply then) override {
        left.emplace_back(stamp, std::move(mail));
        then(live::received{});
    }
};

struct fake_sign_up_list : sign_up_list {
    struct kept {
        domain::stamp_hash stamp;
        std::uint32_t counter = 0;
        domain::sign_up who;
    };
    std::vector<kept> all;

    void put(const domain::session_id&, const domain::stamp_hash& stamp, std::uint32_t counter, domain::sign_up who,
             reply then) override {
        all.push_back({stamp, counter, std::move(who)});
        then(live::received{});
    }
    void holds(const domain::session_id&, const domain::activity_id& activity, const domain::stamp_hash& stamp,
               std::uint32_t counter, std::function<void(std::optional<bool>)> then) override {
        then(readable ? std::optional(std::ranges::any_of(all,
                                                          [&](const kept& each) {
                                                              return each.stamp == stamp &&
                                                                     each.who.activity == activity &&
                                                                     each.counter >= counter;
                                                          }))
                      : std::nullopt);
    }
    bool readable = true;
};

struct post_office : live::testing::rehearsal {
    live::registry sessions{around()};
    fake_address_book addresses;
    fake_sign_up_list names;
    letterbox door{sessions, addresses, names};

    void SetUp() override { set_up(running()); }

    /// Seats 1 and 2 are admitted.
    void set_up(live::stored_session stored) {
        for (const std::uint8_t n : {1, 2}) stored.seats.insert(seat_hash_of(secret_nr(n)));
        store.disk[the_session] = std::move(stored);
        sessions.list({the_session, "ABCD1234", {}});
        sessions.with_session(the_session, [this](std::shared_ptr<live::live_session> each) { session = each; });
        read();
    }

    drawn_stamps drawn(std::uint8_t seat = 1) { return draw(*session, secret_nr(seat), {}).value(); }
    stamp entry_stamp(std::uint8_t seat = 1, std::size_t number = 0) {
        return drawn(seat).entries.at(0).stamps.at(number);
    }

    static entry card(std::uint8_t n, const stamp& with, std::string text = "Mehr Bäume") {
        return {{"ideas"},       with, domain::entry_nr(n), edit_hash_of(secret_nr(n)),
                std::move(text), "",   std::nullopt,        ""};
    }

    /// What the sender hears before the disk has answered.
    heard drop(decltype(envelope::content) content, const domain::session_id& where = the_session) {
        const auto said = std::make_shared<std::string>("nothing");
        door.drop({where, std::move(content)}, [said](const answer& given) { *said = spelled(given); });
        run();
        return said;
    }
    /// What the sender hears in the end.
    std::string sent(decltype(envelope::content) content) {
        const auto said = drop(std::move(content));
        while (!store.commits.empty()) commit();
        return *said;
    }
    const domain::activity& ideas() { return on_disk().state.agenda.at(0); }
    const domain::activity& vote() { return on_disk().state.agenda.at(1); }

    static std::string spelled(const answer& given) {
        if (const auto* rejected = std::get_if<rejection>(&given)) switch (*rejected) {
                case rejection::unknown_session: return "unknown_session";
                case rejection::stamp_invalid: return "stamp_invalid";
                case rejection::mail_invalid: return "mail_invalid";
                case rejection::address_too_late: return "address_too_late";
                case rejection::minutes_already_sent: return "minutes_already_sent";
            }
        if (const auto* refused = std::get_if<domain::refusal>(&given)) {
            if (*refused == domain::refusal::not_the_writer) return "not_the_writer";
            if (*refused == domain::refusal::stamp_spent) return "stamp_spent";
            if (*refused == domain::refusal::not_this_turn) return "not_this_turn";
            if (*refused == domain::refusal::unknown_activity) return "unknown_activity";
            if (*refused == domain::refusal::wrong_kind) return "wrong_kind";
            if (*refused == domain::refusal::unknown_section) return "unknown_section";
            return live::testing::spelled(*refused);
        }
        if (const auto* given_out = std::get_if<sheet>(&given)) return "sheet " + std::to_string(given_out->number);
        return std::holds_alternative<live::received>(given) ? "received" : "kept_by_sender";
    }
};

}  // namespace klartext::letterbox::testing
