#pragma once
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace klartext::protocol {

/// A well-formed XML document, asked by XPath. The prefixes are those of its root.
class parsed_xml {
public:
    /// Throws std::runtime_error with the parser's words if it is not well-formed.
    explicit parsed_xml(const std::string& text)
        : document_(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                    &xmlFreeDoc) {
        const auto* error = xmlGetLastError();
        if (!document_) throw std::runtime_error(error ? error->message : "not XML");
    }

    /// The texts of the nodes, or their values.
    [[nodiscard]] std::vector<std::string> all(const std::string& path) const {
        const auto context = std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)>(
            xmlXPathNewContext(document_.get()), &xmlXPathFreeContext);
        for (auto* space = xmlDocGetRootElement(document_.get())->nsDef; space; space = space->next)
            xmlXPathRegisterNs(context.get(), space->prefix ? space->prefix : bytes("x"), space->href);
        const auto found = std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)>(
            xmlXPathEvalExpression(bytes(path.c_str()), context.get()), &xmlXPathFreeObject);
        if (!found) throw std::runtime_error("no XPath: " + path);
        std::vector<std::string> texts;
        const auto* nodes = found->nodesetval;
        for (int at = 0; nodes && at < nodes->nodeNr; ++at) {
            const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(nodes->nodeTab[at]), xmlFree);
            texts.emplace_back(reinterpret_cast<const char*>(text.get()));
        }
        return texts;
    }

    [[nodiscard]] std::size_t count(const std::string& path) const { return all(path).size(); }

private:
    static const xmlChar* bytes(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

    std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

}  // namespace klartext::protocol
