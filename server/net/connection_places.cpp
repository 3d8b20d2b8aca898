#include "net/connection_places.hpp"

#include <utility>
#include <vector>

namespace klartext::net {

connection_places::place::place(std::shared_ptr<connection_places> all) : all_(std::move(all)) {
    all_->places_.insert(this);
}

connection_places::place::~place() { all_->places_.erase(this); }

std::unique_ptr<connection_places::place> connection_places::take() {
    if (places_.size() >= most_) return nullptr;
    return std::make_unique<place>(shared_from_this());
}

void connection_places::stop_all(stop how) {
    const std::vector<place*> present(places_.begin(), places_.end());
    for (auto* one : present) {
        // Stopping one connection may end others.
        if (places_.contains(one) && one->when_stopped) one->when_stopped(how);
    }
}

}  // namespace klartext::net
