#pragma once
#include <string>
#include <vector>

#include "protocol/compose.hpp"
#include "protocol/house.hpp"
#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The files that come with the page and hold the same for spreadsheets and programs.
struct companions {
    struct file {
        std::string name;   ///< relative to the page
        std::string holds;  ///< in a few words
    };
    std::vector<file> files;
    bool attached = false;  ///< to one mail with the page: named there, not linked
};

/// The minutes as one HTML file that needs nothing else: no script, no request, style and charts inside. For the
/// screen (light, dark, from 320 pixels) and for A4, with the house's name and logo above, and its colour on white. A
/// content security policy of the server must allow inline <style> and pictures from data: addresses.
[[nodiscard]] std::string to_html(const minutes&, const companions& = {}, edition = edition::full, const house& = {});

}  // namespace klartext::protocol
