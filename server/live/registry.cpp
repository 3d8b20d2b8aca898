#include "live/registry.hpp"

#include <utility>

namespace klartext::live {

registry::registry(surroundings around) : around_(std::move(around)) {}

void registry::list(listed_session session) {
    by_code_.insert_or_assign(session.code, session.id);
    listed_.insert_or_assign(session.id, std::move(session));
}

void registry::forget(const domain::session_id& id) {
    const auto found = listed_.find(id);
    if (found == listed_.end()) return;
    if (const auto live = live_.find(id); live != live_.end()) {
        live->second->end_all_feeds(feed_end::session_gone);
        live_.erase(live);
    }
    by_code_.erase(found->second.code);
    listed_.erase(found);
}

const listed_session* registry::find(const domain::session_id& id) const {
    const auto found = listed_.find(id);
    return found == listed_.end() ? nullptr : &found->second;
}

const listed_session* registry::find_code(const std::string& code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : find(found->second);
}

std::vector<listed_session> registry::owned_by(const domain::account_id& owner) const {
    std::vector<listed_session> owned;
    for (const auto& [id, session] : listed_)
        if (session.owner == owner) owned.push_back(session);
    return owned;
}

void registry::with_session(const domain::session_id& id, found then) {
    if (const auto live = live_.find(id); live != live_.end()) return then(live->second);
    if (!listed_.contains(id)) return then(nullptr);
    auto& waiting = loading_[id];
    waiting.push_back(std::move(then));
    if (waiting.size() > 1) return;
    around_.store.load(id, [this, id, post = around_.post](std::optional<stored_session> stored) {
        post([this, id, read = std::make_shared<std::optional<stored_session>>(std::move(stored))] {
            loaded(id, std::move(*read));
        });
    });
}

void registry::loaded(const domain::session_id& id, std::optional<stored_session> stored) {
    const auto waiting = std::exchange(loading_[id], {});
    loading_.erase(id);
    std::shared_ptr<live_session> session;
    if (const auto* listed = find(id); listed && stored) {
        session = std::make_shared<live_session>(id, listed->code, std::move(*stored), around_);
        live_.emplace(id, session);
    }
    in_turn each(around_.post);
    for (const auto& then : waiting) each([&] { then(session); });
}

void registry::tick() {
    in_turn each(around_.post);
    for (const auto& live : live_) each([&] { live.second->tick(); });
    // A session that somebody still holds is not loaded a second time.
    std::erase_if(live_, [](const auto& live) { return live.second.use_count() == 1 && live.second->idle(); });
}

void registry::end_all_feeds(feed_end why) {
    in_turn each(around_.post);
    for (const auto& live : live_) each([&] { live.second->end_all_feeds(why); });
}

}  // namespace klartext::live
