#include "store/session_files.hpp"

#include <spdlog/spdlog.h>

#include <fstream>

#include "crypto/codes.hpp"
#include "store/files.hpp"
#include "store/reading.hpp"
#include "store/seats_file.hpp"
#include "store/session_reader.hpp"
#include "store/session_schema.hpp"

namespace klartext::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view content_ending = ".db";
constexpr std::string_view seats_ending = ".seats.db";
constexpr std::string_view removal_ending = ".removal";
constexpr std::string_view half_made_ending = ".db.new";

std::optional<domain::session_id> session_of(const fs::path& file, std::string_view ending) {
    const auto name = file.filename().string();
    if (!name.ends_with(ending)) return std::nullopt;
    return session_named(std::string_view(name).substr(0, name.size() - ending.size()));
}

template <class Wanted>
std::vector<domain::session_id> sessions_with(const fs::path& folder, Wanted ending) {
    std::vector<domain::session_id> found;
    for (const auto& file : fs::directory_iterator(folder))
        if (const auto id = session_of(file.path(), ending)) found.push_back(*id);
    return found;
}

std::vector<live::session_rows::activity_row> rows_of(const std::vector<domain::activity>& agenda) {
    std::vector<live::session_rows::activity_row> rows;
    for (const auto& activity : agenda) rows.push_back({static_cast<int>(rows.size()), activity});
    return rows;
}

live::session_rows rows_of(const domain::session_state& state) {
    live::session_rows rows;
    rows.activities = rows_of(state.agenda);
    for (const auto& activity : state.agenda) {
        const auto& id = activity.planned.id;
        for (const auto& [key, entry] : activity.entries) rows.entries.push_back({id, key, entry});
        for (const auto& [stamp, ballot] : activity.ballots) rows.ballots.push_back({id, stamp, ballot});
        for (const auto& [stamp, kept] : activity.up_votes) rows.up_votes.push_back({id, stamp, kept});
        for (const auto& stamp : activity.spent) rows.spent.push_back({id, stamp});
    }
    return rows;
}

void make_content(const session_place& place, const codec& codec, const domain::session_state& initial) {
    {
        auto database = open_session_database(place.content, when_missing::create);
        in_transaction(database, [&] { insert_session(database, codec, initial.head); });
    }
    final_rows rows;
    rows.absorb(rows_of(initial));
    session_writer writer(place, codec);
    writer.write(rows);
    if (!writer.empty_log()) throw std::runtime_error("somebody reads a session that is just being made");
}

SQLite::Database open_existing(const fs::path& file) { return open_session_database(file, when_missing::refuse); }

void empty(const fs::path& file) {
    auto database = open_session_database(file, when_missing::refuse);
    in_transaction(database, [&] { database.exec("DELETE FROM activity; DELETE FROM session;"); });
    if (!truncate_log(database)) spdlog::warn("the log of a session's file was in use when it was removed");
}

}  // namespace

std::string name_of(const domain::session_id& id) { return crypto::hex_encode(id.bytes); }

std::optional<domain::session_id> session_named(std::string_view name) {
    const auto bytes = crypto::sized<16>(crypto::hex_decode(name));
    if (!bytes) return std::nullopt;
    return domain::session_id{*bytes};
}

void destroy_seats_if_closed(const session_place& place, const live::stored_session& session) {
    if (session.state.head.phase == domain::session_phase::closed) destroy_seats(place.seats);
}

session_files::session_files(fs::path folder, const codec& codec) : folder_(std::move(folder)), codec_(codec) {
    if (fs::create_directories(folder_)) fs::permissions(folder_, fs::perms::owner_all);
}

void session_files::repair() {
    for (const auto& id : sessions_with(folder_, half_made_ending))
        unlink_database(folder_ / (name_of(id) + std::string(half_made_ending)));
    for (const auto& id : sessions_with(folder_, seats_ending)) repair_seats(id);
    for (const auto& id : sessions_with(folder_, content_ending)) repair_log(id);
}

/// Killed in the middle, a log still holds what the close deleted.
void session_files::repair_log(const domain::session_id& id) const {
    const auto content = place(id).content;
    if (!fs::exists(content.string() + "-wal")) return;
    try {
        auto database = open_existing(content);
        if (!truncate_log(database)) spdlog::warn("session {}: its log is in use", name_of(id));
    } catch (const std::exception& failure) {
        spdlog::error("session {}: its log cannot be emptied: {}", name_of(id), failure.what());
    }
}

void session_files::repair_seats(const domain::session_id& id) const {
    try {
        if (const auto session = load_now(id))
            destroy_seats_if_closed(place(id), *session);
        else
            destroy_seats(place(id).seats);
    } catch (const std::exception& failure) {
        spdlog::error("session {} cannot be read: {}", name_of(id), failure.what());
    }
}

void session_files::create(const domain::session_id& id, const domain::session_state& initial,
                           const live::session_keys& keys) {
    const auto final = place(id);
    if (fs::exists(final.content)) throw std::logic_error("a session of this id exists");
    auto half_made = final;
    half_made.content = folder_ / (name_of(id) + std::string(half_made_ending));
    try {
        create_seats(final.seats, keys);
        make_content(half_made, codec_, initial);
        // The renaming is the moment from which the session exists: list() and load_now() know it by this name.
        fs::rename(half_made.content, final.content);
        sync_folder(folder_);
    } catch (...) {
        unlink_database(half_made.content);
        unlink_database(final.content);
        unlink_database(final.seats);
        throw;
    }
}

std::optional<live::stored_session> session_files::load_now(const domain::session_id& id) const {
    const auto at = place(id);
    if (!fs::exists(at.content)) return std::nullopt;
    // Seats first: should the session close meanwhile, its own file says so and they are dropped here.
    auto seats = read_seats(at.seats);
    auto session = read_even_if_full(at.content, open_existing,
                                     [&](SQLite::Database& database) { return read_session(database, codec_); });
    if (seats && session.state.head.phase != domain::session_phase::closed) {
        session.seats = std::move(seats->seats);
        session.keys = seats->keys;
    }
    return session;
}

void session_files::remove(const domain::session_id& id) {
    const auto at = place(id);
    destroy_seats(at.seats);
    if (!fs::exists(at.content)) return;
    try {
        empty(at.content);
    } catch (const std::exception& failure) {
        spdlog::warn("session {} could not be emptied before it was unlinked: {}", name_of(id), failure.what());
    }
    unlink_database(at.content);
}

void session_files::begin_removal(const domain::session_id& id) {
    const auto mark = folder_ / (name_of(id) + std::string(removal_ending));
    if (!std::ofstream(mark)) throw std::runtime_error("the removal of a session cannot be noted");
    fs::permissions(mark, fs::perms::owner_read | fs::perms::owner_write);
    sync_folder(folder_);
}

void session_files::end_removal(const domain::session_id& id) {
    if (fs::remove(folder_ / (name_of(id) + std::string(removal_ending)))) sync_folder(folder_);
}

std::vector<domain::session_id> session_files::begun_removals() const { return sessions_with(folder_, removal_ending); }

bool session_files::holds(const domain::session_id& id) const { return std::filesystem::exists(place(id).content); }

std::vector<domain::session_id> session_files::list() const { return sessions_with(folder_, content_ending); }

session_place session_files::place(const domain::session_id& id) const {
    const auto name = name_of(id);
    return {folder_ / (name + std::string(content_ending)), folder_ / (name + std::string(seats_ending)), max_pages_};
}

}  // namespace klartext::store
