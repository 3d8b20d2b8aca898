#include "store/session_list_store.hpp"

#include <fmt/format.h>

#include <charconv>

#include "store/database.hpp"
#include "store/main_database.hpp"
#include "store/query.hpp"

namespace klartext::store {
namespace {

using domain::session_phase;

std::string_view text_of(session_phase state) {
    switch (state) {
        case session_phase::draft: return "draft";
        case session_phase::running: return "running";
        case session_phase::closed: return "closed";
    }
    throw std::logic_error("no such state of a session");
}

session_phase state_from(const std::string& text) {
    if (text == "draft") return session_phase::draft;
    return text == "running" ? session_phase::running : session_phase::closed;
}

std::string text_of(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

// The schema allows nothing but YYYY-MM-DD.
std::chrono::year_month_day day_from(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    return {std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
            std::chrono::day(static_cast<unsigned>(number(8, 2)))};
}

std::vector<listed_session> read_all(SQLite::Statement rows) {
    std::vector<listed_session> sessions;
    while (rows.executeStep())
        sessions.push_back({.id = {blob<16>(rows.getColumn("id"))},
                            .code = rows.getColumn("code").getString(),
                            .owner = {blob<16>(rows.getColumn("owner"))},
                            .state = state_from(rows.getColumn("state").getString()),
                            .day = day_from(rows.getColumn("day").getString())});
    return sessions;
}

std::optional<listed_session> read_one(SQLite::Statement rows) {
    auto sessions = read_all(std::move(rows));
    if (sessions.empty()) return std::nullopt;
    return std::move(sessions.front());
}

}  // namespace

session_list_store::session_list_store(const std::filesystem::path& file)
    : database_(std::make_unique<SQLite::Database>(open_main_database(file))) {}

session_list_store::~session_list_store() = default;

bool session_list_store::add(const listed_session& added) {
    const std::scoped_lock lock(mutex_);
    return in_transaction(*database_, [&] {
        return run(*database_,
                   "INSERT INTO session_list(id, code, owner, state, day) VALUES (?, ?, ?, ?, ?) "
                   "ON CONFLICT(code) DO NOTHING",
                   added.id, added.code, added.owner, text_of(added.state), text_of(added.day)) == 1;
    });
}

std::optional<listed_session> session_list_store::by_code(std::string_view code) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart(
        [&] { return read_one(query(*database_, "SELECT * FROM session_list WHERE code = ?", code)); });
}

std::optional<listed_session> session_list_store::by_id(const domain::session_id& id) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart(
        [&] { return read_one(query(*database_, "SELECT * FROM session_list WHERE id = ?", id)); });
}

std::vector<listed_session> session_list_store::list(const account_id& owner) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&] {
        return read_all(query(*database_, "SELECT * FROM session_list WHERE owner = ? ORDER BY day DESC, id", owner));
    });
}

std::vector<listed_session> session_list_store::in_state(session_phase state) {
    const std::scoped_lock lock(mutex_);
    return telling_faults_apart([&] {
        return read_all(query(*database_, "SELECT * FROM session_list WHERE state = ? ORDER BY id", text_of(state)));
    });
}

void session_list_store::set_state(const domain::session_id& id, session_phase state) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_,
                   [&] { run(*database_, "UPDATE session_list SET state = ? WHERE id = ?", text_of(state), id); });
}

void session_list_store::remove(const domain::session_id& id) {
    const std::scoped_lock lock(mutex_);
    in_transaction(*database_, [&] { run(*database_, "DELETE FROM session_list WHERE id = ?", id); });
}

}  // namespace klartext::store
