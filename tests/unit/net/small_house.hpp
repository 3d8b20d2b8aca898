#pragma once
#include "access/accounts.hpp"
#include "access/logins.hpp"
#include "access/rate_limit.hpp"
#include "letterbox/letterbox.hpp"
#include "live/registry.hpp"
#include "net/routes/routes.hpp"
#include "store/accounts_store.hpp"
#include "temporary_folder.hpp"

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::testing {

/// Keeps what sessions are made from; commits at once, or not at all when it is told to fail.
class obedient_store final : public live::session_store {
public:
    void commit(const domain::session_id&, live::session_rows, committed done) override {
        ++commits;
        done(!fails);
    }
    void load(const domain::session_id& id, loaded then) override {
        const auto found = sessions.find(id);
        then(found == sessions.end() ? std::nullopt : std::optional(found->second));
    }

    std::map<domain::session_id, live::stored_session> sessions;
    bool fails = false;
    int commits = 0;  ///< that were asked for
};

/// Writes nothing but which audience it is for.
class terse_encoder final : public live::feed_encoder {
public:
    std::string snapshot(const domain::session_id&, const std::string&, const domain::session_state&,
                         const live::head_count&, domain::audience, const live::feed_position&) const override;
    std::optional<live::encoded_update> update(const domain::session_state&, std::span<const domain::change>,
                                               const live::head_count&, domain::audience,
                                               const live::feed_position&) const override;
    std::optional<std::string> numbers(const live::head_count&, const live::head_count&, domain::audience,
                                       const live::feed_position&) const override;
};

/// Takes every address.
class open_book final : public letterbox::address_book {
public:
    void closed_key(const domain::session_id&, std::function<void(const key_or_answer&)> then) override {
        then(letterbox::rejection::address_too_late);
    }
    void leave(const domain::session_id&, const domain::stamp_hash&, std::string mail, letterbox::reply then) override {
        left.push_back(std::move(mail));
        then(live::received{});
    }

    std::vector<std::string> left;
};

/// Keeps every name, as it was checked.
class open_list final : public letterbox::sign_up_list {
public:
    void put(const domain::session_id&, const domain::stamp_hash&, std::uint32_t, domain::sign_up who,
             letterbox::reply then) override {
        names.push_back(std::move(who));
        then(live::received{});
    }
    void holds(const domain::session_id&, const domain::activity_id&, const domain::stamp_hash&, std::uint32_t,
               std::function<void(std::optional<bool>)> then) override {
        then(false);
    }

    std::vector<domain::sign_up> names;
};

class listening_feed final : public net::feed {
public:
    void send(std::shared_ptr<const std::string> message) override { heard.push_back(*message); }
    void end(live::feed_end why) override { ended = why; }
    void when_gone(std::function<void()> then) override { gone = std::move(then); }

    std::vector<std::string> heard;
    std::optional<live::feed_end> ended;
    std::function<void()> gone;
};

/// All routes over real sessions and accounts, without a socket, a disk for sessions, or a second thread.
class small_house {
public:
    small_house();

    /// As sent by a browser of this very site, without a body where `body` is empty.
    net::http_request request(std::string_view method, std::string_view path, std::string body = "") const;
    net::http_response answer(net::http_request);
    net::http_response ask(std::string_view method, std::string_view path, std::string body = "");
    /// With the login's cookie.
    net::http_response ask_as(const std::string& login, std::string_view method, std::string_view path,
                              std::string body = "");

    /// Adds the account and logs it in.
    std::string log_in(const std::string& name, bool administrator = false);
    /// A session with one open collecting activity "ideas" and one planned vote "vote".
    struct made_session {
        std::string id, code, path;
    };
    made_session make_session(const std::string& login, bool started = true);

    std::shared_ptr<listening_feed> greet(const std::string& hello);
    void settle();

    obedient_store store;
    open_book addresses;
    open_list sign_ups;
    access::rate_limit join_tries;
    std::chrono::sys_seconds now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    /// As far on as the wall clock.
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const {
        return std::chrono::steady_clock::time_point{now.time_since_epoch()};
    }
    std::vector<std::string> asked_minutes;
    bool mails_held = true;
    std::vector<std::pair<std::string, wire::test_mail>> test_mails;  ///< who asked, and for what
    bool lookups_busy = false, passwords_busy = false, thinkers_busy = false;

private:
    temporary_folder folder_;
    terse_encoder encoder_;
    std::deque<std::function<void()>> waiting_;

public:
    store::accounts_store account_rows;
    access::accounts accounts;
    access::logins logins;
    live::registry sessions;
    letterbox::letterbox box;
    std::unique_ptr<net::routes> routes;
};

/// The code of a refusal, or its body if it is none.
[[nodiscard]] std::string code_of(const net::http_response&);
[[nodiscard]] std::string body_of(const net::http_response&);
/// The text of a field of a JSON body.
[[nodiscard]] std::string field(const net::http_response&, const std::string& name);

/// 43 characters of base64url that stand for 32 bytes of this value.
[[nodiscard]] std::string secret_text(std::uint8_t filling);

}  // namespace klartext::testing
