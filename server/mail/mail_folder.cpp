#include "mail/mail_folder.hpp"

#include <cerrno>
#include <utility>

#include "mail/descriptor.hpp"
#include "mail/message.hpp"

namespace klartext::mail {
namespace {

namespace fs = std::filesystem;

bool write_all(const descriptor& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool sync(const descriptor& file) { return file.open() && ::fsync(file.number()) == 0; }

bool write_durably(const fs::path& path, std::string_view bytes) {
    const descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    return write_all(file, bytes) && sync(file);
}

}  // namespace

mail_folder::mail_folder(fs::path folder) : folder_(std::move(folder)) {
    if (fs::create_directories(folder_)) fs::permissions(folder_, fs::perms::owner_all);
}

delivery mail_folder::carry(const parcel& mail, std::stop_token) {
    const auto name = name_of(mail.id);
    const auto unfinished = folder_ / ("." + name + ".part");
    std::error_code fault;
    if (write_durably(unfinished, mail.message)) {
        fs::rename(unfinished, folder_ / (name + ".eml"), fault);
        if (!fault && sync(descriptor(folder_, O_RDONLY | O_DIRECTORY)))
            return {.verdict = verdict::sent, .smtp_code = 0, .obstacle = obstacle::none};
    }
    fs::remove(unfinished, fault);
    return {.verdict = verdict::later, .smtp_code = 0, .obstacle = obstacle::folder};
}

}  // namespace klartext::mail
