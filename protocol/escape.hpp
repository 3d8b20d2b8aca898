#pragma once
#include <string>
#include <string_view>

namespace klartext::protocol {

/// For the text and the quoted attribute values of HTML, SVG and XML. Control characters that no such document may
/// hold become U+FFFD, as do bytes that are not UTF-8; tab and line breaks stay.
[[nodiscard]] std::string escaped(std::string_view utf8);

/// The same replacements and no escaping, for libraries that escape by themselves.
[[nodiscard]] std::string sound(std::string_view utf8);

}  // namespace klartext::protocol
