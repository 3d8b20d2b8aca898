#include "mail/smtp_verdict.hpp"

namespace klartext::mail {
namespace {

// RFC 4954: login needed, too weak, denied, needs encryption. Some servers say so only when a recipient is named.
bool is_about_login(int code) { return code == 530 || code == 534 || code == 535 || code == 538; }

verdict verdict_on(const smtp_ending& ending) {
    if (ending.accepted) return verdict::sent;
    if (is_about_login(ending.code)) return verdict::held;
    if (ending.code >= 400 && ending.code < 500) return verdict::later;
    if (ending.login_denied) return verdict::held;
    if (ending.code < 500) return verdict::later;
    return ending.recipient_named ? verdict::refused : verdict::held;
}

}  // namespace

delivery judge(const smtp_ending& ending) { return {.verdict = verdict_on(ending), .smtp_code = ending.code}; }

}  // namespace klartext::mail
