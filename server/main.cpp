#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "account_command.hpp"
#include "application.hpp"
#include "config.hpp"
#include "dump_command.hpp"
#include "key_command.hpp"
#include "tally_command.hpp"
#include "verify_command.hpp"

namespace {

using namespace klartext;

struct runner {
    int operator()(const serve_options& options) const { return serve(options); }
    int operator()(const replay::replay_options& options) const { return replay::replay(options); }
    int operator()(const account_options& options) const { return manage_accounts(options); }
    int operator()(const dump_options& options) const { return dump_session(options); }
    int operator()(const key_options& options) const { return print_key(options); }
    int operator()(const verify_options& options) const { return verify_files(options); }
    int operator()(const tally_options& options) const { return tally_file(options); }
    int operator()(const version_options&) const {
        fmt::print("klartext {}\n", KLARTEXT_VERSION);
        return 0;
    }
};

}  // namespace

int main(int argc, char** argv) {
    const auto given = read_command_line(argc, argv);
    if (const auto* code = std::get_if<int>(&given)) return *code;
    try {
        return std::visit(runner{}, std::get<command_line>(given));
    } catch (const std::exception& cause) {
        fmt::print(stderr, "klartext: {}\n", cause.what());
        return 1;
    }
}
