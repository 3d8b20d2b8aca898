#include "replay/child_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <utility>

namespace klartext::replay {
namespace {

[[noreturn]] void give_up(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

std::vector<std::string> environment_with(const std::map<std::string, std::string>& more) {
    std::vector<std::string> all;
    for (char** one = environ; *one; ++one) {
        const std::string text = *one;
        if (!more.contains(text.substr(0, text.find('=')))) all.push_back(text);
    }
    for (const auto& [name, value] : more) all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// A pipe holds more than 4 KiB, so nobody need read while this writes.
int readable_with(const std::string& input) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) give_up("pipe");
    const auto written = ::write(ends[1], input.data(), input.size());
    ::close(ends[1]);
    if (written != static_cast<ssize_t>(input.size())) give_up("write");
    return ends[0];
}

}  // namespace

child_process::child_process(const start_options& start) {
    auto command = start.command;
    auto environment = environment_with(start.environment);
    const auto arguments = pointers(command);
    const auto variables = pointers(environment);
    output_ = ::memfd_create("output", MFD_CLOEXEC);
    if (output_ < 0) give_up("memfd_create");
    // Opened anew: appending keeps both outputs from overwriting each other.
    ::fcntl(output_, F_SETFL, O_APPEND);
    const int input = readable_with(start.input);
    const auto parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) give_up("fork");
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) ::_exit(1);
        ::dup2(input, STDIN_FILENO);
        ::dup2(output_, STDOUT_FILENO);
        ::dup2(output_, STDERR_FILENO);
        ::execve(arguments[0], arguments.data(), variables.data());
        ::_exit(127);
    }
    ::close(input);
}

child_process::child_process(child_process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      output_(std::exchange(other.output_, -1)),
      status_(std::exchange(other.status_, std::nullopt)) {}

child_process::~child_process() {
    if (pid_ > 0 && !ended()) stop(std::chrono::seconds(10));
    if (output_ >= 0) ::close(output_);
}

std::string child_process::output() const {
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto got = ::pread(output_, piece.data(), piece.size(), static_cast<off_t>(text.size()));
        if (got <= 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
}

std::optional<int> child_process::ended() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, WNOHANG) == pid_) status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return status_;
}

int child_process::wait() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, 0) == pid_) status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return status_.value_or(-1);
}

void child_process::kill_at_once() {
    if (!ended()) ::kill(pid_, SIGKILL);
    wait();
}

void child_process::stop(std::chrono::milliseconds grace) {
    if (!ended()) ::kill(pid_, SIGTERM);
    const auto until = std::chrono::steady_clock::now() + grace;
    while (!ended() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill_at_once();
}

process_figures figures_of(pid_t pid) {
    const auto folder = "/proc/" + std::to_string(pid);
    process_figures figures;
    std::ifstream stat_file(folder + "/stat");
    std::string stat;
    std::getline(stat_file, stat);
    // The name, in brackets, may hold anything; user and system time are the 12th and 13th field after it.
    std::istringstream after_name(stat.substr(std::min(stat.size(), stat.rfind(')') + 1)));
    std::string skipped;
    for (int i = 0; i < 11; ++i) after_name >> skipped;
    double user = 0, system = 0;
    after_name >> user >> system;
    figures.cpu = std::chrono::duration<double>((user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK)));

    std::ifstream statm(folder + "/statm");
    std::size_t total = 0, resident = 0;
    statm >> total >> resident;
    figures.resident_kib = resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
    return figures;
}

}  // namespace klartext::replay
