#include "mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "mail/encodings.hpp"

namespace klartext::mail {
namespace {

/// Own names, because a mail's date is English whatever the locale of the process.
std::string date_header(moment at) {
    using namespace std::chrono;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = floor<std::chrono::days>(at);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(at - midnight));
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", days[weekday(midnight).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string mailbox(const sender& from) {
    const auto address = "<" + from.address.text() + ">";
    if (from.name.empty()) return address;
    const bool is_phrase = std::ranges::all_of(from.name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
    });
    // Punctuation would need quoting; as an encoded word it needs none.
    return (is_phrase ? header_words(from.name) : encoded_words(from.name)) + " " + address;
}

const std::string& checked_media_type(const std::string& type) {
    const bool printable = std::ranges::all_of(type, [](char c) { return c >= 32 && c < 127; });
    if (!printable || type.find('/') == std::string::npos) throw std::invalid_argument("malformed media type");
    return type;
}

std::string text_part(std::string_view subtype, std::string_view text) {
    return fmt::format("Content-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}",
                       subtype, quoted_printable(text));
}

std::string attached(const attachment& part) {
    return fmt::format(
        "Content-Type: {}\r\nContent-Disposition: attachment{}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        checked_media_type(part.media_type), file_name_parameters(part.name), base64_lines(part.content));
}

/// Neither base64 nor quoted-printable can contain "=_", so no content can look like this border.
std::string multipart(std::string_view subtype, std::string_view name, const std::vector<std::string>& parts) {
    const auto border = fmt::format("=_{}_{}", subtype, name);
    auto out = fmt::format("Content-Type: multipart/{};\r\n boundary=\"{}\"\r\n\r\n", subtype, border);
    for (const auto& part : parts) out += fmt::format("--{}\r\n{}\r\n", border, part);
    return out + fmt::format("--{}--\r\n", border);
}

std::string body(std::string_view name, const outgoing& mail) {
    auto readable = multipart("alternative", name, {text_part("plain", mail.text), text_part("html", mail.html)});
    if (mail.attachments.empty()) return readable;
    std::vector<std::string> parts{std::move(readable)};
    for (const auto& part : mail.attachments) parts.push_back(attached(part));
    return multipart("mixed", name, parts);
}

}  // namespace

std::string name_of(const mail_id& id) { return fmt::format("{:02x}", fmt::join(id.bytes, "")); }

std::string compose(const mail_id& id, const sender& from, const mail_address& to, const outgoing& mail, moment at) {
    const auto name = name_of(id);
    return fmt::format(
        "Date: {}\r\nFrom: {}\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\nAuto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n{}",
        date_header(at), mailbox(from), to.text(), header_words(mail.subject), name, from.address.domain(),
        body(name, mail));
}

}  // namespace klartext::mail
