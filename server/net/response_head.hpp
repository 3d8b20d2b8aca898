#pragma once
#include "net/http_message.hpp"

#include <chrono>
#include <string>

namespace klartext::net {

/// Status line and headers up to the empty line, the standing security headers included: nosniff, a policy that allows
/// nothing foreign, no referrer, no-store. A header that the response brings replaces the standing one of its name.
[[nodiscard]] std::string response_head(const http_response&, bool keep_alive,
                                        std::chrono::system_clock::time_point now);

}  // namespace klartext::net
