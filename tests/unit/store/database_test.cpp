#include "store/database.hpp"

#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "temporary_folder.hpp"

namespace klartext::store {
namespace {

namespace fs = std::filesystem;
using testing::temporary_folder;

constexpr std::array<std::string_view, 1> first_format{"CREATE TABLE word(text TEXT NOT NULL) STRICT;"};
constexpr std::array<std::string_view, 2> second_format{first_format[0],
                                                        "ALTER TABLE word ADD COLUMN language TEXT;"
                                                        "INSERT INTO word(text, language) VALUES ('Moin', 'nds');"};

fs::perms mode_of(const fs::path& path) { return fs::status(path).permissions(); }

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

TEST(Database, ANewFileAndItsLogAreReadableByTheOwnerAlone) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, first_format);
    const auto owner_alone = fs::perms::owner_read | fs::perms::owner_write;
    EXPECT_EQ(mode_of(folder / "a.db"), owner_alone);
    EXPECT_EQ(mode_of(folder / "a.db-wal"), owner_alone);
    EXPECT_EQ(mode_of(folder / "a.db-shm"), owner_alone);
}

TEST(Database, AFileFoundOpenToOthersIsClosedToThem) {
    temporary_folder folder;
    std::ofstream(folder / "a.db").close();
    fs::permissions(folder / "a.db", fs::perms::owner_all | fs::perms::others_read);
    auto database = open_database(folder / "a.db");
    EXPECT_EQ(mode_of(folder / "a.db"), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Database, EveryConnectionHasThePragmasReliedUpon) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(pragma(database, "synchronous"), 2);
    EXPECT_EQ(pragma(database, "foreign_keys"), 1);
    EXPECT_EQ(pragma(database, "secure_delete"), 1);
    EXPECT_EQ(pragma(database, "busy_timeout"), 5000);
    EXPECT_EQ(pragma(database, "trusted_schema"), 0);
    EXPECT_EQ(pragma(database, "temp_store"), 2);
}

TEST(Database, AMissingFileIsRefusedWhenItMustExist) {
    temporary_folder folder;
    EXPECT_THROW((void)open_database(folder / "a.db", when_missing::refuse), fs::filesystem_error);
    EXPECT_FALSE(fs::exists(folder / "a.db"));
}

TEST(Database, AFileThatIsNoDatabaseIsNoFailedWrite) {
    temporary_folder folder;
    std::ofstream(folder / "a.db") << std::string(5000, 'x');
    EXPECT_THROW((void)open_database(folder / "a.db"), SQLite::Exception);
}

TEST(Migrate, ASecondStepIsAppliedToAFileOfTheFirst) {
    temporary_folder folder;
    {
        auto database = open_database(folder / "a.db");
        migrate(database, first_format);
        database.exec("INSERT INTO word(text) VALUES ('Servus')");
    }
    auto database = open_database(folder / "a.db");
    migrate(database, second_format);
    migrate(database, second_format);
    EXPECT_EQ(pragma(database, "user_version"), 2);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM word").getInt(), 2);
    EXPECT_EQ(database.execAndGet("SELECT text FROM word WHERE language = 'nds'").getString(), "Moin");
}

TEST(Migrate, AStepThatFailsLeavesTheFileAtTheVersionBefore) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    const std::array<std::string_view, 2> broken{
        first_format[0], "INSERT INTO word(text) VALUES ('Moin'); INSERT INTO nowhere VALUES (1);"};
    EXPECT_THROW(migrate(database, broken), SQLite::Exception);
    EXPECT_EQ(pragma(database, "user_version"), 1);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM word").getInt(), 0);
}

TEST(Migrate, AFileOfANewerProgramIsRefusedWithASentence) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, second_format);
    try {
        migrate(database, first_format);
        FAIL() << "the newer file was accepted";
    } catch (const file_too_new& refused) {
        EXPECT_NE(std::string(refused.what()).find("a.db was written by a newer Klartext (format 2"),
                  std::string::npos);
    }
}

TEST(InTransaction, AnExceptionUndoesEverything) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, first_format);
    const auto failing = [&] {
        database.exec("INSERT INTO word(text) VALUES ('Moin')");
        throw std::logic_error("stop");
    };
    EXPECT_THROW(in_transaction(database, failing), std::logic_error);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM word").getInt(), 0);
}

TEST(InTransaction, AFullDiskIsAFailedWriteAndNothingIsKept) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, first_format);
    database.exec("PRAGMA max_page_count = 4");
    const auto writing = [&] { database.exec("INSERT INTO word(text) VALUES (hex(zeroblob(100000)))"); };
    try {
        in_transaction(database, writing);
        FAIL() << "the write was accepted";
    } catch (const write_failed& failure) {
        EXPECT_EQ(failure.code(), SQLITE_FULL);
    }
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM word").getInt(), 0);
    database.exec("PRAGMA max_page_count = 4000");
    in_transaction(database, writing);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM word").getInt(), 1);
}

TEST(InTransaction, ABrokenRuleOfTheSchemaIsNoFailedWrite) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, first_format);
    const auto writing = [&] { database.exec("INSERT INTO word(text) VALUES (NULL)"); };
    EXPECT_THROW(in_transaction(database, writing), SQLite::Exception);
}

TEST(TruncateLog, DeletedTextIsInNoFileAfterwards) {
    temporary_folder folder;
    auto database = open_database(folder / "a.db");
    migrate(database, first_format);
    in_transaction(database, [&] { database.exec("INSERT INTO word(text) VALUES ('Kennwortzettel')"); });
    in_transaction(database, [&] { database.exec("DELETE FROM word"); });
    ASSERT_NE(bytes_of(folder / "a.db-wal").find("Kennwortzettel"), std::string::npos);
    EXPECT_TRUE(truncate_log(database));
    EXPECT_EQ(bytes_of(folder / "a.db-wal").find("Kennwortzettel"), std::string::npos);
    EXPECT_EQ(bytes_of(folder / "a.db").find("Kennwortzettel"), std::string::npos);
}

}  // namespace
}  // namespace klartext::store
