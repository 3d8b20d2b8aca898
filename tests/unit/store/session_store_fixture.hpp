#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <iterator>
#include <string>

#include "store/commit_threads.hpp"
#include "store/session_files.hpp"
#include "temporary_folder.hpp"
#include "unit/store/session_samples.hpp"

namespace klartext::store::testing {

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Hands a batch over and waits for its answer.
inline bool stored(live::session_store& store, const domain::session_id& session, live::session_rows rows) {
    std::promise<bool> answer;
    store.commit(session, std::move(rows), [&](bool yes) { answer.set_value(yes); });
    return answer.get_future().get();
}

inline std::optional<live::stored_session> loaded(live::session_store& store, const domain::session_id& session) {
    std::promise<std::optional<live::stored_session>> answer;
    store.load(session, [&](auto found) { answer.set_value(std::move(found)); });
    return answer.get_future().get();
}

/// A folder of sessions in a temporary folder.
class SessionStoreTest : public ::testing::Test {
protected:
    domain::session_id made(const live::stored_session& session) {
        const auto id = some.id<domain::session_id>();
        files.create(id, session.state, session.keys.value_or(live::session_keys{}), session.minutes_token);
        return id;
    }
    domain::session_id running() { return made(running_session(some)); }

    live::session_rows one_entry(const std::string& text) {
        live::session_rows rows;
        rows.entries.push_back({{"ideen"}, some.id<domain::entry_id>(), card(text)});
        return rows;
    }

    klartext::testing::temporary_folder folder;
    samples some{1};
    plain_codec codec;
    session_files files{folder / "sessions", codec};
};

}  // namespace klartext::store::testing
