#include "store/open_writers.hpp"

#include <gmock/gmock.h>

#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

using namespace std::chrono_literals;

class OpenWriters : public SessionStoreTest {
protected:
    void write(open_writers& writers, const domain::session_id& id, const std::string& text) {
        final_rows rows;
        rows.absorb(one_entry(text));
        writers.at(id, start).write(rows);
    }
    std::uintmax_t log_size(const domain::session_id& id) {
        return std::filesystem::file_size(files.place(id).content.string() + "-wal");
    }

    const open_writers::moment start{1h};
};

TEST_F(OpenWriters, CloseTheOneUsedLongestAgo) {
    open_writers writers(files, 2);
    const std::vector ids{running(), running(), running()};
    const auto* first = &writers.at(ids[0], start);
    (void)writers.at(ids[1], start + 1s);
    EXPECT_EQ(&writers.at(ids[0], start + 2s), first);
    (void)writers.at(ids[2], start + 3s);
    EXPECT_EQ(writers.count(), 2U);
    EXPECT_EQ(&writers.at(ids[0], start + 4s), first);
}

TEST_F(OpenWriters, EmptyTheLogOfASessionAtRestAndCloseItLater) {
    open_writers writers(files, 2);
    const auto id = running();
    write(writers, id, "Karte");
    writers.tidy(start);
    EXPECT_GT(log_size(id), 0U);
    writers.tidy(start + 1s);
    EXPECT_EQ(log_size(id), 0U);
    EXPECT_TRUE(writers.untidy());
    writers.tidy(start + 60s);
    EXPECT_FALSE(writers.untidy());
}

TEST_F(OpenWriters, DoNotWaitForWhoReadsALogAndEmptyItAfterwards) {
    open_writers writers(files, 2);
    const auto id = running();
    write(writers, id, "Karte");
    {
        SQLite::Database reader(files.place(id).content.string());
        reader.exec("BEGIN; SELECT * FROM entry;");
        write(writers, id, "Karte");
        const auto before = std::chrono::steady_clock::now();
        writers.tidy(start + 1s);
        EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
        EXPECT_GT(log_size(id), 0U);
    }
    writers.tidy(start + 2s);
    EXPECT_EQ(log_size(id), 0U);
}

TEST_F(OpenWriters, MoveALongLogIntoTheFileOfABusySession) {
    open_writers writers(files, 2);
    const auto id = running();
    write(writers, id, std::string(6'000'000, 'x'));
    auto& writer = writers.at(id, start);
    EXPECT_GT(writer.log_pages(), 1000);
    writers.tidy(start);
    EXPECT_EQ(writer.log_pages(), 0);
}

TEST_F(OpenWriters, OpenAnewWhatTheyDistrust) {
    open_writers writers(files, 2);
    const auto id = running();
    const auto* first = &writers.at(id, start);
    writers.distrust(id);
    EXPECT_NE(&writers.at(id, start), first);
    EXPECT_EQ(writers.count(), 1U);
}

TEST_F(OpenWriters, LeaveNoLogOfAFinishedSession) {
    open_writers writers(files, 2);
    const auto id = running();
    write(writers, id, "Karte");
    writers.finish(id);
    EXPECT_FALSE(std::filesystem::exists(files.place(id).content.string() + "-wal"));
    EXPECT_FALSE(writers.untidy());
}

}  // namespace
}  // namespace klartext::store::testing
