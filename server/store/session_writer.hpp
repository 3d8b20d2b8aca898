#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "store/codec.hpp"
#include "store/final_rows.hpp"

namespace klartext::store {

/// Where the two files of a session are, and how far the larger may grow (0: as far as the disk goes).
struct session_place {
    std::filesystem::path content;
    std::filesystem::path seats;
    int max_pages = 0;
};

/// The first row of a new session; from then on it is only updated.
void insert_session(SQLite::Database&, const codec&, const domain::session_head&);

/// The open files of one session. Belongs to one thread. After an exception it must not be used to write again.
class session_writer {
public:
    /// The session must exist. Throws as open_database and migrate do. The codec must outlive the writer.
    session_writer(session_place, const codec&);
    session_writer(const session_writer&) = delete;
    session_writer& operator=(const session_writer&) = delete;

    /// Everything or, when it throws, nothing; durable when it returns. Seats come first, in a transaction of their
    /// own: after a crash in between a seat may be known whose session does not show it yet, never the other way round.
    /// A session that is closed in these rows loses its spent stamps, and its seats file once it is durable itself.
    /// Throws write_failed when the disk does not take it, other exceptions when the rows contradict what is stored.
    void write(const final_rows&);

    /// Pages in the log that are not in the file yet.
    [[nodiscard]] int log_pages() const { return *log_pages_; }
    /// Moves what it can into the file without waiting for anybody.
    void checkpoint();
    /// Empties the log, so that earlier wordings are in neither file. False, without waiting,
    /// when a reader was in the way.
    bool empty_log();

private:
    void add_seats(const final_rows&);
    void put(const domain::session_head&);
    void put(const live::session_rows::activity_row&);
    void put(const live::session_rows::entry_row&);
    void put(const live::session_rows::ballot_row&);
    void put(const live::session_rows::up_votes_row&);
    void put(const final_rows::spent_key&);

    session_place place_;
    const codec& codec_;
    std::unique_ptr<int> log_pages_ = std::make_unique<int>(0);
    SQLite::Database content_;
    std::optional<SQLite::Database> seats_;
    SQLite::Statement head_, activity_, entry_, ballot_, up_votes_, spent_, remove_;
};

}  // namespace klartext::store
