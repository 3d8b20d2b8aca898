#include "mail/mail_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "mail/message.hpp"

namespace klartext::mail {
namespace {

namespace fs = std::filesystem;

/// An open file that is closed at the end of the scope.
class descriptor {
public:
    descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    descriptor(const descriptor&) = delete;
    descriptor& operator=(const descriptor&) = delete;
    ~descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    bool write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool sync() const { return number_ >= 0 && ::fsync(number_) == 0; }

private:
    int number_;
};

bool write_durably(const fs::path& path, std::string_view bytes) {
    const descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    return file.write_all(bytes) && file.sync();
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
        if (!fault && descriptor(folder_, O_RDONLY | O_DIRECTORY).sync())
            return {.verdict = verdict::sent, .smtp_code = 0, .obstacle = obstacle::none};
    }
    fs::remove(unfinished, fault);
    return {.verdict = verdict::later, .smtp_code = 0, .obstacle = obstacle::folder};
}

}  // namespace klartext::mail
