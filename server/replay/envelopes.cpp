#include "replay/envelopes.hpp"

#include <nlohmann/json.hpp>

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"

namespace klartext::replay {
namespace {

using nlohmann::json;

std::string edit_hash(const std::string& secret) {
    const auto bytes = crypto::base64url_decode(secret);
    return crypto::base64url_encode(crypto::sha256(bytes.value()));
}

json content_of(const entry_content& content) {
    json entry = {{"id", content.id}, {"text", content.text}, {"editHash", edit_hash(content.secret)}};
    if (content.section) entry["section"] = *content.section;
    if (content.kind) entry["kind"] = *content.kind;
    if (content.on) entry["on"] = *content.on;
    return entry;
}

json addressed(const char* type, const place& to) {
    return {{"type", type}, {"session", to.session}, {"activity", to.activity}};
}

}  // namespace

std::string new_secret() { return crypto::base64url_encode(crypto::random_bytes<32>()); }
std::string new_id() { return crypto::hex_encode(crypto::random_bytes<16>()); }
std::string no_stamp() { return crypto::base64url_encode(std::array<std::uint8_t, 32>{}); }

std::string entry_envelope(const place& to, const std::string& stamp, const entry_content& content) {
    auto envelope = addressed("entry", to);
    envelope["stamp"] = stamp;
    envelope["entry"] = content_of(content);
    return envelope.dump();
}

std::string new_entry(const entry_content& content) { return content_of(content).dump(); }

std::string edit_envelope(const place& to, const std::string& entry, const std::string& secret, std::uint32_t counter,
                          const std::string& text) {
    auto envelope = addressed("edit", to);
    envelope["entry"] = entry;
    envelope["editSecret"] = secret;
    envelope["counter"] = counter;
    envelope["text"] = text;
    return envelope.dump();
}

std::string withdraw_envelope(const place& to, const std::string& entry, const std::string& secret,
                              std::uint32_t counter) {
    auto envelope = addressed("withdraw", to);
    envelope["entry"] = entry;
    envelope["editSecret"] = secret;
    envelope["counter"] = counter;
    return envelope.dump();
}

std::string ballot_envelope(const place& to, const std::string& stamp, std::uint32_t counter,
                            const std::string& ballot) {
    auto envelope = addressed("ballot", to);
    envelope["stamp"] = stamp;
    envelope["counter"] = counter;
    auto text = envelope.dump();
    // A whole ballot is long and is JSON already.
    text.back() = ',';
    return text + "\"ballot\":" + ballot + "}";
}

std::string up_votes_envelope(const place& to, const std::string& stamp, std::uint32_t counter,
                              const std::vector<std::string>& entries) {
    auto envelope = addressed("upVotes", to);
    envelope["stamp"] = stamp;
    envelope["counter"] = counter;
    envelope["entries"] = entries;
    return envelope.dump();
}

std::string sheet_envelope(const place& to, const std::string& stamp, int turn, const std::vector<int>& had) {
    auto envelope = addressed("sheet", to);
    envelope["stamp"] = stamp;
    envelope["turn"] = turn;
    envelope["had"] = had;
    return envelope.dump();
}

std::string sign_up_envelope(const place& to, const std::string& stamp, std::uint32_t counter,
                             const name_content& content) {
    auto envelope = addressed("signUp", to);
    envelope["stamp"] = stamp;
    envelope["counter"] = counter;
    envelope["name"] = content.name;
    if (content.contact) envelope["contact"] = *content.contact;
    envelope["items"] = content.items;
    return envelope.dump();
}

std::string address_envelope(const std::string& session, const std::string& stamp, const std::string& mail) {
    return json{{"type", "address"}, {"session", session}, {"stamp", stamp}, {"mail", mail}}.dump();
}

std::string text_field(std::string_view text, const char* field) {
    const auto parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object()) return {};
    const auto found = parsed.find(field);
    return found != parsed.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace klartext::replay
