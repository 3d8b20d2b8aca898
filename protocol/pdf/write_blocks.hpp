#pragma once
#include <string>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/house.hpp"
#include "protocol/minutes.hpp"
#include "protocol/pdf/composer.hpp"
#include "protocol/pdf/logo.hpp"

namespace klartext::protocol::pdf {

/// The whole document, with the house's name and logo above.
void write_document(const std::vector<block>&, language, const house&, const logo*, composer&);

/// Parts of it, each in a file of its own.
void write_table(const table&, composer&);
void write_chart(const chart&, const std::string& id, composer&);
void write_markdown(const markdown_text&, composer&);
void write_cards(const cards&, composer&);
void write_facts(const facts&, composer&);
void write_bullets(const bullets&, composer&);
void write_contents(const std::vector<block>&, language, composer&);

/// A text written by a person: a new paragraph after each empty line, its own line breaks kept.
[[nodiscard]] std::vector<std::string> paragraphs_of(const std::string& text);

}  // namespace klartext::protocol::pdf
