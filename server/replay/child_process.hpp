#pragma once
#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace klartext::replay {

/// A program of ours beside us. Ended with SIGTERM, then SIGKILL, when this goes out of scope; it also ends with us.
/// Everything throws std::system_error when the operating system says no.
class child_process {
public:
    struct start_options {
        std::vector<std::string> command;                ///< the program first
        std::map<std::string, std::string> environment;  ///< added to ours
        std::string input;                               ///< what it reads on standard input, at most 4 KiB
    };

    explicit child_process(const start_options&);
    child_process(child_process&& other) noexcept;
    child_process& operator=(child_process&&) = delete;
    ~child_process();

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// All that it has written so far, on both outputs.
    [[nodiscard]] std::string output() const;
    /// Exit status once it has ended, -1 if by a signal; nothing while it runs.
    [[nodiscard]] std::optional<int> ended();
    /// Waits for the end.
    int wait();
    void kill_at_once();
    void stop(std::chrono::milliseconds grace);

private:
    pid_t pid_ = -1;
    int output_ = -1;  ///< a file without a name: no pipe that could fill up
    std::optional<int> status_;
};

/// What a process has used so far, from /proc.
struct process_figures {
    std::chrono::duration<double> cpu{0};
    std::size_t resident_kib = 0;
};
[[nodiscard]] process_figures figures_of(pid_t);

}  // namespace klartext::replay
