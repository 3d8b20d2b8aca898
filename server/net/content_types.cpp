#include "net/content_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace klartext::net {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".wasm", "application/wasm"},
    {".xml", "application/xml"},
}};

}  // namespace

std::string_view content_type_of(std::string_view file_name) {
    const auto known =
        std::find_if(types.begin(), types.end(), [&](const auto& type) { return file_name.ends_with(type.first); });
    return known == types.end() ? "application/octet-stream" : known->second;
}

}  // namespace klartext::net
