#pragma once
#include <cstdint>
#include <functional>
#include <memory>

#include "config.hpp"
#include "live/session_store.hpp"

namespace klartext {

/// The whole server: every part, in the order in which they start. Tests start it on port 0.
class application {
public:
    /// What stands between live sessions and the store: nothing, but in a test of the tests.
    using store_decorator = std::function<std::unique_ptr<live::session_store>(live::session_store&)>;

    /// Opens and repairs what is stored and listens. Throws with a sentence for the operator if it cannot.
    explicit application(const serve_options&, const store_decorator& = {});
    ~application();

    /// "http://127.0.0.1:8080"
    [[nodiscard]] std::string address() const;
    [[nodiscard]] std::uint16_t port() const;
    /// Path of the page that makes the first account; nothing if there is one.
    [[nodiscard]] std::optional<std::string> first_account_link();

    /// Serves until stop() is called or a signal to end comes. No new input, then commits are drained, then feeds end.
    void run();
    /// Any thread.
    void stop();

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

/// `klartext serve`: runs an application, prints where it listens and, once, how to make the first account.
/// Returns the exit code.
[[nodiscard]] int serve(const serve_options&, const application::store_decorator& = {});

}  // namespace klartext
