#pragma once
#include <functional>

#include "replay/desk.hpp"
#include "replay/played.hpp"
#include "replay/recording.hpp"
#include "replay/server_address.hpp"

namespace klartext::replay {

enum class stage {
    prepared,  ///< the session runs, nobody has joined
    entered,   ///< everybody has joined and listens; no act was sent
    acted,     ///< every act was answered
};

struct play_options {
    server_address server;
    desk_login login;
    double speed = 0;                    ///< 2 is twice as fast as recorded; 0: nobody waits for recorded times
    std::chrono::seconds patience{120};  ///< with a server that does not answer
    bool every_file = false;             ///< of the minutes; else those that can be reckoned and read
    std::function<void(stage)> reached = [](stage) {};  ///< called on the playing thread
    std::function<void()> answered = [] {};             ///< for each answer to a request, on the playing thread
};

/// Two sockets for each participant, here and in servers that are started afterwards. Throws std::runtime_error.
void raise_file_limit(std::size_t participants);

/// Plays the recording as a new session, closes it and reads its minutes. Returns when all connections are closed.
/// Throws nothing that the server or the network can cause: that is `played::failure`. Interrupted by SIGINT, SIGTERM.
[[nodiscard]] played play(const recording&, const play_options&);

}  // namespace klartext::replay
