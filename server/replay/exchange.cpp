#include "replay/exchange.hpp"

#include <algorithm>

namespace klartext::replay {
namespace {

/// "Kept, will be sent again", "too many tries", or a proxy whose server is away.
bool comes_later(unsigned status) { return status == 429 || status == 502 || status == 503 || status == 504; }

}  // namespace

std::chrono::milliseconds back_off::next() {
    last_ = std::min(last_ * 2, std::chrono::milliseconds(160));
    return last_;
}

awaitable<final_answer> ask_until_answered(http_client& client, const http_question& question, course& all) {
    final_answer final;
    back_off waiting;
    const auto begun = std::chrono::steady_clock::now();
    for (;; ++final.losses) {
        std::chrono::milliseconds wait = waiting.next();
        try {
            final.answer = co_await client.ask(question);
            if (!comes_later(final.answer.status)) {
                all.heard();
                all.answer_came();
                co_return final;
            }
            wait = std::max<std::chrono::milliseconds>(wait, std::chrono::seconds(final.answer.retry_after));
        } catch (const boost::system::system_error&) {
            // Lost: whether it was stored is unknown, so it is sent again.
        }
        all.lost();
        all.check_patience(begun);
        ++all.result.sent_again;
        co_await pause(all.executor(), wait);
    }
}

}  // namespace klartext::replay
