#include "integration/kill/killed_session.hpp"

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "integration/kill/whereabouts.hpp"
#include "replay/own_server.hpp"
#include "replay/player.hpp"
#include "temporary_folder.hpp"

namespace klartext::killing {
namespace {

using namespace replay;
using nlohmann::json;
using std::chrono::milliseconds;

constexpr std::uint32_t people = 12;
constexpr int items = 6;

const std::string session = R"({"title":"Under fire","language":"en","agenda":[
    {"id":"cards","kind":"collect","title":"Cards","prompt":"","comments":true,"release":"waves"},
    {"id":"stances","kind":"vote","title":"Stances","prompt":"","method":"agree_disagree",
     "items":["0","1","2","3","4","5"]},
    {"id":"dots","kind":"vote","title":"Dots","prompt":"","method":"dots","budget":12,"perItem":6,
     "items":["0","1","2","3","4","5"]}]})";

int random(std::mt19937& chance, int from, int to) { return std::uniform_int_distribution(from, to)(chance); }

constexpr std::array<const char*, 3> stances{"agree", "pass", "disagree"};

std::string random_ballot(std::mt19937& chance, const std::string& method) {
    const bool dots = method == "dots";
    json content = json::object();
    for (int item = 0; item < items; ++item)
        if (random(chance, 0, 2) > 0)
            content[std::to_string(item)] = dots ? json(random(chance, 0, 2)) : json(stances.at(random(chance, 0, 2)));
    return json{{"method", dots ? "dots" : "agree_disagree"}, {method, content}}.dump();
}

/// Writes one act after the other; remembers which entries there are.
class scribe {
public:
    scribe(recording& made, std::mt19937& chance) : made_(made), chance_(chance) {}

    void lead_to(leading_verb verb, const std::string& activity) {
        act next;
        next.what = lead{verb, activity};
        made_.acts.push_back(std::move(next));
    }

    void contribute() {
        act next;
        next.who = static_cast<std::uint32_t>(random(chance_, 0, people - 1));
        next.what = chosen(next.who, random(chance_, 0, 99));
        made_.acts.push_back(std::move(next));
    }

private:
    contribution chosen(std::uint32_t who, int die) {
        auto& own = own_refs_[who];
        if (die < 30 || own.empty()) return entry(own);
        if (die < 45) return edit_entry{one_of(own), new_text()};
        if (die < 48) return withdraw_entry{one_of(own)};
        if (die < 58) return write_comment{one_of(refs_), "c" + std::to_string(++comments_), new_text()};
        const std::string vote = die < 80 ? "stances" : "dots";
        return cast_ballot{vote, random_ballot(chance_, vote)};
    }

    write_entry entry(std::vector<std::string>& own) {
        refs_.push_back("e" + std::to_string(refs_.size()));
        own.push_back(refs_.back());
        return {"cards", refs_.back(), new_text(), {}};
    }

    std::string new_text() { return "text " + std::to_string(++texts_); }
    std::string one_of(const std::vector<std::string>& refs) {
        return refs[static_cast<std::size_t>(random(chance_, 0, static_cast<int>(refs.size()) - 1))];
    }

    recording& made_;
    std::mt19937& chance_;
    std::vector<std::string> refs_;
    std::map<std::uint32_t, std::vector<std::string>> own_refs_;
    int texts_ = 0, comments_ = 0;
};

/// Outside the range from which connections take their own ports: else a client that tries to reach the dead server
/// might meet itself.
std::string some_port(std::mt19937& chance) { return "127.0.0.1:" + std::to_string(random(chance, 12000, 30000)); }

/// A port may be taken by somebody else.
own_server start_somewhere(own_server_options& options, std::mt19937& chance) {
    for (int tries = 0;; ++tries) {
        options.listen = some_port(chance);
        try {
            return own_server(options);
        } catch (const std::runtime_error&) {
            if (tries == 5) throw;
        }
    }
}

}  // namespace

recording busy_recording(std::mt19937& chance, std::size_t acts) {
    recording made;
    made.session = session;
    made.activities = {"cards", "stances", "dots"};
    made.votes = {{"stances", item_names::listed}, {"dots", item_names::listed}};
    for (std::uint32_t who = 0; who < people; ++who) made.participants.push_back("p" + std::to_string(who));
    scribe scribe(made, chance);
    for (const auto& activity : made.activities) scribe.lead_to(leading_verb::open, activity);
    while (made.acts.size() < acts) scribe.contribute();
    for (const auto& activity : made.activities) scribe.lead_to(leading_verb::close, activity);
    return made;
}

outcome play_under_fire(const std::filesystem::path& program, const recording& recorded, std::mt19937& chance) {
    klartext::testing::temporary_folder data;
    own_server_options server_options;
    server_options.program = program;
    server_options.data = data.path();
    server_options.patience = std::chrono::minutes(3);
    play_options options;
    options.login = own_login(program, data.path());
    std::optional<own_server> server(start_somewhere(server_options, chance));
    options.server = server->address();

    std::atomic<bool> firing = false, over = false;
    std::atomic<int> answers = 0;
    options.reached = [&](stage at) { firing = firing || at == stage::entered; };
    options.answered = [&] { ++answers; };
    outcome result;
    // The server ends with the thread that starts it, so this thread starts and kills, and another one plays.
    std::thread playing([&] {
        result.played = play(recorded, options);
        over = true;
    });
    try {
        const auto until = [&](auto happened) {
            while (!happened() && !over) std::this_thread::sleep_for(milliseconds(1));
        };
        until([&] { return firing.load(); });
        while (!over) {
            // On a busy machine no server would get to answer within any time chosen here, and nothing would go on.
            const int enough = answers + random(chance, 1, 20);
            std::this_thread::sleep_for(milliseconds(random(chance, 20, 400)));
            until([&] { return answers >= enough; });
            if (over) break;
            server->process().kill_at_once();
            ++result.kills;
            server.emplace(server_options);
        }
    } catch (const std::exception& e) {
        // Without a server the player gives up by itself.
        playing.join();
        result.played.failure = e.what();
        return result;
    }
    playing.join();
    const auto minutes = result.played.files.find("minutes.json");
    if (minutes == result.played.files.end()) return result;
    result.difference = reckon(result.played.expected, minutes->second);
    result.amiss = amiss(recorded, result.played.expected, minutes->second);
    return result;
}

}  // namespace klartext::killing
