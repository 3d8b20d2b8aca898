#pragma once
#include "replay/client_connection.hpp"
#include "replay/course.hpp"

namespace klartext::replay {

struct final_answer {
    http_answer answer;
    int losses = 0;  ///< how often the connection was lost or the server said "kept, will be sent again" before
};

/// Sends the same bytes until they are answered: over lost connections, restarts of the server and 503. Letterbox and
/// joining are made for that; whoever asks for something else has to look at `losses`.
/// Throws std::runtime_error when the patience of the course is at its end.
awaitable<final_answer> ask_until_answered(http_client&, const http_question&, course&);

/// Waits longer from time to time: 20 ms at first, 160 ms at last.
class back_off {
public:
    [[nodiscard]] std::chrono::milliseconds next();

private:
    std::chrono::milliseconds last_{10};
};

}  // namespace klartext::replay
