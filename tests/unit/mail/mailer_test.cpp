#include "mail/mailer.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "outbox_in_memory.hpp"

namespace klartext::mail {
namespace {

/// Answers as told, one answer per mail; the last one for ever.
class scripted_transport final : public transport {
public:
    scripted_transport(std::vector<delivery> answers, std::vector<std::string>* carried)
        : answers_(std::move(answers)), carried_(carried) {}
    delivery carry(const parcel& mail, std::stop_token) override {
        EXPECT_EQ(mail.to, "p@example.org");
        if (carried_ != nullptr) carried_->push_back(mail.message);
        const auto answer = answers_[std::min(next_, answers_.size() - 1)];
        ++next_;
        return answer;
    }

private:
    std::vector<delivery> answers_;
    std::vector<std::string>* carried_;
    std::size_t next_ = 0;
};

/// Carries until it is told to stop.
class endless_transport final : public transport {
public:
    explicit endless_transport(journal& notes) : notes_(notes) {}
    delivery carry(const parcel&, std::stop_token stop) override {
        notes_.note("carrying");
        while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
        return {};
    }

private:
    journal& notes_;
};

sender from() { return {.name = "", .address = *mail_address::read("klartext@localhost")}; }
mailer_pace quick() { return {.pauses = {1ms}, .look = 2ms, .lease = 60s, .expiry = 1h}; }
std::optional<outgoing> minutes(const domain::session_id&) { return outgoing{"Minutes", "text", "<p>html</p>", {}}; }

/// `carried` gets each message; to be read when the mailer is gone.
std::unique_ptr<transport> answering(std::vector<delivery> answers, std::vector<std::string>* carried = nullptr) {
    return std::make_unique<scripted_transport>(std::move(answers), carried);
}

constexpr delivery taken{verdict::sent, 250, obstacle::none};
constexpr delivery wrong_password{verdict::held, 535, obstacle::login};
constexpr delivery nobody_there{verdict::later, 0, obstacle::connection};
constexpr delivery greylisted{verdict::later, 451, obstacle::busy};
constexpr delivery of_content{verdict::refused, 554, obstacle::recipient, true};
constexpr delivery too_large{verdict::refused, 552, obstacle::size};

TEST(Mailer, SettlesEachMailAsTheTransportSays) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    box.put(2);
    box.put(3);
    {
        mailer running(box, minutes, answering({{verdict::refused, 550}, greylisted, taken}), from(), quick());
        ASSERT_TRUE(notes.reaches(4));
    }
    EXPECT_EQ(notes.lines(), (std::vector<std::string>{"failed 550", "retry 451", "sent", "sent"}));
}

TEST(Mailer, WaitsLongerAfterEachFailureAndALittleAtRandom) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    auto pace = quick();
    pace.pauses = {10s, 100s, 1000s};
    {
        mailer running(box, minutes, answering({greylisted}), from(), pace);
        ASSERT_TRUE(notes.reaches(5));
    }
    const std::vector<std::chrono::seconds> shortest{10s, 100s, 1000s, 1000s, 1000s};
    for (std::size_t i = 0; i < shortest.size(); ++i) {
        EXPECT_GT(box.pauses[i], shortest[i] - 1s);
        EXPECT_LE(box.pauses[i], shortest[i] * 6 / 5);
    }
    EXPECT_NE(box.pauses[3], box.pauses[4]);
}

TEST(Mailer, ARefusedLoginHoldsTheRest) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    box.put(2);
    {
        mailer running(box, minutes, answering({wrong_password}), from(), quick());
        ASSERT_TRUE(notes.reaches(1));
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_EQ(notes.lines(), std::vector<std::string>{"held"});
}

TEST(Mailer, AHeldQueueTriesOneMailWhenItsTimeIsOver) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    box.put(2);
    auto pace = quick();
    pace.hold = 20ms;
    {
        mailer running(box, minutes, answering({wrong_password, wrong_password, taken}), from(), pace);
        ASSERT_TRUE(notes.reaches(4));
    }
    EXPECT_EQ(notes.lines(), (std::vector<std::string>{"held", "held", "sent", "sent"}));
}

