#pragma once
#include <string>
#include <string_view>

/// How bytes travel in mail. Lines end with CR LF and are at most 76 characters long.
namespace klartext::mail {

[[nodiscard]] std::string base64(std::string_view);        ///< RFC 4648, one line
[[nodiscard]] std::string base64_lines(std::string_view);  ///< RFC 2045, 6.8

/// RFC 2045, 6.7, for text: any line end becomes CR LF. The result never contains "=_".
[[nodiscard]] std::string quoted_printable(std::string_view);

/// RFC 2047: the text of a header field. Control characters become spaces, so no header can be smuggled in. Short plain
/// ASCII stays as it is; everything else becomes folded B-words cut at UTF-8 borders.
[[nodiscard]] std::string header_words(std::string_view);
[[nodiscard]] std::string encoded_words(std::string_view);  ///< the same, encoded in any case

/// RFC 2231: `; filename="ascii"` and, where that loses something, `; filename*=UTF-8''...` before it.
/// Control characters, slashes, backslashes and quotes become "_"; longer than 200 bytes is cut at a UTF-8 border.
[[nodiscard]] std::string file_name_parameters(std::string_view);

}  // namespace klartext::mail
