#include "dump_command.hpp"

#include <fmt/format.h>

#include "crypto/codes.hpp"
#include "store/dump.hpp"
#include "store/session_files.hpp"
#include "store/session_list_store.hpp"

namespace klartext {
namespace {

std::optional<domain::session_id> find_session(const dump_options& options) {
    if (const auto id = store::session_named(options.session)) return id;
    const auto code = crypto::normalise_code(options.session);
    const auto database = options.data / "klartext.db";
    if (!code || !std::filesystem::exists(database)) return std::nullopt;
    const auto listed = store::session_list_store(database).by_code(*code);
    return listed ? std::optional(listed->id) : std::nullopt;
}

}  // namespace

int dump_session(const dump_options& options) {
    const store::plain_codec codec;
    const auto id = find_session(options);
    const auto folder = options.data / "sessions";
    const auto stored =
        id && std::filesystem::exists(folder) ? store::session_files(folder, codec).load_now(*id) : std::nullopt;
    if (!stored) {
        fmt::print(stderr, "klartext: no session {} in {}\n", options.session, options.data.string());
        return 1;
    }
    fmt::print("{}\n", store::dump(*stored));
    return 0;
}

}  // namespace klartext
