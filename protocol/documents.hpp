#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/house.hpp"
#include "protocol/minutes.hpp"
#include "protocol/signing.hpp"

/// The minutes in every format that there is. A new format is one line in the table of documents.cpp and its file.
namespace klartext::protocol {

struct document {
    std::string name;  ///< safe as a file name; may hold one folder, as in "csv/02-ideen.csv"
    std::string media_type;
    std::string content;
    /// What a browser is to call it when it saves it, as in "zukunft-gruenstrasse-2026-11-21.odt": ASCII. Empty for
    /// what a browser shows.
    std::string saved_as = {};
};

enum class format { html, pdf, short_pdf, odt, xlsx, markdown, json, csv, zip };

/// How the documents come together: in a folder, linked to each other, or attached to one mail, where nothing can be
/// linked and names hold no folder.
enum class delivery { folder, mail };

[[nodiscard]] std::span<const format> all_formats();

/// The contents of documents of a folder, by name.
using made_documents = std::map<std::string, std::shared_ptr<const std::string>>;

/// The same minutes give the same documents, byte for byte. The page names all of a folder, whichever are made, and of
/// a mail those that are in it. Each is made once, the archive's files included. With a signer two more come last, over
/// all that were made, if any: the list and its signature; and the archive holds such a pair over what is in it. Throws
/// std::runtime_error when one cannot be written for want of memory.
///
/// What is in `made`, of the same minutes, house and signer, is not made again; what is made is added.
[[nodiscard]] std::vector<document> render(const minutes&, std::span<const format>, delivery = delivery::folder,
                                           const house& = {}, const list_signer& = {}, made_documents* made = nullptr);

/// The one with this name as in a folder, and no other is made but for the archive, which holds them, and for the list
/// and its signature, which are over all of them; nothing if there is none.
[[nodiscard]] std::optional<document> render_one(const minutes&, std::string_view name, const house& = {},
                                                 const list_signer& = {}, made_documents* made = nullptr);

/// The pair as it lies in a folder.
[[nodiscard]] std::vector<document> documents_of(signed_list);

}  // namespace klartext::protocol
