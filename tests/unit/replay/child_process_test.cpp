#include "replay/child_process.hpp"

#include <gtest/gtest.h>

#include <thread>

using namespace klartext::replay;

namespace {

child_process shell(const std::string& script, const std::string& input = {}) {
    child_process::start_options start;
    start.command = {"/bin/sh", "-c", script};
    start.environment["GREETING"] = "hello";
    start.input = input;
    return child_process(start);
}

}  // namespace

TEST(ChildProcess, ReadsItsInputAndKeepsBothOutputs) {
    auto child = shell("read word; echo $GREETING $word; echo oops >&2", "there\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.output(), "hello there\noops\n");
}

TEST(ChildProcess, TellsItsStatus) {
    EXPECT_EQ(shell("exit 3").wait(), 3);
    child_process::start_options nowhere;
    nowhere.command = {"/nowhere/at/all"};
    EXPECT_EQ(child_process(nowhere).wait(), 127);
}

TEST(ChildProcess, IsKilledWhenItDoesNotStop) {
    auto child = shell("trap '' TERM; echo ready; while :; do sleep 0.01; done");
    while (child.output().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_EQ(child.ended(), std::nullopt);
    child.stop(std::chrono::milliseconds(50));
    EXPECT_EQ(child.ended(), -1);
}

TEST(ChildProcess, EndsWithItsObject) {
    pid_t pid = 0;
    {
        auto child = shell("exec sleep 60");
        pid = child.pid();
    }
    EXPECT_EQ(figures_of(pid).resident_kib, 0u);
}

TEST(ChildProcess, HasFigures) {
    auto child = shell("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; while :; do sleep 0.05; done");
    while (child.output().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto figures = figures_of(child.pid());
    EXPECT_GT(figures.resident_kib, 100u);
    EXPECT_GT(figures.cpu.count(), 0.0);
    EXPECT_LT(figures.cpu.count(), 60.0);
}
