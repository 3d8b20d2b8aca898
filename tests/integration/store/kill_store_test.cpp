// Kills a process that stores at random moments and looks for everything it had confirmed. The process is this program
// again, started as `kill_store_test --store-until-killed FOLDER SESSION honest|hasty`.
#include <gmock/gmock.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <random>
#include <thread>

#include "store/commit_threads.hpp"
#include "store/session_files.hpp"
#include "temporary_folder.hpp"
#include "unit/store/session_samples.hpp"

extern char** environ;

namespace klartext::store::testing {
namespace {

using namespace std::chrono_literals;

/// What the child reports once it holds a row to be stored. Smaller than PIPE_BUF, so that none is cut.
struct report {
    domain::entry_id entry;
    domain::stamp_hash stamp;
    domain::seat_hash seat;
    std::uint32_t number = 0;
};

std::string text_of(std::uint32_t number) {
    return "Karte " + std::to_string(number) + " " + std::string(number % 700, 'x') + " 🚲 שלום";
}

live::session_rows rows_of(const report& what) {
    const domain::activity_id activity{"ideen"};
    live::session_rows rows;
    rows.entries.push_back({activity, what.entry, card(text_of(what.number))});
    rows.entries.back().entry.counter = what.number;
    rows.spent.push_back({activity, what.stamp});
    rows.ballots.push_back({activity, what.stamp, {what.number, domain::single_choice_ballot{3}}});
    if (what.number % 10 == 0) rows.seats.push_back(what.seat);
    return rows;
}

void tell(const report& what) {
    if (::write(STDOUT_FILENO, &what, sizeof what) != static_cast<ssize_t>(sizeof what)) std::_Exit(1);
}

/// Hands over batches as fast as the store takes them, about 50 ahead of it. A hasty child confirms too early.
[[noreturn]] void store_until_killed(const std::string& folder, const std::string& session, bool hasty) {
    const plain_codec codec;
    const session_files files(folder, codec);
    commit_threads store(files, {.gap = 1ms});
    std::atomic<int> ahead = 0;
    samples some(std::random_device{}());
    for (std::uint32_t number = 1;; ++number) {
        while (ahead > 50) std::this_thread::sleep_for(100us);
        ++ahead;
        const report what{some.id<domain::entry_id>(), some.id<domain::stamp_hash>(), some.id<domain::seat_hash>(),
                          number};
        if (hasty) tell(what);
        store.commit(*session_named(session), rows_of(what), [&ahead, what, hasty](bool stored) {
            if (!stored) std::_Exit(1);
            if (!hasty) tell(what);
            --ahead;
        });
    }
}

/// The child and the reading end of its pipe.
class storing_child {
public:
    storing_child(const std::string& folder, const std::string& session, const std::string& manner) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
        reports_ = ends[0];
        std::array<std::string, 5> words{"kill_store_test", "--store-until-killed", folder, session, manner};
        std::array<char*, 6> arguments{};
        for (std::size_t at = 0; at < words.size(); ++at) arguments[at] = words[at].data();
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        const int failed = posix_spawn(&child_, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        if (failed != 0) throw std::runtime_error("no child");
    }
    storing_child(const storing_child&) = delete;
    storing_child& operator=(const storing_child&) = delete;
    ~storing_child() { ::close(reports_); }

    /// Everything confirmed until the kill, `after` which follows the first confirmation.
    std::vector<report> reports_until_killed(std::chrono::microseconds after) {
        std::vector<report> all;
        report next;
        if (read(next)) all.push_back(next);
        std::jthread killer([this, after] {
            std::this_thread::sleep_for(after);
            ::kill(child_, SIGKILL);
        });
        while (read(next)) all.push_back(next);
        int status = 0;
        ::waitpid(child_, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
        return all;
    }

private:
    bool read(report& into) const {
        std::array<char, sizeof(report)> bytes{};
        for (std::size_t have = 0; have < bytes.size();) {
            const auto got = ::read(reports_, bytes.data() + have, bytes.size() - have);
            if (got <= 0) return false;
            have += static_cast<std::size_t>(got);
        }
        std::memcpy(&into, bytes.data(), sizeof into);
        return true;
    }

    pid_t child_ = 0;
    int reports_ = -1;
};

struct outcome {
    std::size_t confirmed = 0;
    std::size_t lost = 0;
};

bool is_there(const live::stored_session& session, const report& what) {
    const auto& activity = session.state.agenda.at(0);
    const auto entry = activity.entries.find(what.entry);
    const auto ballot = activity.ballots.find(what.stamp);
    return entry != activity.entries.end() && entry->second.text == text_of(what.number) &&
           entry->second.counter == what.number && ballot != activity.ballots.end() &&
           ballot->second.counter == what.number && activity.spent.contains(what.stamp) &&
           (what.number % 10 != 0 || session.seats.contains(what.seat));
}

/// One session, stored into by a child after the other, each of them killed.
outcome kill_and_look(const std::string& manner, int rounds) {
    klartext::testing::temporary_folder folder;
    const plain_codec codec;
    session_files files(folder / "sessions", codec);
    samples some(1);
    const auto id = some.id<domain::session_id>();
    const auto session = running_session(some);
    files.create(id, session.state, *session.keys);

    std::vector<report> confirmed;
    for (int round = 0; round < rounds; ++round) {
        storing_child child((folder / "sessions").string(), name_of(id), manner);
        const auto reports = child.reports_until_killed(std::chrono::microseconds(some.number(0, 60'000)));
        confirmed.insert(confirmed.end(), reports.begin(), reports.end());
        files.repair();
        // One connection reads the log that the killed process left, the next one what is left of it.
        const auto found = files.load_now(id);
        EXPECT_EQ(found, files.load_now(id));
    }
    outcome all;
    all.confirmed = confirmed.size();
    const auto found = files.load_now(id);
    for (const auto& what : confirmed) all.lost += is_there(*found, what) ? 0 : 1;
    // What was not confirmed may be there, but with all that belongs to it.
    const auto& activity = found->state.agenda.at(0);
    EXPECT_EQ(activity.entries.size(), activity.ballots.size());
    EXPECT_EQ(activity.entries.size(), activity.spent.size());
    return all;
}

TEST(KilledStore, HasLostNothingThatItConfirmed) {
    const auto honest = kill_and_look("honest", 20);
    EXPECT_GT(honest.confirmed, 100U);
    EXPECT_EQ(honest.lost, 0U);
}

TEST(KilledStore, IsCaughtWhenItConfirmsBeforeTheCommit) {
    const auto hasty = kill_and_look("hasty", 10);
    EXPECT_GT(hasty.lost, 0U);
}

}  // namespace
}  // namespace klartext::store::testing

int main(int count, char** words) {
    using namespace klartext::store::testing;
    if (count == 5 && std::string_view(words[1]) == "--store-until-killed")
        store_until_killed(words[2], words[3], std::string_view(words[4]) == "hasty");
    ::testing::InitGoogleMock(&count, words);
    return RUN_ALL_TESTS();
}
