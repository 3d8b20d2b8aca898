#include "wire/desk_messages.hpp"
#include "wire/join_messages.hpp"
#include "wire/letterbox_messages.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

/// What was read is written so that it is read as the same again; nothing else may happen, whatever comes in.
template <auto Read>
void read_write_read(std::string_view text) {
    const auto message = Read(text);
    if (!message) return;
    const auto again = Read(klartext::wire::write(*message));
    if (!again || !(*again == *message)) std::abort();
}

}  // namespace

/// Try `wire_fuzz tests/wire-examples`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace klartext::wire;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    read_write_read<read_envelope>(text);
    read_write_read<read_hello>(text);
    read_write_read<read_new_session>(text);
    read_write_read<read_activity>(text);
    return 0;
}
