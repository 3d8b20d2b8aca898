#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <thread>

#include "integration/mail/outbox_house.hpp"
#include "integration/mail/scripted_server.hpp"

/// The process dies at the worst moments. Each death happens in a child; the parent opens the file afterwards.
namespace klartext::mail {
namespace {

using namespace std::chrono_literals;
using testing::outbox_house;
using testing::scripted_server;

enum class moment_of_death { before_the_mark, after_the_mark };

/// Passes everything on, but kills its own process at the first mark.
class deadly_outbox final : public outbox {
public:
    deadly_outbox(outbox& real, moment_of_death when) : real_(real), when_(when) {}
    std::optional<leased_mail> lease_next(moment now, moment until) override { return real_.lease_next(now, until); }
    void mark_sent(const mail_id& id) override {
        if (when_ == moment_of_death::after_the_mark) real_.mark_sent(id);
        ::kill(::getpid(), SIGKILL);
    }
    void mark_retry(const mail_id& id, moment next, int code) override { real_.mark_retry(id, next, code); }
    void mark_failed(const mail_id& id, int code) override { real_.mark_failed(id, code); }
    void hold_all(moment until) override { real_.hold_all(until); }
    void release() override { real_.release(); }
    void expire(moment now) override { real_.expire(now); }

private:
    outbox& real_;
    moment_of_death when_;
};

class KilledMailer : public ::testing::Test {
protected:
    KilledMailer() {
        house.leave(people);
        house.close();
    }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(server.port()) + "?tls=none"; }

    /// No thread of the parent lives while it forks; the child takes nothing of it but the file.
    void in_a_child(const std::function<void()>& act) {
        house.box.reset();
        const auto child = ::fork();
        if (child == 0) {
            house.box.emplace(house.folder / "mail.db");
            act();
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "it was to be killed";
        house.box.emplace(house.folder / "mail.db");
    }
    void die(moment_of_death when) {
        in_a_child([&] {
            deadly_outbox box(*house.box, when);
            const mailer running(
                box, [this](const domain::session_id&) { return std::optional(house.minutes); },
                std::make_unique<smtp_transport>(read_smtp_url(url()).value(), outbox_house::limits), house.from,
                mailer_pace{.pauses = {5ms}, .look = 5ms, .lease = 200ms, .hold = 1h, .expiry = 1h});
            std::this_thread::sleep_for(20s);
        });
    }
    void send_the_rest() {
        const auto mailer = house.mailer(url(), 5ms);
        ASSERT_TRUE(house.comes_to([&] { return house.counts().sent == people; }));
        EXPECT_EQ(house.counts().queued, 0);
    }
    /// How often each Message-ID came.
    std::map<std::string, int> arrived() const {
        std::map<std::string, int> ids;
        for (const auto& message : server.messages()) ++ids[message.substr(message.find("Message-ID:"), 48)];
        return ids;
    }

    static constexpr int people = 5;
    outbox_house house;
    const scripted_server server{nlohmann::json::array({nlohmann::json::object()})};
};

TEST_F(KilledMailer, WhatWasMarkedIsNeverSentAgain) {
    die(moment_of_death::after_the_mark);
    EXPECT_EQ(house.counts().sent, 1);
    send_the_rest();
    EXPECT_EQ(server.messages().size(), static_cast<std::size_t>(people));
    EXPECT_EQ(arrived().size(), static_cast<std::size_t>(people));
}

TEST_F(KilledMailer, BetweenYesAndMarkOneMailIsDoubledAndCanBeTold) {
    die(moment_of_death::before_the_mark);
    EXPECT_EQ(house.counts().sent, 0);
    send_the_rest();
    EXPECT_EQ(server.messages().size(), people + 1U) << "one more, and no more than one";
    EXPECT_EQ(arrived().size(), static_cast<std::size_t>(people)) << "its Message-ID is the same";
}

TEST_F(KilledMailer, ManyDeathsLoseNoMailAndDoubleAtMostOneEach) {
    constexpr int deaths = 3;
    for (int i = 0; i < deaths; ++i) die(moment_of_death::before_the_mark);
    send_the_rest();
    EXPECT_EQ(arrived().size(), static_cast<std::size_t>(people));
    EXPECT_LE(server.messages().size(), people + static_cast<std::size_t>(deaths));
}

}  // namespace
}  // namespace klartext::mail
