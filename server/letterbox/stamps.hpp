#pragma once
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// A stamp is the right to drop one envelope. It is made from a key of the session and the secret of a seat, by a
/// one-way function, and checked with the key alone: the server keeps no list of who was given which.
///
/// A stamp is 16 bytes drawn from the seat's secret followed by 16 bytes of seal over them (both HMAC-SHA-256, RFC
/// 2104, cut to 128 bits, under a key of the slot). Drawing again gives the same stamp, so that a lost reply costs
/// nothing and no seat ever holds two stamps for one slot.
namespace klartext::letterbox {

using stamp = std::array<std::uint8_t, 32>;
using secret = std::array<std::uint8_t, 32>;  ///< of a seat or an entry; made by the browser
using stamp_key = std::array<std::uint8_t, 32>;

/// What a stamp is good for. Two slots with different names share no stamp.
struct slot {
    std::string name;
};

[[nodiscard]] slot round_slot(int number);
[[nodiscard]] slot second_round_slot(int number);
[[nodiscard]] slot entry_slot(const domain::activity_id&, int batch);
/// Of cards alone, where they are limited to so many per person; comments there take entry stamps.
[[nodiscard]] slot card_slot(const domain::activity_id&);
[[nodiscard]] slot address_slot();
[[nodiscard]] slot sign_up_slot(const domain::activity_id&);
[[nodiscard]] slot up_vote_slot(const domain::activity_id&);
/// For a sheet of brainwriting, of this turn.
[[nodiscard]] slot sheet_slot(const domain::activity_id&, int turn);

/// Stamp number `number` (from 0) of a seat in a slot.
[[nodiscard]] stamp make_stamp(const stamp_key&, const slot&, const secret& seat, int number);

/// True if it was made with this key for this slot, whoever holds it.
[[nodiscard]] bool is_valid(const stamp_key&, const slot&, const stamp&);

/// What is kept of a used stamp.
[[nodiscard]] domain::stamp_hash hash_of(const stamp&);

/// What is kept of a seat, and what the server knows of an entry's edit secret.
[[nodiscard]] domain::seat_hash seat_hash_of(const secret&);
[[nodiscard]] domain::edit_hash edit_hash_of(const secret&);

}  // namespace klartext::letterbox
