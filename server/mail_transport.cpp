#include "mail_transport.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "mail/mail_folder.hpp"

namespace klartext {

bool sends_into_a_folder(const serve_options& options) { return options.mail.find("://") == std::string::npos; }

std::unique_ptr<mail::transport> transport_for(const serve_options& options, const mail::smtp_limits& limits) {
    if (sends_into_a_folder(options))
        return std::make_unique<mail::mail_folder>(options.mail.empty() ? options.data / "mail"
                                                                        : std::filesystem::path(options.mail));
    auto target = mail::read_smtp_url(options.mail);
    if (!target) throw std::invalid_argument(target.error().sentence);
    target->own_name = mail::host_of_web_address(options.public_url);
    return std::make_unique<mail::smtp_transport>(std::move(*target), limits);
}

void warn_of_readable_mail(const serve_options& options) {
    if (options.mail.find("tls=none-readable-by-others") != std::string::npos)
        spdlog::warn("mail: sent without TLS, as --mail says: minutes and addresses can be read on the way");
}

mail::sender sender_of(const serve_options& options) {
    const auto address = mail::mail_address::read(options.mail_from);
    if (!address) throw std::invalid_argument(fmt::format("--mail-from {} is no e-mail address", options.mail_from));
    return {"Klartext", *address};
}

}  // namespace klartext
