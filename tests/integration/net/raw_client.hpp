#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klartext::testing {

struct raw_response {
    int status = 0;
    std::string head;
    std::string body;
    [[nodiscard]] std::string header(std::string_view name) const;  ///< empty if absent
};

struct raw_frame {
    int opcode = 0;
    std::string payload;
    [[nodiscard]] int close_code() const;  ///< 0 if it is no close frame
};

/// A blocking socket on which a test can say anything, well formed or not. Every wait ends after 10 seconds.
class raw_client {
public:
    explicit raw_client(std::uint16_t port, int receive_buffer = 0);
    raw_client(const raw_client&) = delete;
    raw_client& operator=(const raw_client&) = delete;
    ~raw_client();

    /// False once the other side does not listen any more.
    bool send(std::string_view);
    [[nodiscard]] std::optional<raw_response> response();
    [[nodiscard]] std::optional<raw_response> head();  ///< an answer that has no body whatever it announces
    [[nodiscard]] std::optional<raw_response> ask(std::string_view request);
    /// True when the other side has closed, within the time.
    [[nodiscard]] bool closed_within(std::chrono::milliseconds);

    [[nodiscard]] std::optional<raw_response> upgrade(std::string_view more_headers = "");
    bool send_frame(int opcode, std::string_view payload, bool last = true);
    /// The next frame that is not a ping; pings are answered.
    [[nodiscard]] std::optional<raw_frame> frame();
    [[nodiscard]] std::optional<raw_frame> any_frame();

private:
    bool fill();
    [[nodiscard]] std::optional<std::string> take(std::size_t);
    [[nodiscard]] std::optional<std::string> take_until(std::string_view);

    int socket_ = -1;
    std::string buffer_;
};

}  // namespace klartext::testing
