#include "integration/mail/outbox_house.hpp"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <thread>

namespace klartext::testing {

using namespace std::chrono_literals;

outbox_house::outbox_house()
    : from{.name = "Klartext", .address = *mail::mail_address::read("minutes@klartext.example")},
      minutes{.subject = "Protokoll: Bäume", .text = "Grüße\n", .html = "<p>Grüße</p>", .attachments = {}},
      logger_before_(spdlog::default_logger()) {
    box.emplace(folder / "mail.db");
    auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_));
    logger->set_level(spdlog::level::trace);
    spdlog::set_default_logger(std::move(logger));
}

outbox_house::~outbox_house() { spdlog::set_default_logger(logger_before_); }

void outbox_house::leave(int people) {
    for (int i = 0; i < people; ++i)
        box->leave_address(session, {.bytes = {static_cast<std::uint8_t>(i)}},
                           *mail::mail_address::read("p" + std::to_string(i) + "@example.org"), now());
}

void outbox_house::close() { box->close_session(session, {}, now() + 60min, now()); }

std::unique_ptr<mail::mailer> outbox_house::mailer(const std::string& url, std::chrono::milliseconds pause) {
    return std::make_unique<mail::mailer>(
        *box, [this](const domain::session_id&) { return std::optional(minutes); },
        std::make_unique<mail::smtp_transport>(mail::read_smtp_url(url).value(), limits), from,
        mail::mailer_pace{.pauses = {pause}, .look = 5ms, .lease = 60s, .hold = 1h, .expiry = 1h});
}

bool outbox_house::comes_to(const std::function<bool()>& state) {
    for (int i = 0; i < 2000 && !state(); ++i) std::this_thread::sleep_for(5ms);
    return state();
}

mail::moment outbox_house::now() {
    return std::chrono::time_point_cast<mail::moment::duration>(std::chrono::system_clock::now());
}

std::string outbox_house::log() const {
    spdlog::default_logger()->flush();
    return log_.str();
}

}  // namespace klartext::testing
