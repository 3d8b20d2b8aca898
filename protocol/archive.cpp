#include "protocol/archive.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace klartext::protocol {
namespace {

constexpr zip_uint16_t midnight = 0;
constexpr zip_uint16_t first_of_january_1980 = (1 << 5) | 1;

using source = std::unique_ptr<zip_source_t, decltype([](zip_source_t* of) { zip_source_free(of); })>;
using archive = std::unique_ptr<zip_t, decltype([](zip_t* of) { zip_discard(of); })>;

void expect(bool went_well, const char* what) {
    if (!went_well) throw std::runtime_error(std::string("cannot write a ZIP archive: ") + what);
}

// Its content is read when the archive is closed.
void add(zip_t* to, const archived_file& file) {
    source content(zip_source_buffer(to, file.content.data(), file.content.size(), 0));
    expect(content != nullptr, zip_strerror(to));
    const auto index = zip_file_add(to, file.name.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
    expect(index >= 0, zip_strerror(to));
    (void)content.release();
    const auto at = static_cast<zip_uint64_t>(index);
    expect(zip_set_file_compression(to, at, file.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0, zip_strerror(to));
    // Not zip_file_set_mtime, which depends on the time zone of the machine.
    expect(zip_file_set_dostime(to, at, midnight, first_of_january_1980, 0) == 0, zip_strerror(to));
}

std::string bytes_of(zip_source_t* from) {
    zip_stat_t known;
    expect(zip_source_open(from) == 0 && zip_source_stat(from, &known) == 0, "the finished archive cannot be read");
    std::string out(known.size, '\0');
    const auto read = zip_source_read(from, out.data(), out.size());
    zip_source_close(from);
    expect(read >= 0 && static_cast<std::size_t>(read) == out.size(), "the finished archive cannot be read");
    return out;
}

}  // namespace

std::string zipped(std::span<const archived_file> files) {
    zip_error_t error;
    zip_error_init(&error);
    const source target(zip_source_buffer_create(nullptr, 0, 0, &error));
    expect(target != nullptr, "no memory");
    zip_source_keep(target.get());
    archive made(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
    if (!made) zip_source_free(target.get());
    expect(made != nullptr, "no memory");
    for (const auto& file : files) add(made.get(), file);
    if (zip_close(made.get()) != 0) expect(false, zip_strerror(made.get()));
    (void)made.release();
    return bytes_of(target.get());
}

}  // namespace klartext::protocol
