#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/methods/ranking.hpp"
#include "replay/replay_command.hpp"

/// The only reader of arguments, environment and configuration file.
namespace klartext {

struct serve_options {
    std::filesystem::path data = "data";
    std::string listen = "127.0.0.1:8080";  ///< HOST:PORT; port 0: any free one
    std::string mail;                       ///< a folder, smtp://... or smtps://...; empty: the folder `mail` in `data`
    std::string mail_from = "klartext@localhost";
    std::string public_url;            ///< as people reach the server; empty: http:// and the listening address
    std::string proxy;                 ///< address of the one proxy whose X-Forwarded-For is believed
    std::string house_name;            ///< whose minutes these are, as in "Stadt Ulm"
    std::filesystem::path house_logo;  ///< a PNG or SVG file; empty: none
    std::string house_logo_words;      ///< what the logo shows
    std::string house_accent;          ///< "#rrggbb"; empty: our own
    std::filesystem::path pages = KLARTEXT_PAGES;  ///< folder of the client
    int stamp_top_up_seconds = 300;                ///< a new batch of entry stamps for all, this often
};

struct account_options {
    enum class act { add, password, reset, disable, enable, list };
    std::filesystem::path data = "data";
    act what = act::list;
    std::string name;
    bool administrator = false;
    bool password_from_stdin = false;
    std::string public_url;
};

struct dump_options {
    std::filesystem::path data = "data";
    std::string session;  ///< id or code
};

struct key_options {
    std::filesystem::path data = "data";
};

struct verify_options {
    std::vector<std::filesystem::path> files;
    std::optional<std::string> key;  ///< public key as text, as it was typed
};

struct tally_options {
    std::string method;
    std::filesystem::path file;                                          ///< "-": standard input
    bool json = false;                                                   ///< else a table for people
    domain::unranked_items unranked = domain::ranking_rules{}.unranked;  ///< for files that cannot say it
};

struct version_options {};

using command_line = std::variant<serve_options, replay::replay_options, account_options, dump_options, key_options,
                                  verify_options, tally_options, version_options>;

/// What the program is to do; or, if it is to do nothing more (help was asked for, or something is wrong and has been
/// said), its exit code.
[[nodiscard]] std::variant<command_line, int> read_command_line(int argc, char** argv);

}  // namespace klartext
