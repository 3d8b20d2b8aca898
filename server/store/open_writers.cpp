#include "store/open_writers.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace klartext::store {
namespace {

using std::chrono::seconds;

constexpr int long_log = 1000;  // pages
constexpr seconds rest_before_emptying{1};
constexpr seconds rest_before_closing{60};

/// Whether it failed; what goes wrong while tidying can be tried again and hurts nobody now.
template <class Work>
bool failed(const domain::session_id& session, Work&& work) noexcept {
    try {
        work();
        return false;
    } catch (const std::exception& failure) {
        spdlog::warn("session {}: its log could not be tidied: {}", name_of(session), failure.what());
        return true;
    }
}

}  // namespace

open_writers::open_writers(const session_files& files, std::size_t most)
    : files_(files), most_(std::max<std::size_t>(most, 1)) {}

session_writer& open_writers::at(const domain::session_id& session, moment now) {
    const auto found = open_.find(session);
    if (found != open_.end() && found->second.trusted) {
        found->second.used = now;
        return *found->second.writer;
    }
    if (found == open_.end()) make_room();
    auto fresh = std::make_unique<session_writer>(files_.place(session), files_.content_codec());
    auto& place = open_[session];
    place = {std::move(fresh), now, true};
    return *place.writer;
}

void open_writers::distrust(const domain::session_id& session) {
    if (const auto found = open_.find(session); found != open_.end()) found->second.trusted = false;
}

void open_writers::finish(const domain::session_id& session) noexcept {
    const auto found = open_.find(session);
    if (found == open_.end()) return;
    failed(session, [&] { static_cast<void>(found->second.writer->empty_log()); });
    open_.erase(found);
}

void open_writers::tidy(moment now) noexcept {
    for (auto each = open_.begin(); each != open_.end();) {
        auto& [session, opened] = *each;
        const auto rested = now - opened.used;
        const bool at_rest = rested >= rest_before_emptying && opened.writer->log_pages() > 0;
        const bool broken = opened.trusted && failed(session, [&] {
                                if (at_rest)
                                    static_cast<void>(opened.writer->empty_log());
                                else if (opened.writer->log_pages() > long_log)
                                    opened.writer->checkpoint();
                            });
        if (broken) opened.trusted = false;
        each = rested >= rest_before_closing ? open_.erase(each) : std::next(each);
    }
}

void open_writers::make_room() {
    if (open_.size() < most_) return;
    open_.erase(std::ranges::min_element(open_, {}, [](const auto& each) { return each.second.used; }));
}

}  // namespace klartext::store
