#include "net/static_files.hpp"

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"
#include "net/answers.hpp"
#include "net/content_types.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace klartext::net {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view built_in_page =
    "<!doctype html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>Klartext</title>"
    "<meta name=\"viewport\" content=\"width=device-width\"></head>\n<body>\n<h1>Klartext</h1>\n"
    "<p>Der Server läuft. Seine Schnittstelle liegt unter <code>/api/v1</code>; die Seiten sind nicht eingebaut.</p>\n"
    "<p lang=\"en\">The server is running. Its API is at <code>/api/v1</code>; the pages are not built in.</p>\n"
    "</body>\n</html>\n";

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || !in.is_open()) throw std::runtime_error("cannot read " + path.string());
    return content;
}

std::string joined(const std::vector<std::string>& segments) {
    std::string path;
    for (const auto& segment : segments) {
        if (!path.empty()) path += '/';
        path += segment;
    }
    return path;
}

std::string etag_of(const std::string& content) {
    const auto digest = crypto::sha256(crypto::bytes_of(content));
    return '"' + crypto::hex_encode(crypto::byte_view(digest).first(12)) + '"';
}

/// A coding that is named and not switched off with q=0.
bool accepts(std::string_view header, std::string_view coding) {
    const auto at = header.find(coding);
    if (at == std::string_view::npos) return false;
    const auto rest = header.substr(at + coding.size());
    return !rest.starts_with(";q=0") || rest.starts_with(";q=0.");
}

}  // namespace

static_files::static_files(const fs::path& folder) {
    if (!folder.empty() && fs::is_directory(folder)) read(folder);
    if (!files_.contains("index.html")) add("index.html", std::make_shared<const std::string>(built_in_page));
}

void static_files::read(const fs::path& folder) {
    std::map<std::string, bytes> compressed;
    for (const auto& found : fs::recursive_directory_iterator(folder)) {
        if (found.is_symlink() || !found.is_regular_file()) continue;
        auto path = fs::relative(found.path(), folder).generic_string();
        auto content = std::make_shared<const std::string>(content_of(found.path()));
        if (path.ends_with(".br") || path.ends_with(".gz")) {
            compressed.emplace(std::move(path), std::move(content));
        } else {
            add(path, std::move(content));
        }
    }
    for (const auto& [path, content] : compressed) {
        const auto original = files_.find(path.substr(0, path.size() - 3));
        if (original == files_.end()) continue;
        (path.ends_with(".br") ? original->second.brotli : original->second.gzip) = content;
    }
}

void static_files::add(const std::string& path, bytes content) {
    file added;
    added.etag = etag_of(*content);
    added.plain = std::move(content);
    added.content_type = content_type_of(path);
    added.immutable = path.starts_with("assets/");
    files_.insert_or_assign(path, std::move(added));
}

const static_files::file* static_files::find(const http_request& request) const {
    const auto found = files_.find(joined(request.segments));
    if (found != files_.end()) return &found->second;
    if (!request.segments.empty() && request.segments.front() == "assets") return nullptr;
    return &files_.at("index.html");
}

http_response static_files::answer(const http_request& request) const {
    if (request.method != "GET" && request.method != "HEAD") return wrong_method("GET, HEAD");
    const auto* found = find(request);
    if (!found) return no(wire::problem::not_found);
    http_response response{200, found->content_type, {}, found->plain};
    response.headers.emplace_back("Cache-Control",
                                  found->immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.emplace_back("ETag", found->etag);
    if (found->brotli || found->gzip) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!request.if_none_match.empty() && request.if_none_match.find(found->etag) != std::string::npos) {
        response.status = 304;
        response.body = nullptr;
        return response;
    }
    if (found->brotli && accepts(request.accept_encoding, "br")) {
        response.headers.emplace_back("Content-Encoding", "br");
        response.body = found->brotli;
    } else if (found->gzip && accepts(request.accept_encoding, "gzip")) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = found->gzip;
    }
    return response;
}

}  // namespace klartext::net
