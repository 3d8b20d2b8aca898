#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes as one HTML file that needs nothing else: no script, no request, style and charts inside. For the
/// screen (light, dark, from 320 pixels) and for A4. A content security policy of the server must allow inline <style>.
[[nodiscard]] std::string to_html(const minutes&);

}  // namespace klartext::protocol
