#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <set>

namespace klartext::net {

enum class stop {
    gently,  ///< finish what is being answered, say good-bye
    now,
};

/// How many connections are open, at most so many, and how to reach them when the server stops. I/O thread only.
class connection_places : public std::enable_shared_from_this<connection_places> {
public:
    /// One connection's place; free again when it is destroyed.
    class place {
    public:
        explicit place(std::shared_ptr<connection_places>);
        place(const place&) = delete;
        place& operator=(const place&) = delete;
        ~place();
        /// Must not destroy the place before it returns.
        std::function<void(stop)> when_stopped;

    private:
        std::shared_ptr<connection_places> all_;
    };

    explicit connection_places(std::size_t most) : most_(most) {}
    /// Nothing when all places are taken.
    [[nodiscard]] std::unique_ptr<place> take();
    [[nodiscard]] std::size_t taken() const { return places_.size(); }
    void stop_all(stop);

private:
    std::size_t most_;
    std::set<place*> places_;
};

}  // namespace klartext::net
