#pragma once
#include "letterbox/letterbox.hpp"
#include "session_lifecycle.hpp"
#include "store/mail_store.hpp"

namespace klartext {

/// Takes addresses for the minutes from the letterbox to the place where they are kept, apart from all content. Where
/// too many wait for that, they stay with their senders.
class mail_addresses final : public letterbox::address_book {
public:
    /// `wake_mailer` is called on a worker when an address was left.
    mail_addresses(store::mail_store&, places_to_run, std::function<void()> wake_mailer);

    void closed_key(const domain::session_id&, std::function<void(const key_or_answer&)> then) override;
    void leave(const domain::session_id&, const domain::stamp_hash&, std::string mail, letterbox::reply) override;

private:
    [[nodiscard]] key_or_answer find_key(const domain::session_id&);
    [[nodiscard]] letterbox::answer leave_now(const domain::session_id&, const domain::stamp_hash&,
                                              const std::string& mail);

    store::mail_store& mails_;
    places_to_run run_;
    std::function<void()> wake_mailer_;
};

}  // namespace klartext
