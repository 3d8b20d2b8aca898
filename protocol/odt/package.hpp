#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "protocol/archive.hpp"

/// The files inside an OpenDocument text, and what they have in common.
namespace klartext::protocol::odt {

/// Of the attributes of an XML element that holds all of ODF's parts that we use.
inline constexpr std::string_view namespaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" )"
    R"(xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" )"
    R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3")";

inline constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

struct part {
    std::string name;  ///< "Pictures/chart-1.svg"
    std::string media_type;
    std::string content;
};

/// The parts with their manifest, in the order that lets a program know the file by its first bytes.
[[nodiscard]] std::string packed(const std::vector<part>&);

}  // namespace klartext::protocol::odt
