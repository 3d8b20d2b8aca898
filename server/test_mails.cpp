#include "test_mails.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "crypto/crypto.hpp"
#include "protocol/text_mail.hpp"

namespace klartext {
namespace {

mail::moment right_now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

protocol::language language_of(domain::language in) {
    return in == domain::language::de ? protocol::language::de : protocol::language::en;
}

mail::outgoing as_mail(protocol::mail_body body) {
    return {std::move(body.subject), std::move(body.text), std::move(body.html), {}};
}

}  // namespace

std::optional<wire::mail_trouble> trouble_of(mail::obstacle met) {
    using enum wire::mail_trouble;
    switch (met) {
        case mail::obstacle::none: return std::nullopt;
        case mail::obstacle::folder: return folder;
        case mail::obstacle::connection: return connection;
        case mail::obstacle::tls: return tls;
        case mail::obstacle::certificate: return certificate;
        case mail::obstacle::greeting: return greeting;
        case mail::obstacle::login: return login;
        case mail::obstacle::sender: return sender;
        case mail::obstacle::recipient: return recipient;
        case mail::obstacle::size: return size;
        case mail::obstacle::busy: return busy;
        case mail::obstacle::silence: return silence;
    }
    return std::nullopt;
}

test_mails::test_mails(places_to_run run, surroundings around) : run_(std::move(run)), around_(std::move(around)) {}

void test_mails::send(const std::string& who, const wire::test_mail& wanted, std::function<void(tried)> then) {
    const auto address = mail::mail_address::read(wanted.mail);
    if (!address) return then(wire::problem::mail_invalid);
    if (!limit_.allows(who, around_.now())) return then(wire::problem::too_many_tries);
    const bool taken = run_.worker([this, address = *address, in = wanted.language, then] {
        run_.post([then, ended = send_now(address, in)] { then(ended); });
    });
    if (!taken) return then(wire::problem::unavailable);
    limit_.failed(who, around_.now());
}

test_mails::tried test_mails::send_now(const mail::mail_address& to, domain::language in) {
    try {
        const mail::mail_id id{.bytes = crypto::random_bytes<16>()};
        const auto body = as_mail(protocol::compose_test_mail(language_of(in), around_.public_url()));
        const mail::parcel parcel{.id = id,
                                  .from = around_.from.address.text(),
                                  .to = to.text(),
                                  .message = mail::compose(id, around_.from, to, body, right_now())};
        const auto ended = around_.new_transport()->carry(parcel, stop_.get_token());
        if (ended.verdict == mail::verdict::sent) take_up();
        const auto code = ended.smtp_code == 0 ? std::nullopt : std::optional(ended.smtp_code);
        return wire::tried_mail{around_.way, trouble_of(ended.obstacle), code};
    } catch (const std::exception& cause) {
        spdlog::error("mail: a test mail could not be sent: {}", cause.what());
        return wire::problem::unavailable;
    }
}

/// The mail has gone whether or not the others can be taken up now; they are within the hour.
void test_mails::take_up() {
    try {
        around_.worked();
    } catch (const std::exception& cause) {
        spdlog::error("mail: the queue could not be taken up: {}", cause.what());
    }
}

}  // namespace klartext
