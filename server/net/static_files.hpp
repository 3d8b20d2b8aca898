#pragma once
#include "net/http_message.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace klartext::net {

/// The browser client. All its files are read when it is made and served from memory: a request never touches the disk,
/// so no path can lead out of the folder. Symbolic links are left out. Without a folder, or without an index.html in
/// it, one plain page says what this server is.
class static_files {
public:
    explicit static_files(const std::filesystem::path& folder);

    /// Answers GET and HEAD: a file, or index.html for what is no file (the client's own pages), except under /assets/.
    [[nodiscard]] http_response answer(const http_request&) const;

private:
    using bytes = std::shared_ptr<const std::string>;
    struct file {
        bytes plain, gzip, brotli;
        std::string content_type;
        std::string etag;
        bool immutable = false;  ///< its name changes with its content
    };

    void read(const std::filesystem::path& folder);
    void add(const std::string& path, bytes content);
    [[nodiscard]] const file* find(const http_request&) const;

    std::map<std::string, file, std::less<>> files_;  ///< by path, "assets/app.js"
};

}  // namespace klartext::net
