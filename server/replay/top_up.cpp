#include "replay/top_up.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace klartext::replay {
namespace {

constexpr std::size_t stamps_in_a_batch = 200;
constexpr std::chrono::seconds of_a_server{300};

/// Follows a recording and notes who needs a stamp for which activity.
class counting {
public:
    void note(const act& next) {
        const auto* what = std::get_if<contribution>(&next.what);
        if (!what) return;
        if (const auto* entry = std::get_if<write_entry>(what)) note(next.who, entry->activity, entry->ref);
        if (const auto* comment = std::get_if<write_comment>(what))
            note(next.who, activities_.at(comment->on), comment->ref);
    }

    [[nodiscard]] std::size_t most() const { return most_; }

private:
    void note(std::uint32_t who, const std::string& activity, const std::string& ref) {
        most_ = std::max(most_, ++written_[{who, activity}]);
        activities_.emplace(ref, activity);
    }

    std::unordered_map<std::string, std::string> activities_;  ///< by ref
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> written_;
    std::size_t most_ = 0;
};

}  // namespace

std::size_t busiest_writing(const recording& recorded) {
    counting all;
    for (const auto& act : recorded.acts) all.note(act);
    return all.most();
}

// Recorded people had five minutes for 200 cards; when time runs faster, so must the stamps.
std::chrono::seconds top_up_for(double speed, const recording& recorded) {
    if (busiest_writing(recorded) <= stamps_in_a_batch) return of_a_server;
    return std::chrono::seconds(speed <= 0 ? 1 : std::max(1L, std::lround(of_a_server.count() / speed)));
}

}  // namespace klartext::replay
