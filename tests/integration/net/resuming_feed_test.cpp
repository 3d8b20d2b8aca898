// A feed of a real session that comes back after it has missed something, on a real socket.
#include "integration/net/raw_client.hpp"
#include "integration/net/running_server.hpp"
#include "live/live_session.hpp"

#include <gmock/gmock.h>

namespace klartext::net {
namespace {

using testing::raw_client;
using testing::raw_frame;
using testing::running_server;

constexpr int text_frame = 1;
constexpr std::size_t update_bytes = 8 * 1024;

/// Has everything stored at once.
class ready_store final : public live::session_store {
public:
    void commit(const domain::session_id&, live::session_rows, committed done) override { done(true); }
    void load(const domain::session_id&, loaded then) override { then(std::nullopt); }
};

/// "snapshot 7", and updates of 8 KiB that begin with "update 7 ".
class wordy_encoder final : public live::feed_encoder {
public:
    std::string snapshot(const domain::session_id&, const std::string&, const domain::session_state&,
                         const live::head_count&, domain::audience, const live::feed_position& at) const override {
        return "snapshot " + std::to_string(at.revision);
    }
    std::optional<live::encoded_update> update(const domain::session_state&, std::span<const domain::change>,
                                               const live::head_count&, domain::audience,
                                               const live::feed_position& at) const override {
        auto text = "update " + std::to_string(at.revision) + " ";
        text.resize(update_bytes, '.');
        return live::encoded_update{std::move(text), {}};
    }
    std::optional<std::string> numbers(const live::head_count&, const live::head_count&, domain::audience,
                                       const live::feed_position&) const override {
        return std::nullopt;
    }
};

/// A session of which every hello names the revision that was seen last.
struct ResumingFeed : ::testing::Test {
    ready_store store;
    wordy_encoder encoder;
    std::shared_ptr<live::live_session> session;
    running_server server{settings(), [this] { session.reset(); }};

    server_settings settings() {
        server_settings made;
        made.http.body_limit = [](const http_request&) { return small_body; };
        made.http.handle = [](http_request, responder respond) { respond(empty_response(204)); };
        made.greeting = [this](const std::shared_ptr<feed>& newcomer, const std::string& hello) {
            newcomer->when_gone([this, sink = newcomer.get()] { session->unsubscribe(*sink); });
            session->subscribe(newcomer, domain::audience::desk, std::nullopt,
                               live::feed_position{"epoch", std::stoull(hello)});
        };
        return made;
    }

    void SetUp() override {
        server.on_io([&] {
            session = std::make_shared<live::live_session>(
                domain::session_id{}, "ABCD1234", live::stored_session{},
                live::surroundings{.store = store,
                                   .encoder = encoder,
                                   .post = [this](std::function<void()> job) { server.post(std::move(job)); },
                                   .now = [] { return std::chrono::sys_seconds{}; },
                                   .steady = [] { return std::chrono::steady_clock::now(); },
                                   .new_epoch = [] { return std::string("epoch"); }});
            return true;
        });
    }

    /// One update each, whether somebody listens or not.
    void happen(int updates) {
        for (int each = 0; each < updates; ++each) {
            std::promise<void> stored;
            server.post([&] {
                const bool open = session->unsettled().head.door_open;
                session->submit(domain::set_door{!open}, [&](const live::answer&) { stored.set_value(); });
            });
            stored.get_future().wait();
        }
    }
    static std::string first_words(const std::optional<raw_frame>& frame) {
        if (!frame) return "nothing";
        return frame->opcode == text_frame ? frame->payload.substr(0, frame->payload.find(" ."))
                                           : "closed with " + std::to_string(frame->close_code());
    }
};

TEST_F(ResumingFeed, GetsWhatItHasMissedAndGoesOn) {
    happen(10);
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(text_frame, "7");
    for (const auto* expected : {"update 8", "update 9", "update 10"}) EXPECT_EQ(first_words(client.frame()), expected);
    happen(1);
    EXPECT_EQ(first_words(client.frame()), "update 11");
}

TEST_F(ResumingFeed, GetsASnapshotWhenWhatItHasMissedWouldOverflowItsQueue) {
    happen(60);  // 480 KiB
    raw_client client(server.port());
    ASSERT_EQ(client.upgrade()->status, 101);
    client.send_frame(text_frame, "1");
    EXPECT_EQ(first_words(client.frame()), "snapshot 60");
    happen(1);
    EXPECT_EQ(first_words(client.frame()), "update 61");
}

}  // namespace
}  // namespace klartext::net
