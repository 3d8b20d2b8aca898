#pragma once
#include <exception>
#include <functional>
#include <utility>

namespace klartext::live {

/// Calls what belongs to different people, one after the other: what one of them throws is not the fault of the next.
/// The first exception goes on from an empty stack, to whoever runs posted functions.
class in_turn {
public:
    using post = std::function<void(std::function<void()>)>;

    explicit in_turn(const post& post) : post_(post) {}
    in_turn(const in_turn&) = delete;
    in_turn& operator=(const in_turn&) = delete;
    ~in_turn() {
        try {
            if (first_) post_([thrown = first_] { std::rethrow_exception(thrown); });
        } catch (...) {  // not even memory to tell of it
        }
    }

    /// False if it threw.
    template <class Call>
    bool operator()(Call&& call) {
        try {
            call();
            return true;
        } catch (...) {
            if (!first_) first_ = std::current_exception();
            return false;
        }
    }

private:
    const post& post_;
    std::exception_ptr first_;
};

}  // namespace klartext::live
