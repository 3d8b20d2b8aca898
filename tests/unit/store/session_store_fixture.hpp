#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <future>
#include <iterator>
#include <memory>
#include <stdexcept>
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

/// The answer that `ask` brings about. Throws when none comes.
template <class Answer, class Ask>
Answer answer_to(Ask&& ask) {
    auto answer = std::make_shared<std::promise<Answer>>();
    auto future = answer->get_future();
    ask([answer](Answer given) { answer->set_value(std::move(given)); });
    if (future.wait_for(std::chrono::minutes(1)) != std::future_status::ready) throw std::runtime_error("no answer");
    return future.get();
}

/// Hands a batch over and waits for its answer.
inline bool stored(live::session_store& store, const domain::session_id& session, live::session_rows rows) {
    return answer_to<bool>([&](auto done) { store.commit(session, std::move(rows), std::move(done)); });
}

inline std::optional<live::stored_session> loaded(live::session_store& store, const domain::session_id& session) {
    return answer_to<std::optional<live::stored_session>>([&](auto then) { store.load(session, std::move(then)); });
}

/// A folder of sessions in a temporary folder.
class SessionStoreTest : public ::testing::Test {
protected:
    domain::session_id made(const live::stored_session& session) {
        const auto id = some.id<domain::session_id>();
        files.create(id, session.state, session.keys.value_or(live::session_keys{}));
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
