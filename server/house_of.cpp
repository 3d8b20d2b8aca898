#include "house_of.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "protocol/pdf/pdf.hpp"

namespace klartext {
namespace {

std::string content_of(const std::filesystem::path& logo) {
    std::error_code ignored;
    std::ifstream file(logo, std::ios::binary);
    if (!file || !std::filesystem::is_regular_file(logo, ignored))
        throw std::runtime_error(fmt::format("the logo {} cannot be read", logo.string()));
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

protocol::house house_of(const serve_options& options) {
    protocol::house whose{options.house_name, {}, options.house_logo_words, options.house_accent};
    if (!options.house_logo.empty()) whose.logo = content_of(options.house_logo);
    protocol::check(whose);
    return whose;
}

}  // namespace klartext
