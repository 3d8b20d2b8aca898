#pragma once
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.hpp"
#include "domain/session_state.hpp"
#include "store/accounts_store.hpp"

namespace klartext::store {

struct listed_session {
    domain::session_id id;
    std::string code;  ///< eight characters in normal form (crypto::normalise_code)
    account_id owner;
    domain::session_phase state = domain::session_phase::draft;
    std::chrono::year_month_day day;  ///< on which it was created
};

/// Which sessions there are, in data/klartext.db: whose, in which state, by which code; nothing of their content.
/// Over one connection of its own; any thread may call, calls wait for one another. Changing calls return after their
/// commit (milliseconds: call from a worker thread). Throws write_failed (database.hpp) and then nothing has changed.
class session_list_store {
public:
    explicit session_list_store(const std::filesystem::path& file);
    ~session_list_store();

    /// False when the code is taken: draw another one. Throws SQLite::Exception for an owner that does not exist.
    [[nodiscard]] bool add(const listed_session&);
    [[nodiscard]] std::optional<listed_session> by_code(std::string_view code);
    [[nodiscard]] std::optional<listed_session> by_id(const domain::session_id&);
    [[nodiscard]] std::vector<listed_session> list(const account_id& owner);          ///< newest day first
    [[nodiscard]] std::vector<listed_session> in_state(domain::session_phase state);  ///< by id
    void set_state(const domain::session_id&, domain::session_phase);
    void remove(const domain::session_id&);

private:
    std::mutex mutex_;
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace klartext::store
