#include "access/login_delay.hpp"

namespace klartext::access {
namespace {

using std::chrono::seconds;

constexpr int free_tries = 5;
constexpr seconds first_wait{30};
constexpr seconds longest_wait{15 * 60};

seconds wait_after(int tries) {
    if (tries < free_tries) return seconds{0};
    const int doublings = std::min(tries - free_tries, 10);
    return std::min(first_wait * (1 << doublings), longest_wait);
}

}  // namespace

bool login_delay::may_try(std::string_view name, std::chrono::sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    auto& tries = names_.at(name, now);
    if (now < tries.next) return false;
    ++tries.count;
    tries.next = now + wait_after(tries.count);
    return true;
}

void login_delay::succeeded(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    names_.forget(name);
}

}  // namespace klartext::access
