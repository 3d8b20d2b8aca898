#pragma once
#include <zip.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace klartext::protocol {

struct unpacked_file {
    std::string name;
    std::string content;
    bool stored = false;
    std::time_t changed = 0;  ///< in local time, as the format has it
    std::size_t extra_fields = 0;
};

/// The files of a ZIP archive in their order.
inline std::vector<unpacked_file> unpacked(const std::string& bytes) {
    zip_error_t error;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
        zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error), &zip_discard);
    if (!archive) throw std::runtime_error("no sound ZIP archive");
    std::vector<unpacked_file> files;
    for (zip_uint64_t at = 0; at < static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0)); ++at) {
        zip_stat_t facts;
        zip_stat_index(archive.get(), at, 0, &facts);
        unpacked_file file{facts.name, std::string(facts.size, '\0'), facts.comp_method == ZIP_CM_STORE, facts.mtime};
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> opened(zip_fopen_index(archive.get(), at, 0),
                                                                        &zip_fclose);
        if (zip_fread(opened.get(), file.content.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
            throw std::runtime_error(file.name + " cannot be read");
        for (const auto where : {ZIP_FL_LOCAL, ZIP_FL_CENTRAL})
            file.extra_fields += static_cast<std::size_t>(
                std::max<zip_int16_t>(zip_file_extra_fields_count(archive.get(), at, where), 0));
        files.push_back(std::move(file));
    }
    return files;
}

/// The one with this name; throws if there is none.
inline std::string file_in(const std::string& archive, const std::string& name) {
    for (auto& file : unpacked(archive))
        if (file.name == name) return std::move(file.content);
    throw std::runtime_error("the archive has no " + name);
}

}  // namespace klartext::protocol
