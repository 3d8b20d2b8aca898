#include "replay/feed_reading.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace klartext::replay {
namespace {

using nlohmann::json;
constexpr std::size_t most_known = 8;

void note_activity(const json& activity, feed_message& message) {
    if (activity.contains("stampBatch")) message.batches[activity.at("id")] = activity.at("stampBatch");
    if (activity.at("kind") != "vote" || !activity.contains("items") || !activity.contains("slot")) return;
    told_vote vote;
    vote.slot = activity.at("slot").get<std::size_t>();
    vote.second_round = activity.contains("secondRoundOf");
    for (const auto& told : activity.at("items"))
        vote.items.push_back({std::to_string(told.at("id").get<int>()), told.at("text")});
    message.votes[activity.at("id")] = std::move(vote);
}

void note_change(const json& change, feed_message& message) {
    const auto& kind = change.at("change").get_ref<const std::string&>();
    if (kind == "activityOpened") note_activity(change.at("activity"), message);
    if (kind == "stampsDue") message.batches[change.at("activity")] = change.at("batch");
    if (kind != "agendaChanged") return;
    for (const auto& activity : change.at("agenda")) note_activity(activity, message);
}

feed_message understand(std::string_view bytes) {
    feed_message message;
    const auto parsed = json::parse(bytes, nullptr, false);
    if (parsed.is_discarded()) return message;
    try {
        const auto& type = parsed.at("type").get_ref<const std::string&>();
        message.snapshot = type == "snapshot";
        message.epoch = parsed.at("epoch");
        message.revision = parsed.at("revision");
        if (message.snapshot) {
            for (const auto& activity : parsed.at("session").at("agenda")) note_activity(activity, message);
        } else {
            message.changes = parsed.at("changes").size();
            for (const auto& change : parsed.at("changes")) note_change(change, message);
        }
        message.understood = message.snapshot || type == "update";
    } catch (const json::exception&) {
        message.understood = false;
    }
    return message;
}

}  // namespace

std::shared_ptr<const feed_message> feed_reading::read(std::string_view bytes) {
    const auto same = [&](const known& k) { return k.bytes == bytes; };
    if (const auto found = std::ranges::find_if(latest_, same); found != latest_.end()) return found->message;
    latest_.push_front({std::string(bytes), std::make_shared<feed_message>(understand(bytes))});
    if (latest_.size() > most_known) latest_.pop_back();
    return latest_.front().message;
}

}  // namespace klartext::replay
