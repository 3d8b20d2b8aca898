#include "config.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <map>
#include <set>

#include "wire/ballot_files.hpp"

namespace klartext {
namespace {

CLI::Option* add_data(CLI::App& command, std::filesystem::path& data) {
    return command.add_option("--data", data, "Folder of everything that is stored")
        ->envname("KLARTEXT_DATA")
        ->capture_default_str();
}

void add_house(CLI::App& serve, serve_options& options) {
    serve.add_option("--house-name", options.house_name, "Whose minutes these are: stands on their first page")
        ->envname("KLARTEXT_HOUSE_NAME");
    serve.add_option("--house-logo", options.house_logo, "PNG or SVG file for the first page of the minutes")
        ->envname("KLARTEXT_HOUSE_LOGO");
    serve
        .add_option("--house-logo-words", options.house_logo_words, "What the logo shows, for those who do not see it")
        ->envname("KLARTEXT_HOUSE_LOGO_WORDS");
    serve.add_option("--house-accent", options.house_accent, "Colour of headings and rules, as in #005b71")
        ->envname("KLARTEXT_HOUSE_ACCENT");
}

void add_serve(CLI::App& program, serve_options& options, std::vector<std::string>& given) {
    auto& serve = *program.add_subcommand("serve", "Run the server");
    add_data(serve, options.data);
    serve.add_option("--listen", options.listen, "HOST:PORT; port 0 takes any free one")
        ->envname("KLARTEXT_LISTEN")
        ->capture_default_str();
    serve.add_option("--mail", options.mail, "Folder for .eml files, smtp://... or smtps://... (default: DATA/mail)")
        ->envname("KLARTEXT_MAIL");
    serve.add_option("--mail-from", options.mail_from, "Sender of the minutes")
        ->envname("KLARTEXT_MAIL_FROM")
        ->capture_default_str();
    serve
        .add_option("--public-url", options.public_url, "As people reach the server, e.g. https://klartext.example.org")
        ->envname("KLARTEXT_PUBLIC_URL");
    serve.add_option("--proxy", options.proxy, "Address of the proxy whose X-Forwarded-For is believed")
        ->envname("KLARTEXT_PROXY");
    serve.add_option("--pages", options.pages, "Folder of the client's pages")->envname("KLARTEXT_PAGES");
    serve.add_option("--stamp-top-up", options.stamp_top_up_seconds, "Seconds between two batches of entry stamps")
        ->envname("KLARTEXT_TOP_UP_SECONDS")
        ->check(CLI::Range(1, 86'400))
        ->capture_default_str();
    add_house(serve, options);
    serve.callback([&given] { given.push_back("serve"); });
}

void add_replay(CLI::App& program, replay::replay_options& options, std::vector<std::string>& given) {
    auto& command = *program.add_subcommand("replay", "Play a recorded workshop (docs/replay.md)");
    command.add_option("FILE", options.recording, "JSON Lines")->required();
    command.add_option("--speed", options.speed, "max, or a factor: 2 is twice as fast as recorded")
        ->capture_default_str();
    command.add_option("--data", options.data, "Keep the server's data in this folder");
    auto* server = command.add_option("--server", options.server, "Play on a running server: http://host:port");
    auto* login = command.add_option("--login", options.login, "File with {\"name\", \"password\"} for that server");
    server->needs(login);
    login->needs(server);
    command.add_option("--out", options.out, "Folder for the minutes");
    command.callback([&given] { given.push_back("replay"); });
}

void add_account(CLI::App& program, account_options& options, std::vector<std::string>& given) {
    static const std::map<std::string, account_options::act> acts{
        {"add", account_options::act::add},       {"password", account_options::act::password},
        {"reset", account_options::act::reset},   {"disable", account_options::act::disable},
        {"enable", account_options::act::enable}, {"list", account_options::act::list}};
    auto& account = *program.add_subcommand("account", "Facilitators' accounts");
    account.require_subcommand(1);
    const std::map<std::string, std::string> help{{"add", "A new account: with a password, or a link to set one"},
                                                  {"password", "A new password"},
                                                  {"reset", "End the password and print a link to set a new one"},
                                                  {"disable", "Nobody can log in with it any more"},
                                                  {"enable", "Undo disable"},
                                                  {"list", "All accounts"}};
    for (const auto& [name, act] : acts) {
        auto& command = *account.add_subcommand(name, help.at(name));
        add_data(command, options.data);
        if (act != account_options::act::list) command.add_option("NAME", options.name)->required();
        if (act == account_options::act::add) command.add_flag("--administrator", options.administrator);
        if (act == account_options::act::add || act == account_options::act::password)
            command.add_flag("--password-stdin", options.password_from_stdin, "Read the password from standard input");
        if (act == account_options::act::add || act == account_options::act::reset)
            command.add_option("--public-url", options.public_url, "For the link")->envname("KLARTEXT_PUBLIC_URL");
        command.callback([&options, &given, act = act] {
            options.what = act;
            given.push_back("account");
        });
    }
}

void add_dump(CLI::App& program, dump_options& options, std::vector<std::string>& given) {
    auto& dump = *program.add_subcommand("dump", "Print what is stored of a session");
    add_data(dump, options.data);
    dump.add_option("SESSION", options.session, "Its id or code")->required();
    dump.callback([&given] { given.push_back("dump"); });
}

void add_key(CLI::App& program, key_options& options, std::vector<std::string>& given) {
    auto& key = *program.add_subcommand("key", "Print the public key with which minutes are signed");
    add_data(key, options.data);
    key.callback([&given] { given.push_back("key"); });
}

void add_verify(CLI::App& program, verify_options& options, std::vector<std::string>& given) {
    auto& verify = *program.add_subcommand("verify", "Check saved minutes against their signature");
    verify
        .add_option("FILE", options.files, "With SHA256SUMS and SHA256SUMS.sig beside them, or a ZIP that holds both")
        ->required();
    verify.add_option("--key", options.key, "Public key of the server that must have signed");
    verify.callback([&given] { given.push_back("verify"); });
}

void add_tally(CLI::App& program, tally_options& options, std::vector<std::string>& given) {
    auto& tally = *program.add_subcommand("tally", "Count the ballots in a file, without a server");
    std::set<std::string> methods;
    for (const auto name : wire::method_names()) methods.emplace(name);
    tally.add_option("METHOD", options.method)->required()->check(CLI::IsMember(methods));
    tally.add_option("FILE", options.file, "JSON, or .soi and .soc of PrefLib for rankings; - is standard input")
        ->required();
    tally.add_flag("--json", options.json, "Print everything, as JSON; else a table");
    using enum domain::unranked_items;
    const std::map<std::string, domain::unranked_items> readings{
        {"nothing", nothing}, {"share_rest", share_rest}, {"counted_down", counted_down}};
    tally.add_option("--unranked", options.unranked, "Of .soi: what Borda's count gives to what is not ranked")
        ->transform(CLI::CheckedTransformer(readings).description("nothing, share_rest (as is), counted_down"));
    tally.callback([&given] { given.push_back("tally"); });
}

}  // namespace

std::variant<command_line, int> read_command_line(int argc, char** argv) {
    CLI::App program("Klartext: live, anonymous online workshops", "klartext");
    program.require_subcommand(1);
    const char* config = std::getenv("KLARTEXT_CONFIG");
    program.set_config("--config", config ? config : "",
                       "TOML file with the same names as the options, in a section per command");
    program.allow_config_extras(CLI::config_extras_mode::error);
    std::vector<std::string> given;
    serve_options serve;
    replay::replay_options replay;
    account_options account;
    dump_options dump;
    key_options key;
    verify_options verify;
    tally_options tally;
    add_serve(program, serve, given);
    add_replay(program, replay, given);
    add_account(program, account, given);
    add_dump(program, dump, given);
    add_key(program, key, given);
    add_verify(program, verify, given);
    add_tally(program, tally, given);
    program.add_subcommand("version", "Print the version")->callback([&given] { given.push_back("version"); });
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
        const int code = program.exit(stop);
        return code == 0 ? 0 : 2;
    }
    const auto& what = given.front();
    if (what == "serve") return serve;
    if (what == "replay") return replay;
    if (what == "account") return account;
    if (what == "dump") return dump;
    if (what == "key") return key;
    if (what == "verify") return verify;
    if (what == "tally") return tally;
    return version_options{};
}

}  // namespace klartext
