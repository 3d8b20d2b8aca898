#include "integration/mail/smtp_server.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace klartext::testing {
namespace {

std::string read_line(int descriptor) {
    std::string line;
    for (char c = 0; ::read(descriptor, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

[[noreturn]] void become(const std::vector<std::string>& arguments) {
    std::vector<char*> pointers;
    for (const auto& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    ::_exit(127);
}

}  // namespace

smtp_server::smtp_server(std::vector<std::string> options) {
    std::vector<std::string> arguments{"/usr/bin/python3", KLARTEXT_SOURCE_DIR "/tests/integration/mail/smtp_server.py",
                                       "--mails", folder_.path()};
    if (std::ranges::count(options, "--tls") != 0) {
        make_certificate();
        arguments.insert(arguments.end(), {"--certificate", ca_file(), "--key", folder_ / "key.pem"});
    }
    arguments.insert(arguments.end(), options.begin(), options.end());
    start(arguments);
}

smtp_server::~smtp_server() {
    ::close(its_input_);
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

void smtp_server::make_certificate() const {
    const auto command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test"
        " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout '" +
        (folder_ / "key.pem").string() + "' -out '" + ca_file() + "' 2>/dev/null";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
}

void smtp_server::start(const std::vector<std::string>& arguments) {
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        become(arguments);
    }
    ::close(input[0]);
    ::close(output[1]);
    its_input_ = input[1];
    const auto line = read_line(output[0]);
    ::close(output[0]);
    if (line.empty()) throw std::runtime_error("the SMTP server did not start; is python3-aiosmtpd installed?");
    port_ = std::stoi(line);
}

std::vector<nlohmann::json> smtp_server::mails() const {
    std::vector<nlohmann::json> mails;
    for (int i = 0;; ++i) {
        std::ifstream file(folder_ / (std::to_string(i) + ".json"));
        if (!file) return mails;
        mails.push_back(nlohmann::json::parse(file));
    }
}

}  // namespace klartext::testing
