#include "protocol/archive_reader.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace klartext::protocol {
namespace {

using archive = std::unique_ptr<zip_t, decltype([](zip_t* of) { zip_discard(of); })>;
using entry_reader = std::unique_ptr<zip_file_t, decltype([](zip_file_t* of) { zip_fclose(of); })>;

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error("the ZIP archive " + what); }

/// Null if it is none, or one that contradicts itself, as by a name that comes twice. The bytes must outlive it.
archive opened(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return nullptr;
    archive made(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!made) zip_source_free(source);
    return made;
}

/// How long the content is is seen by reading it: what the archive says of it may be wrong.
std::string content_of(zip_t* from, zip_uint64_t at, const std::string& name, std::size_t most) {
    const entry_reader reader(zip_fopen_index(from, at, 0));
    if (!reader) refuse("holds " + name + ", which cannot be read: it is damaged or encrypted");
    std::string content;
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const auto count = zip_fread(reader.get(), part.data(), part.size());
        if (count < 0) refuse("holds " + name + ", which is damaged");
        if (count == 0) return content;
        if (content.size() + static_cast<std::size_t>(count) > most) refuse("unpacks to more than minutes ever hold");
        content.append(part.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

bool archive_holds(std::string_view bytes, const std::string& name) {
    const auto from = opened(bytes);
    return from && zip_name_locate(from.get(), name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::vector<archived_file> unzipped(std::string_view bytes, const archive_bounds& bounds) {
    const auto from = opened(bytes);
    if (!from) refuse("is damaged, or is none");
    const auto count = zip_get_num_entries(from.get(), 0);
    if (static_cast<std::size_t>(count) > bounds.files) refuse("holds more files than minutes ever do");
    std::vector<archived_file> files;
    auto left = bounds.bytes;
    for (zip_uint64_t at = 0; at < static_cast<zip_uint64_t>(count); ++at) {
        const auto* found = zip_get_name(from.get(), at, ZIP_FL_ENC_RAW);
        const std::string name = found ? found : "";
        if (name.ends_with('/')) continue;
        files.push_back({name, content_of(from.get(), at, name, left)});
        left -= files.back().content.size();
    }
    return files;
}

}  // namespace klartext::protocol