TEST(Mailer, SomebodyWhoHasMendedSomethingEndsTheHold) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    mailer running(box, minutes, answering({wrong_password, taken}), from(), quick());
    ASSERT_TRUE(notes.reaches(1));
    running.take_up();
    ASSERT_TRUE(notes.reaches(3));
    EXPECT_EQ(notes.lines(), (std::vector<std::string>{"held", "released", "sent"}));
}

TEST(Mailer, SaysWhatStandsInTheWayOfAllUntilOneGotThrough) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    mailer running(box, minutes, answering({wrong_password, {verdict::refused, 550, obstacle::recipient}}), from(),
                   quick());
    EXPECT_EQ(running.trouble(), obstacle::none);
    ASSERT_TRUE(notes.reaches(1));
    EXPECT_EQ(running.trouble(), obstacle::login);
    running.take_up();
    ASSERT_TRUE(notes.reaches(3));
    EXPECT_EQ(running.trouble(), obstacle::none) << "the server speaks with us again";
}

TEST(Mailer, WhereNobodyIsThereNotEveryMailIsTried) {
    journal notes;
    outbox_in_memory box(notes);
    for (std::uint8_t i = 0; i < 20; ++i) box.put(i);
    auto pace = quick();
    pace.pauses = {1h};
    {
        mailer running(box, minutes, answering({nobody_there, taken}), from(), pace);
        ASSERT_TRUE(notes.reaches(1));
        running.wake();
        std::this_thread::sleep_for(20ms);
        EXPECT_EQ(notes.lines(), std::vector<std::string>{"retry 0"});
        running.take_up();
        ASSERT_TRUE(notes.reaches(22)) << "mended, all of them go out";
    }
}

TEST(Mailer, GreylistingOfOneMailKeepsTheOthersFromNothing) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    box.put(2);
    auto pace = quick();
    pace.pauses = {1h};
    mailer running(box, minutes, answering({greylisted, taken}), from(), pace);
    ASSERT_TRUE(notes.reaches(2));
    EXPECT_EQ(notes.lines().at(1), "sent");
}

TEST(Mailer, ATakenMailThatCannotBeMarkedIsNotSentAgainAndStopsTheRest) {
    journal notes;
    outbox_in_memory box(notes);
    box.unmarkable = 3;
    box.put(1);
    box.put(2);
    std::vector<std::string> carried;
    {
        mailer running(box, minutes, answering({taken}, &carried), from(), quick());
        ASSERT_TRUE(notes.reaches(2));
    }
    ASSERT_EQ(carried.size(), 2U);
    const auto id_line = [](const std::string& mail) { return mail.substr(mail.find("Message-ID"), 48); };
    EXPECT_NE(id_line(carried[0]), id_line(carried[1]));
}

TEST(Mailer, AttachmentsThatAreNotWelcomeAreLeftAway) {
    journal notes;
    outbox_in_memory box(notes);
    const auto heavy = [](const domain::session_id&) {
        outgoing mail{"Minutes", "See the file.", "<p>file</p>", {{"a.pdf", "application/pdf", "%PDF"}}};
        mail.alone = {"See the link.", "<p>link</p>"};
        return std::optional(std::move(mail));
    };
    for (const auto& refusal : {too_large, of_content}) {
        std::vector<std::string> carried;
        box.put(1);
        const auto before = notes.lines().size();
        {
            mailer running(box, heavy, answering({refusal, taken}, &carried), from(), quick());
            ASSERT_TRUE(notes.reaches(before + 1));
        }
        EXPECT_EQ(notes.lines().back(), "sent");
        ASSERT_EQ(carried.size(), 2U);
        EXPECT_NE(carried[0].find("application/pdf"), std::string::npos);
        EXPECT_NE(carried[0].find("See the file."), std::string::npos);
        EXPECT_EQ(carried[1].find("application/pdf"), std::string::npos);
        EXPECT_NE(carried[1].find("See the link."), std::string::npos);
    }
}

