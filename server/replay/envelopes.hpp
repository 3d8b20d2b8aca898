#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The JSON that a participant sends, as docs/api describes it.
namespace klartext::replay {

/// 32 random bytes in base64url, as seats and entries have them.
[[nodiscard]] std::string new_secret();
/// 16 random bytes in hexadecimal.
[[nodiscard]] std::string new_id();
/// A spelling of a stamp that no server ever gave out.
[[nodiscard]] std::string no_stamp();

struct entry_content {
    std::string id, secret, text;
    std::optional<std::string> section;
    std::optional<std::string> kind;
    std::optional<std::string> on;  ///< id of the entry that this comments on
};

/// Session and activity that an envelope is for.
struct place {
    std::string session, activity;
};

[[nodiscard]] std::string entry_envelope(const place&, const std::string& stamp, const entry_content&);
[[nodiscard]] std::string edit_envelope(const place&, const std::string& entry, const std::string& secret,
                                        std::uint32_t counter, const std::string& text);
[[nodiscard]] std::string withdraw_envelope(const place&, const std::string& entry, const std::string& secret,
                                            std::uint32_t counter);
/// `ballot` is JSON.
[[nodiscard]] std::string ballot_envelope(const place&, const std::string& stamp, std::uint32_t counter,
                                          const std::string& ballot);
/// `entries` by their ids.
[[nodiscard]] std::string up_votes_envelope(const place&, const std::string& stamp, std::uint32_t counter,
                                            const std::vector<std::string>& entries);
[[nodiscard]] std::string sheet_envelope(const place&, const std::string& stamp, int turn, const std::vector<int>& had);

struct name_content {
    std::string name;
    std::optional<std::string> contact;
    std::vector<int> items;
};
[[nodiscard]] std::string sign_up_envelope(const place&, const std::string& stamp, std::uint32_t counter,
                                           const name_content&);
[[nodiscard]] std::string address_envelope(const std::string& session, const std::string& stamp,
                                           const std::string& mail);

/// A new entry without its stamp, as the desk writes it.
[[nodiscard]] std::string new_entry(const entry_content&);

/// The field of a JSON object that is a string; empty if there is none.
[[nodiscard]] std::string text_field(std::string_view json, const char* field);

}  // namespace klartext::replay
