#include "mail/smtp_verdict.hpp"

namespace klartext::mail {
namespace {

// RFC 4954: login needed, too weak, denied, needs encryption. Some servers say so only when a recipient is named.
bool is_about_login(int code) { return code == 530 || code == 534 || code == 535 || code == 538; }

obstacle about_us(smtp_stage stage) {
    switch (stage) {
        case smtp_stage::greeting: return obstacle::greeting;
        case smtp_stage::login: return obstacle::login;
        default: return obstacle::sender;
    }
}

/// RFC 5321, 4.2.2: 552 says "too much". Where a recipient is named it is the mailbox that is full, for good.
bool is_about_size(const smtp_ending& ending) {
    return ending.code == 552 && (ending.stage == smtp_stage::sender || ending.stage == smtp_stage::message);
}

obstacle obstacle_in(const smtp_ending& ending) {
    if (ending.fault == smtp_fault::no_connection) return obstacle::connection;
    if (ending.fault == smtp_fault::no_tls) return obstacle::tls;
    if (ending.fault == smtp_fault::bad_certificate) return obstacle::certificate;
    if (is_about_login(ending.code)) return obstacle::login;
    if (ending.code >= 400 && ending.code < 500) return obstacle::busy;
    if (ending.fault == smtp_fault::login_denied) return obstacle::login;
    if (ending.code < 500 || ending.code > 599) return obstacle::silence;
    if (is_about_size(ending)) return obstacle::size;
    return ending.stage >= smtp_stage::recipient ? obstacle::recipient : about_us(ending.stage);
}

verdict verdict_on(obstacle met) {
    switch (met) {
        case obstacle::none: return verdict::sent;
        case obstacle::greeting:
        case obstacle::login:
        case obstacle::sender: return verdict::held;
        case obstacle::recipient:
        case obstacle::size: return verdict::refused;
        default: return verdict::later;
    }
}

}  // namespace

delivery judge(const smtp_ending& ending) {
    const auto met = ending.accepted ? obstacle::none : obstacle_in(ending);
    const bool tells = ending.accepted || (ending.code >= 400 && ending.code <= 599);
    const bool of_content =
        ending.stage == smtp_stage::message && (met == obstacle::recipient || met == obstacle::size);
    return {
        .verdict = verdict_on(met), .smtp_code = tells ? ending.code : 0, .obstacle = met, .of_content = of_content};
}

}  // namespace klartext::mail
