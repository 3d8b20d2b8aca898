#include "net/routes/desk_tickets.hpp"

#include <gtest/gtest.h>

using namespace klartext;
using namespace std::chrono_literals;
using klartext::net::desk_tickets;

namespace {

const domain::session_id ours{{1}};
const domain::session_id other{{2}};
const std::chrono::sys_seconds noon{12h};

TEST(DeskTickets, ATicketIsGoodOnceForItsSession) {
    desk_tickets tickets;
    const auto ticket = tickets.issue(ours, noon);
    EXPECT_TRUE(tickets.redeem(ticket, ours, noon + 60s));
    EXPECT_FALSE(tickets.redeem(ticket, ours, noon));
}

TEST(DeskTickets, ATicketIsWorthNothingAfterAMinute) {
    desk_tickets tickets;
    EXPECT_FALSE(tickets.redeem(tickets.issue(ours, noon), ours, noon + 61s));
}

TEST(DeskTickets, ATicketOpensNoOtherSessionAndIsUsedUpByTheAttempt) {
    desk_tickets tickets;
    const auto ticket = tickets.issue(ours, noon);
    EXPECT_FALSE(tickets.redeem(ticket, other, noon));
    EXPECT_FALSE(tickets.redeem(ticket, ours, noon));
}

TEST(DeskTickets, ThoseOfOneSessionCanBeMadeVoid) {
    desk_tickets tickets;
    const auto first = tickets.issue(ours, noon);
    const auto second = tickets.issue(ours, noon);
    const auto kept = tickets.issue(other, noon);
    tickets.void_all_of(ours);
    EXPECT_FALSE(tickets.redeem(first, ours, noon));
    EXPECT_FALSE(tickets.redeem(second, ours, noon));
    EXPECT_TRUE(tickets.redeem(kept, other, noon));
}

TEST(DeskTickets, NobodyGuessesATicket) {
    desk_tickets tickets;
    EXPECT_NE(tickets.issue(ours, noon), tickets.issue(ours, noon));
    EXPECT_FALSE(tickets.redeem("", ours, noon));
    EXPECT_FALSE(tickets.redeem("guess", ours, noon));
}

}  // namespace
