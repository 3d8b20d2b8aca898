#include <gmock/gmock.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "access/accounts.hpp"
#include "application.hpp"
#include "crypto/codes.hpp"
#include "integration/net/raw_client.hpp"
#include "store/accounts_store.hpp"
#include "store/session_files.hpp"
#include "temporary_folder.hpp"

/// The application is told to stop while somebody waits for a slow disk.
namespace klartext::testing {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// Takes its time before it stores a batch.
class slow_disk final : public live::session_store {
public:
    slow_disk(live::session_store& store, std::atomic<int>& handed_over, std::chrono::milliseconds delay)
        : store_(store), handed_over_(handed_over), delay_(delay) {}

    void commit(const domain::session_id& id, live::session_rows rows, committed done) override {
        waiting_.emplace_back([this, id, rows = std::move(rows), done = std::move(done)]() mutable {
            ++handed_over_;
            std::this_thread::sleep_for(delay_);
            store_.commit(id, std::move(rows), std::move(done));
        });
    }
    void load(const domain::session_id& id, loaded then) override { store_.load(id, std::move(then)); }

private:
    live::session_store& store_;
    std::atomic<int>& handed_over_;
    std::chrono::milliseconds delay_;
    std::vector<std::jthread> waiting_;
};

/// Runs on a thread of its own, and not beyond this.
class running_application {
public:
    explicit running_application(application& of) : of_(of), thread_([&of] { of.run(); }) {}
    running_application(const running_application&) = delete;
    running_application& operator=(const running_application&) = delete;
    ~running_application() { of_.stop(); }

private:
    application& of_;
    std::jthread thread_;
};

struct Stopping : ::testing::Test {
    temporary_folder folder;
    serve_options options;
    std::atomic<int> handed_over = 0;
    std::string cookie, session;

    void SetUp() override {
        options.data = folder / "data";
        options.listen = "127.0.0.1:0";
        std::filesystem::create_directories(options.data);
        store::accounts_store rows(options.data / "klartext.db");
        ASSERT_TRUE(access::accounts(rows).add("anna", "korrekt-pferd-batterie", true));
    }

    std::string request(std::uint16_t port, const std::string& method, const std::string& path, const json& body) {
        const auto here = "127.0.0.1:" + std::to_string(port), bytes = body.dump();
        return method + " /api/v1/desk" + path + " HTTP/1.1\r\nHost: " + here + "\r\nOrigin: http://" + here +
               "\r\nCookie: " + cookie +
               "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" +
               bytes;
    }

    /// What comes back to somebody who renames a session when the server is told to stop before that is stored.
    std::optional<raw_response> rename_while_it_stops(std::chrono::milliseconds disk) {
        application server(options, [&](live::session_store& store) -> std::unique_ptr<live::session_store> {
            return std::make_unique<slow_disk>(store, handed_over, disk);
        });
        running_application running(server);
        raw_client anna(server.port());
        log_in(anna, server.port());
        make_session(anna, server.port());
        anna.send(request(server.port(), "PUT", "/sessions/" + session, settings("Nachher")));
        for (int tries = 0; handed_over == 0 && tries < 1000; ++tries) std::this_thread::sleep_for(10ms);
        EXPECT_EQ(handed_over, 1);
        server.stop();
        return anna.response();
    }

    void log_in(raw_client& anna, std::uint16_t port) {
        const json login = {{"name", "anna"}, {"password", "korrekt-pferd-batterie"}};
        const auto cookies = anna.ask(request(port, "POST", "/login", login)).value().header("Set-Cookie");
        cookie = cookies.substr(0, cookies.find(';'));
    }

    void make_session(raw_client& anna, std::uint16_t port) {
        auto draft = settings("Vorher");
        draft["agenda"] = json::array();
        session = json::parse(anna.ask(request(port, "POST", "/sessions", draft)).value().body).at("id");
    }

    static json settings(const std::string& title) {
        return {{"title", title}, {"language", "de"}, {"notice", ""}, {"openSmallGroup", false}};
    }

    std::string stored_title() const {
        const store::plain_codec codec;
        const store::session_files files(options.data / "sessions", codec);
        const domain::session_id id{crypto::sized<16>(crypto::hex_decode(session)).value()};
        return files.load_now(id)->state.head.settings.title;
    }
};

TEST_F(Stopping, WaitsForWhatIsBeingStoredAndAnswersIt) {
    const auto answer = rename_while_it_stops(1200ms);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 204);
    EXPECT_EQ(stored_title(), "Nachher");
}

TEST_F(Stopping, AnswersNothingThatTakesTooLongRatherThanSayingWhatIsNotStored) {
    EXPECT_FALSE(rename_while_it_stops(4500ms));
}

}  // namespace
}  // namespace klartext::testing
