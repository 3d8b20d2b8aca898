#pragma once
#include <map>
#include <optional>

#include "replay/exchange.hpp"

namespace klartext::replay {

struct desk_login {
    std::string name, password;
};

/// The facilitator's REST client. What the server answers with a no that ends the replay throws std::runtime_error.
/// The course must outlive it. One thread.
class desk {
public:
    desk(course&, server_address, desk_login);

    struct created {
        std::string id, code;
    };

    awaitable<void> log_in();
    awaitable<created> create(std::string session);
    awaitable<void> start(const std::string& session);
    /// Code of the refusal; empty when it was done.
    awaitable<std::string> carry_out(const std::string& session, const lead&);
    /// The same of work with cards and measures; nothing where all cards that it is about were refused.
    awaitable<std::optional<std::string>> carry_out(const std::string& session, std::size_t act, const desk_work&);
    /// Path of the minutes: "/minutes/TOKEN".
    awaitable<std::string> close(const std::string& session);
    /// A document that needs no login.
    awaitable<std::string> fetch(std::string path);
    void leave() { client_.close(); }

private:
    awaitable<std::string> pass_sheets_on(const std::string& session, const std::string& activity);
    awaitable<std::optional<std::string>> write(const std::string& session, std::size_t act, const write_on_behalf&);
    awaitable<std::optional<std::string>> mark(const std::string& session, const mark_answered&);
    awaitable<std::optional<std::string>> sort(const std::string& session, const sort_cards&);
    awaitable<std::optional<std::string>> put(const std::string& session, const put_measure&);
    /// Code of the refusal; empty when it was done.
    awaitable<std::string> refusal_of(std::string method, std::string path, std::string body);
    /// Logs in again when a restarted server has forgotten who this is.
    awaitable<final_answer> call(std::string method, std::string path, std::string body);

    course& course_;
    http_client client_;
    desk_login login_;
    std::string cookie_;
    std::map<std::string, int> turns_;  ///< that run now, by path of the activity, once sheets have been passed on
};

}  // namespace klartext::replay
