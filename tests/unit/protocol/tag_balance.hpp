#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::protocol {

/// The first thing wrong with the nesting of an HTML document that closes everything it opens; empty if all is well.
/// Knows void elements, comments are not expected; what <style> holds is passed over.
inline std::string imbalance(std::string_view html) {
    static const std::set<std::string, std::less<>> empty_ones{"meta", "br", "hr", "img", "!DOCTYPE"};
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const auto end = html.find('>', at);
        if (end == std::string_view::npos) return "a tag without end";
        const auto tag = html.substr(at + 1, end - at - 1);
        const bool closes = tag.starts_with('/');
        const std::string name(tag.substr(closes, tag.find_first_of(" />", closes) - closes));
        if (closes) {
            if (open.empty() || open.back() != name)
                return "</" + name + "> after <" + (open.empty() ? "" : open.back()) + ">";
            open.pop_back();
        } else if (!tag.ends_with('/') && !empty_ones.contains(name)) {
            open.push_back(name);
            if (name == "style") at = html.find("</style>", at) - 1;
        }
    }
    return open.empty() ? "" : "<" + open.back() + "> stays open";
}

}  // namespace klartext::protocol