TEST(Mailer, WithoutALinkAttachmentsAreNotLeftAway) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    const auto unlinked = [](const domain::session_id&) {
        return std::optional(outgoing{"Minutes", "text", "<p>html</p>", {{"a.pdf", "application/pdf", "%PDF"}}});
    };
    mailer running(box, unlinked, answering({of_content, taken}), from(), quick());
    ASSERT_TRUE(notes.reaches(1));
    EXPECT_EQ(notes.lines(), std::vector<std::string>{"failed 554"});
}

TEST(Mailer, MinutesThatHaveChangedAreRenderedAgain) {
    journal notes;
    outbox_in_memory box(notes);
    for (const std::uint8_t number : {1, 2, 3}) box.put(number);
    int rendered = 0;
    const auto numbered = [&](const domain::session_id&) {
        return std::optional(outgoing{"Minutes", std::to_string(++rendered), "<p>html</p>", {}});
    };
    {
        mailer running(box, numbered, answering({taken, taken, taken}), from(), quick(),
                       [](const auto&, const outgoing& mail) { return mail.text != "1"; });
        ASSERT_TRUE(notes.reaches(3));
    }
    EXPECT_EQ(rendered, 2);
}

TEST(Mailer, AMailThatIsTooLargeEvenWithoutThemIsRefused) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    mailer running(box, minutes, answering({too_large, taken}), from(), quick());
    ASSERT_TRUE(notes.reaches(1));
    EXPECT_EQ(notes.lines(), std::vector<std::string>{"failed 552"});
}

TEST(Mailer, MinutesThatCannotBeRenderedYetAreAskedForAgain) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    int asked = 0;
    const auto reluctant = [&asked](const domain::session_id& session) -> std::optional<outgoing> {
        ++asked;
        if (asked == 1) return std::nullopt;
        if (asked == 2) throw std::runtime_error("not readable");
        return minutes(session);
    };
    {
        mailer running(box, reluctant, answering({taken}), from(), quick());
        ASSERT_TRUE(notes.reaches(3));
    }
    EXPECT_EQ(notes.lines(), (std::vector<std::string>{"retry 0", "retry 0", "sent"}));
}

TEST(Mailer, ManyMailsOfOneSessionAreRenderedOnce) {
    journal notes;
    outbox_in_memory box(notes);
    for (std::uint8_t i = 0; i < 20; ++i) box.put(i);
    std::atomic<int> asked = 0;
    const auto counting = [&asked](const domain::session_id& session) {
        ++asked;
        return minutes(session);
    };
    mailer running(box, counting, answering({taken}), from(), quick());
    ASSERT_TRUE(notes.reaches(20));
    EXPECT_EQ(asked, 1);
}

TEST(Mailer, WakesWhenSomethingWasQueued) {
    journal notes;
    outbox_in_memory box(notes);
    auto pace = quick();
    pace.look = 1h;
    mailer running(box, minutes, answering({taken}), from(), pace);
    std::this_thread::sleep_for(20ms);
    box.put(1);
    running.wake();
    EXPECT_TRUE(notes.reaches(1));
}

TEST(Mailer, AnOutboxThatFailsIsLeftAloneForAWhile) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    box.broken = 3;
    mailer running(box, minutes, answering({taken}), from(), quick());
    EXPECT_TRUE(notes.reaches(1));
}

TEST(Mailer, ErasesWhatHasExpired) {
    journal notes;
    outbox_in_memory box(notes);
    auto pace = quick();
    pace.expiry = 5ms;
    mailer running(box, minutes, answering({taken}), from(), pace);
    for (int i = 0; i < 1000 && box.expiries < 2; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_GE(box.expiries, 2);
}

TEST(Mailer, StopsInTheMiddleOfAMailAndKeepsIt) {
    journal notes;
    outbox_in_memory box(notes);
    box.put(1);
    {
        mailer running(box, minutes, std::make_unique<endless_transport>(notes), from(), quick());
        ASSERT_TRUE(notes.reaches(1));
    }
    EXPECT_EQ(notes.lines(), (std::vector<std::string>{"carrying", "retry 0"}));
}

}  // namespace
}  // namespace klartext::mail
