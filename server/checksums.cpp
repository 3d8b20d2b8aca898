#include "checksums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "crypto/codes.hpp"

namespace klartext {
namespace {

constexpr std::string_view scheme = "klartext-ed25519";
constexpr std::size_t digits = 64;
constexpr std::string_view gap = "  ";

bool is_printed_apart(char each) {
    const auto byte = static_cast<unsigned char>(each);
    return byte < 0x20 || byte == 0x7f || each == '\\';
}

bool is_step(std::string_view part) { return !part.empty() && part != "." && part != ".."; }

bool stays_in_the_folder(std::string_view name) {
    for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/')) {
        if (!is_step(name.substr(0, slash))) return false;
        name.remove_prefix(slash + 1);
    }
    return is_step(name);
}

bool can_be_listed(std::string_view name) {
    return stays_in_the_folder(name) && std::none_of(name.begin(), name.end(), is_printed_apart);
}

[[noreturn]] void refuse_line(std::size_t number, std::string_view what) {
    throw std::runtime_error(fmt::format("{} line {}: {}", checksums_name, number, what));
}

checksum read_line(std::string_view line, std::size_t number) {
    const auto hash = crypto::sized<32>(crypto::hex_decode(line.substr(0, digits)));
    if (!hash) refuse_line(number, "does not begin with 64 lower case hex digits");
    line.remove_prefix(digits);
    if (!line.starts_with(gap)) refuse_line(number, "has no two spaces after the digits");
    line.remove_prefix(gap.size());
    if (!can_be_listed(line)) refuse_line(number, "has no name of a file inside the folder");
    return {std::string(line), *hash};
}

}  // namespace

std::string write_checksums(std::span<const named_content> files) {
    if (files.empty()) throw std::invalid_argument("there is no file to list");
    std::vector<named_content> sorted(files.begin(), files.end());
    std::ranges::sort(sorted, {}, &named_content::name);
    const auto twice = std::ranges::adjacent_find(sorted, {}, &named_content::name);
    if (twice != sorted.end()) throw std::invalid_argument(fmt::format("{} would be listed twice", twice->name));
    std::string text;
    for (const auto& [name, content] : sorted) {
        if (!can_be_listed(name)) throw std::invalid_argument(fmt::format("\"{}\" cannot be listed", name));
        text += fmt::format("{}{}{}\n", crypto::hex_encode(crypto::sha256(crypto::bytes_of(content))), gap, name);
    }
    return text;
}

std::string checksums_of(std::span<const protocol::document> documents) {
    std::vector<named_content> files;
    for (const auto& each : documents) files.push_back({each.name, each.content});
    return write_checksums(files);
}

std::vector<checksum> read_checksums(std::string_view text) {
    std::vector<checksum> listed;
    while (!text.empty()) {
        const auto number = listed.size() + 1;
        const auto end = text.find('\n');
        if (end == std::string_view::npos) refuse_line(number, "does not end: the file is cut off");
        auto line = read_line(text.substr(0, end), number);
        if (!listed.empty() && line.name <= listed.back().name)
            refuse_line(number, "is out of order: each name stands once, sorted");
        listed.push_back(std::move(line));
        text.remove_prefix(end + 1);
    }
    if (listed.empty()) throw std::runtime_error(fmt::format("{} is empty", checksums_name));
    return listed;
}

std::string write_signature(const crypto::signing_key& key, std::string_view checksums) {
    return fmt::format("{} {} {}\n", scheme, crypto::text_of(key.public_half()),
                       crypto::base64url_encode(key.sign(crypto::bytes_of(checksums))));
}

signature_of_checksums read_signature(std::string_view text) {
    const auto refuse = [](std::string_view what) {
        throw std::runtime_error(fmt::format("{}: {}", signature_name, what));
    };
    if (!text.ends_with('\n') || text.find('\n') + 1 != text.size()) refuse("is not one line with its end");
    text.remove_suffix(1);
    if (!text.starts_with(scheme) || !text.substr(scheme.size()).starts_with(' '))
        refuse(fmt::format("does not begin with {}: made by something else or a newer version", scheme));
    text.remove_prefix(scheme.size() + 1);
    const auto space = std::min(text.find(' '), text.size());
    const auto key = crypto::sized<32>(crypto::base64url_decode(text.substr(0, space)));
    if (!key) refuse("has no public key of 43 characters");
    text.remove_prefix(std::min(space + 1, text.size()));
    const auto made = crypto::sized<64>(crypto::base64url_decode(text));
    if (!made) refuse("has no signature of 86 characters");
    return {*key, *made};
}

}  // namespace klartext
