#include "integration/net/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <stdexcept>

namespace klartext::testing {

std::string raw_response::header(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return "";
    const auto from = at + 4 + name.size();
    return head.substr(from, head.find("\r\n", from) - from);
}

int raw_frame::close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

raw_client::raw_client(std::uint16_t port, int receive_buffer) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto bytes = std::bit_cast<sockaddr>(address);
    if (::connect(socket_, &bytes, sizeof bytes) != 0) throw std::runtime_error("cannot connect");
}

raw_client::~raw_client() { ::close(socket_); }

bool raw_client::send(std::string_view text) {
    while (!text.empty()) {
        const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool raw_client::fill() {
    std::array<char, 65536> bytes;
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> raw_client::take(std::size_t count) {
    while (buffer_.size() < count) {
        if (!fill()) return std::nullopt;
    }
    auto taken = buffer_.substr(0, count);
    buffer_.erase(0, count);
    return taken;
}

std::optional<std::string> raw_client::take_until(std::string_view end) {
    while (buffer_.find(end) == std::string::npos) {
        if (!fill()) return std::nullopt;
    }
    return take(buffer_.find(end) + end.size());
}

std::optional<raw_response> raw_client::head() {
    auto head = take_until("\r\n\r\n");
    if (!head || head->size() < 12) return std::nullopt;
    const int status = std::atoi(head->c_str() + 9);
    return raw_response{status, std::move(*head), ""};
}

std::optional<raw_response> raw_client::response() {
    auto result = head();
    if (!result) return std::nullopt;
    const auto length = result->header("Content-Length");
    if (length.empty() || length == "0") return result;
    auto body = take(std::stoul(length));
    if (!body) return std::nullopt;
    result->body = std::move(*body);
    return result;
}

std::optional<raw_response> raw_client::ask(std::string_view request) {
    send(request);
    return response();
}

bool raw_client::closed_within(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd wait{socket_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return false;
        std::array<char, 65536> bytes;
        if (::recv(socket_, bytes.data(), bytes.size(), 0) <= 0) return true;
    }
}

std::optional<raw_response> raw_client::upgrade(std::string_view more_headers) {
    return ask(
        "GET /api/v1/feed HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        std::string(more_headers) + "\r\n");
}

bool raw_client::send_frame(int opcode, std::string_view payload, bool last) {
    std::string bytes;
    bytes += static_cast<char>((last ? 0x80 : 0) | opcode);
    if (payload.size() < 126) {
        bytes += static_cast<char>(0x80 | payload.size());
    } else {
        bytes += static_cast<char>(0x80 | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 0xff);
    }
    bytes.append(4, '\0');  // a mask that changes nothing
    bytes += payload;
    return send(bytes);
}

std::optional<raw_frame> raw_client::any_frame() {
    const auto start = take(2);
    if (!start) return std::nullopt;
    auto length = static_cast<std::uint64_t>(static_cast<unsigned char>((*start)[1]) & 0x7f);
    if (length > 125) {
        const auto more = take(length == 126 ? 2 : 8);
        if (!more) return std::nullopt;
        length = 0;
        for (const char c : *more) length = length * 256 + static_cast<unsigned char>(c);
    }
    auto payload = take(length);
    if (!payload) return std::nullopt;
    return raw_frame{static_cast<unsigned char>((*start)[0]) & 0x0f, std::move(*payload)};
}

std::optional<raw_frame> raw_client::frame() {
    for (;;) {
        auto next = any_frame();
        if (!next || next->opcode != 9) return next;
        send_frame(10, next->payload);
    }
}

}  // namespace klartext::testing
