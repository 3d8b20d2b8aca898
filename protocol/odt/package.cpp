#include "protocol/odt/package.hpp"

namespace klartext::protocol::odt {
namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";

std::string manifest_of(const std::vector<part>& parts) {
    std::string out(xml_head);
    out +=
        R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">)"
        "\n";
    const auto entry = [&](std::string_view path, std::string_view type, std::string_view more) {
        out.append("<manifest:file-entry manifest:full-path=\"").append(path).append("\"").append(more);
        out.append(" manifest:media-type=\"").append(type).append("\"/>\n");
    };
    entry("/", media_type, " manifest:version=\"1.3\"");
    for (const auto& part : parts) entry(part.name, part.media_type, "");
    return out + "</manifest:manifest>\n";
}

}  // namespace

std::string packed(const std::vector<part>& parts) {
    std::vector<archived_file> files{{"mimetype", std::string(media_type), true},
                                     {"META-INF/manifest.xml", manifest_of(parts)}};
    // A PNG does not get smaller, it only takes time.
    for (const auto& part : parts) files.push_back({part.name, part.content, part.media_type == "image/png"});
    return zipped(files);
}

}  // namespace klartext::protocol::odt
