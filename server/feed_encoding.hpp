#pragma once
#include "live/feed_hub.hpp"

namespace klartext {

/// Lets live sessions speak the wire without knowing it.
class feed_encoding final : public live::feed_encoder {
public:
    std::string snapshot(const domain::session_id&, const std::string& code, const domain::session_state&,
                         const live::head_count&, domain::audience, const live::feed_position&) const override;
    std::optional<live::encoded_update> update(const domain::session_state&, std::span<const domain::change>,
                                               const live::head_count&, domain::audience,
                                               const live::feed_position&) const override;
    std::optional<std::string> numbers(const live::head_count& before, const live::head_count& now, domain::audience,
                                       const live::feed_position&) const override;
};

}  // namespace klartext
