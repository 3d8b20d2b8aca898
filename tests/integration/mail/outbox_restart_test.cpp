#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "mail/mail_folder.hpp"
#include "mail/mailer.hpp"
#include "store/mail_store.hpp"
#include "temporary_folder.hpp"

namespace klartext::mail {
namespace {

using namespace std::chrono_literals;

class failing_transport final : public transport {
public:
    explicit failing_transport(std::atomic<int>& tries) : tries_(tries) {}
    delivery carry(const parcel&, std::stop_token) override {
        ++tries_;
        return {};
    }

private:
    std::atomic<int>& tries_;
};

moment now() { return std::chrono::time_point_cast<moment::duration>(std::chrono::system_clock::now()); }

template <class Condition>
bool comes_true(Condition condition) {
    for (int i = 0; i < 2000 && !condition(); ++i) std::this_thread::sleep_for(5ms);
    return condition();
}

TEST(OutboxRestart, AMailSurvivesARestartAndIsSentOnce) {
    testing::temporary_folder folder;
    const domain::session_id session{.bytes = {5}};
    const sender from{.name = "", .address = *mail_address::read("klartext@localhost")};
    const mailer_pace quick{.pauses = {5ms}, .look = 5ms, .lease = 60s, .expiry = 1h};
    const renderer render = [](const domain::session_id&) {
        return std::optional(outgoing{"Minutes", "t", "<p>", {}});
    };
    {
        store::mail_store box(folder / "mail.db");
        box.leave_address(session, {.bytes = {1}}, *mail_address::read("anna@example.org"), now());
        box.close_session(session, {}, now() + 60min, now());
        std::atomic<int> tries = 0;
        mailer failing(box, render, std::make_unique<failing_transport>(tries), from, quick);
        ASSERT_TRUE(comes_true([&] { return tries >= 3; }));
    }
    store::mail_store box(folder / "mail.db");
    mailer working(box, render, std::make_unique<mail_folder>(folder / "mails"), from, quick);
    ASSERT_TRUE(comes_true([&] { return box.counts(session).sent == 1; }));
    std::this_thread::sleep_for(50ms);
    const std::filesystem::directory_iterator mails(folder / "mails");
    EXPECT_EQ(std::distance(begin(mails), end(mails)), 1);
    EXPECT_EQ(box.counts(session).queued, 0);
}

}  // namespace
}  // namespace klartext::mail
