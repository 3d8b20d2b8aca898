#include "integration/mail/child_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
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

child_server::~child_server() {
    ::close(its_input_);
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

std::vector<std::string> child_server::make_certificate(const certificate& wanted) const {
    const auto key = (folder_ / "key.pem").string();
    const auto request = (folder_ / "request.pem").string();
    const auto extensions = (folder_ / "extensions").string();
    const auto command = fmt::format(
        "(openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=test -keyout '{0}'"
        " -out '{1}' && echo 'subjectAltName={2}' > '{3}' && openssl x509 -req -in '{1}' -signkey '{0}' -days {4}"
        " -extfile '{3}' -out '{5}') 2>/dev/null",
        key, request, wanted.names, extensions, wanted.days, ca_file());
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
    return {"--certificate", ca_file(), "--key", key};
}

void child_server::start(const std::string& program, const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"/usr/bin/python3", KLARTEXT_SOURCE_DIR "/tests/integration/mail/" + program,
                                       "--mails", folder_.path()};
    arguments.insert(arguments.end(), options.begin(), options.end());
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
    if (line.empty()) throw std::runtime_error(program + " did not start; is python3-aiosmtpd installed?");
    port_ = std::stoi(line);
}

}  // namespace klartext::testing
