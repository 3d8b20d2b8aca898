#pragma once
#include "letterbox/letterbox.hpp"
#include "session_lifecycle.hpp"
#include "store/sign_up_store.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace klartext {

/// Takes the names of those who want to go on with a theme from the letterbox to the place where they are kept, apart
/// from all content. Where too many wait for that, they stay with their senders.
///
/// Called, and answers, on the sessions' thread.
class sign_up_names final : public letterbox::sign_up_list {
public:
    sign_up_names(store::sign_up_store&, places_to_run);

    void put(const domain::session_id&, const domain::stamp_hash&, std::uint32_t counter, domain::sign_up,
             letterbox::reply) override;
    void holds(const domain::session_id&, const domain::activity_id&, const domain::stamp_hash&, std::uint32_t counter,
               std::function<void(std::optional<bool>)>) override;

    /// Of one session, in no order; nothing if it cannot be read now.
    void list(const domain::session_id&, std::function<void(std::optional<std::vector<domain::sign_up>>)>);
    /// Erases who stands in an activity under exactly this name and contact, if anybody does; false if it could not.
    void remove(const domain::session_id&, const domain::sign_up& who, std::function<void(bool)>);

private:
    [[nodiscard]] letterbox::answer put_now(const domain::session_id&, const domain::stamp_hash&, std::uint32_t counter,
                                            const domain::sign_up&);

    store::sign_up_store& names_;
    places_to_run run_;
};

}  // namespace klartext
