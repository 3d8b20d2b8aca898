#include "letterbox/stamps.hpp"

#include "crypto/crypto.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <span>
#include <vector>

namespace klartext::letterbox {
namespace {

constexpr std::size_t half = 16;

crypto::digest key_of(const stamp_key& key, const slot& slot) {
    return crypto::hmac_sha256(key, crypto::bytes_of(slot.name));
}

crypto::digest keyed(const crypto::digest& key, std::string_view purpose, crypto::byte_view message) {
    std::vector<std::uint8_t> bytes(purpose.begin(), purpose.end());
    bytes.insert(bytes.end(), message.begin(), message.end());
    return crypto::hmac_sha256(key, bytes);
}

crypto::byte_view drawn_half(const stamp& whole) { return crypto::byte_view(whole).first(half); }

crypto::digest seal(const crypto::digest& slot_key, crypto::byte_view drawn) { return keyed(slot_key, "seal", drawn); }

}  // namespace

slot round_slot(int number) { return {fmt::format("klartext/round/{}", number)}; }

slot second_round_slot(int number) { return {fmt::format("klartext/second-round/{}", number)}; }

slot entry_slot(const domain::activity_id& activity, int batch) {
    return {fmt::format("klartext/entries/{}/{}", batch, activity.text)};
}

slot card_slot(const domain::activity_id& activity) { return {fmt::format("klartext/cards/{}", activity.text)}; }

slot address_slot() { return {"klartext/address"}; }

slot sign_up_slot(const domain::activity_id& activity) { return {fmt::format("klartext/sign-up/{}", activity.text)}; }

slot up_vote_slot(const domain::activity_id& activity) { return {fmt::format("klartext/up-vote/{}", activity.text)}; }

slot sheet_slot(const domain::activity_id& activity, int turn) {
    return {fmt::format("klartext/sheet/{}/{}", turn, activity.text)};
}

stamp make_stamp(const stamp_key& key, const slot& slot, const secret& seat, int number) {
    const auto slot_key = key_of(key, slot);
    const auto drawn = keyed(slot_key, fmt::format("draw/{}/", number), seat);
    stamp made{};
    std::ranges::copy(std::span(drawn).first<half>(), made.begin());
    const auto sealed = seal(slot_key, drawn_half(made));
    std::ranges::copy(std::span(sealed).first<half>(), made.begin() + half);
    return made;
}

bool is_valid(const stamp_key& key, const slot& slot, const stamp& shown) {
    const auto expected = seal(key_of(key, slot), drawn_half(shown));
    return crypto::constant_time_equal(std::span(expected).first<half>(), std::span(shown).last<half>());
}

domain::stamp_hash hash_of(const stamp& used) { return {crypto::sha256(used)}; }

domain::seat_hash seat_hash_of(const secret& seat) { return {crypto::sha256(seat)}; }

domain::edit_hash edit_hash_of(const secret& entry) { return {crypto::sha256(entry)}; }

}  // namespace klartext::letterbox
