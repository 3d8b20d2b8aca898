#include "application.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <csignal>
#include <typeinfo>

#include "access/accounts.hpp"
#include "access/logins.hpp"
#include "access/rate_limit.hpp"
#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"
#include "feed_encoding.hpp"
#include "folder_lock.hpp"
#include "house_of.hpp"
#include "key_command.hpp"
#include "letterbox/letterbox.hpp"
#include "live/registry.hpp"
#include "mail/mailer.hpp"
#include "mail_addresses.hpp"
#include "mail_transport.hpp"
#include "minutes_shelf.hpp"
#include "net/routes/account_routes.hpp"
#include "net/routes/routes.hpp"
#include "net/server.hpp"
#include "protocol/pdf/pdf.hpp"
#include "session_lifecycle.hpp"
#include "sign_up_names.hpp"
#include "signing_key_file.hpp"
#include "store/accounts_store.hpp"
#include "store/commit_threads.hpp"
#include "store/mail_store.hpp"
#include "store/session_list_store.hpp"
#include "store/sign_up_store.hpp"
#include "test_mails.hpp"
#include "worker_pool.hpp"

namespace klartext {
namespace {

namespace asio = boost::asio;

/// How many wait at most for each kind of worker; who comes then is asked to try again.
constexpr std::size_t most_lookups = 1'000;
constexpr std::size_t most_passwords = 32;  // some seconds of hashing
constexpr std::size_t most_minutes = 64;
constexpr std::size_t most_for_the_clerk = 1'000;
constexpr std::chrono::seconds quiet_before_preparing{60};
/// Of documents of closed sessions.
constexpr std::size_t most_bytes_kept = 64 << 20;
constexpr std::size_t most_test_mails = 2;
constexpr std::size_t most_suggestions = 8;

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

/// Somebody waits for a test mail, in a browser that gives up after 30 seconds.
constexpr mail::smtp_limits for_a_test{.connect = std::chrono::seconds(6),
                                       .answer = std::chrono::seconds(10),
                                       .after_message = std::chrono::seconds(10),
                                       .whole = std::chrono::seconds(14),
                                       .farewell = std::chrono::milliseconds(0)};

std::string text_of(mail::moment at) {
    return fmt::format("{:%Y-%m-%dT%H:%M}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

wire::mail_counts told(const store::mail_counts& counts, mail::obstacle met) {
    wire::mail_counts message{counts.waiting, counts.queued, counts.sent, counts.failed, counts.held, {}, {}};
    if (counts.queued + counts.held > 0) message.trouble = trouble_of(met);
    if (counts.kept_until) message.kept_until = text_of(*counts.kept_until);
    return message;
}

}  // namespace

struct application::parts {
    parts(const serve_options&, const store_decorator&);

    live::surroundings surroundings();
    using minutes_reader = std::function<void(net::found_minutes)>;
    net::services services();
    net::server_settings server_settings();
    [[nodiscard]] places_to_run run_on(worker_pool&);
    [[nodiscard]] net::workers workers_of(worker_pool&);
    [[nodiscard]] test_mails::surroundings around_test_mails();
    void read_mail_state(const std::function<void(std::optional<wire::mail_state>)>&);
    void take_mails_up(const std::function<void(bool)>&);
    void read_minutes(const domain::session_id&, const std::string& file, const minutes_reader&);
    void expect_minutes();
    void prepare_minutes();
    void tick();
    void stop();

    serve_options options;
    asio::io_context io{1};
    worker_pool lookups{2, most_lookups};  ///< who is logged in, accounts, counts: must not queue behind the next two
    worker_pool passwords{2, most_passwords};   ///< some 100 ms and 64 MiB each
    worker_pool printers{1, most_minutes};      ///< minutes on request
    worker_pool clerk{1, most_for_the_clerk};   ///< what sessions wait for: their list, the mail file
    worker_pool couriers{2, most_test_mails};   ///< test mails: some seconds each
    worker_pool thinkers{1, most_suggestions};  ///< near-duplicates and themes: some seconds and 300 MiB at the worst

    folder_lock lock;
    crypto::signing_key signing_key;
    store::plain_codec codec;
    store::accounts_store accounts_store;
    store::session_list_store list;
    store::mail_store mails;
    store::sign_up_store sign_ups;
    store::session_files files;
    store::commit_threads commits;
    std::unique_ptr<live::session_store> decorated;

    access::accounts accounts{accounts_store};
    access::logins logins{accounts_store};
    access::rate_limit join_tries;

    feed_encoding encoding;
    live::registry sessions;
    session_lifecycle lifecycle;
    mail_addresses addresses;
    sign_up_names names;
    test_mails test_mail;
    letterbox::letterbox letterbox;
    kept_documents kept{most_bytes_kept};
    minutes_shelf shelf;
    net::routes routes;
    net::server server;
    std::string public_url;
    mail::mailer mailer;

    /// When fonts and hyphenation are to be read, so that the first minutes do not wait for it.
    std::optional<std::chrono::steady_clock::time_point> minutes_expected;
    asio::steady_timer timer{io};
    asio::signal_set signals{io, SIGINT, SIGTERM};
    bool stopping = false;
};

application::parts::parts(const serve_options& given, const store_decorator& decorate)
    : options(given),
      lock(options.data),
      signing_key(signing_key_of(options.data)),
      accounts_store(options.data / "klartext.db"),
      list(options.data / "klartext.db"),
      mails(options.data / "mail.db"),
      sign_ups(options.data / "sign-ups.db", codec),
      files(options.data / "sessions", codec),
      commits(files),
      decorated(decorate ? decorate(commits) : nullptr),
      sessions(surroundings()),
      lifecycle(sessions, files, list, mails, sign_ups, run_on(clerk)),
      addresses(mails, run_on(clerk), [this] { mailer.wake(); }),
      names(sign_ups, run_on(clerk)),
      test_mail(run_on(couriers), around_test_mails()),
      letterbox(sessions, addresses, names),
      shelf(files, signing_key, kept, house_of(options)),
      routes(services(), net::static_files(options.pages)),
      server(io, server_settings()),
      public_url(options.public_url.empty() ? fmt::format("http://127.0.0.1:{}", server.port()) : options.public_url),
      mailer(
          mails, [this](const domain::session_id& id) { return shelf.as_mail(id, public_url); }, transport_for(options),
          sender_of(options), {},
          [this](const domain::session_id& id, const mail::outgoing& mail) { return shelf.is_current(id, mail); }) {
    warn_of_readable_mail(options);
    spdlog::info("minutes are signed with the key {}", told_key(signing_key.public_half()));
    files.repair();
    lifecycle.when_mails_are_queued([this] { mailer.wake(); });
    lifecycle.take_up();
    if (!list.in_state(domain::session_phase::running).empty()) expect_minutes();
    mailer.wake();
    signals.async_wait([this](const boost::system::error_code& failed, int) {
        if (!failed) stop();
    });
    tick();
}

live::surroundings application::parts::surroundings() {
    live::session_store& store = decorated ? *decorated : commits;
    return {.store = store,
            .encoder = encoding,
            .post = run_on(clerk).post,
            .now = now,
            .steady = [] { return std::chrono::steady_clock::now(); },
            .new_epoch = [] { return crypto::hex_encode(crypto::random_bytes<8>()); },
            .top_up = std::chrono::seconds(options.stamp_top_up_seconds),
            .phase_stored =
                [this](const auto& id, auto phase, const auto& keys, std::function<void()> then) {
                    if (phase == domain::session_phase::running) expect_minutes();
                    lifecycle.phase_stored(id, phase, keys, std::move(then));
                }};
}

net::services application::parts::services() {
    return {.sessions = sessions,
            .letterbox = letterbox,
            .accounts = accounts,
            .logins = logins,
            .join_tries = join_tries,
            .lookups = workers_of(lookups),
            .passwords = workers_of(passwords),
            .thinkers = workers_of(thinkers),
            .now = now,
            .signing_key = signing_key.public_half(),
            .create_session = [this](const auto& owner, auto draft,
                                     auto then) { lifecycle.create(owner, std::move(draft), std::move(then)); },
            .remove_session =
                [this](const auto& id, auto then) {
                    lifecycle.remove(id, [this, id, then = std::move(then)](bool removed) {
                        kept.forget(id);  // its files may be gone although something after them failed
                        then(removed);
                    });
                },
            .count_mails =
                [this](const auto& id, auto then) {
                    workers_of(lookups).run<wire::mail_counts>(
                        [this, id] { return told(mails.counts(id), mailer.trouble()); }, std::move(then));
                },
            .read_minutes = [this](const auto& id, std::string file, auto then) { read_minutes(id, file, then); },
            .read_mail_state = [this](auto then) { read_mail_state(then); },
            .take_mails_up = [this](auto then) { take_mails_up(then); },
            .send_test_mail = [this](const auto& who, const auto& wanted,
                                     auto then) { test_mail.send(who, wanted, std::move(then)); },
            .read_sign_ups = [this](const auto& id, auto then) { names.list(id, std::move(then)); },
            .remove_sign_up = [this](const auto& id, const auto& who,
                                     auto then) { names.remove(id, who, std::move(then)); }};
}

net::server_settings application::parts::server_settings() {
    net::server_settings settings;
    settings.listen = options.listen;
    settings.http.proxy = options.proxy;
    settings.http.handle = [this](net::http_request request, net::responder respond) {
        routes.handle(std::move(request), std::move(respond));
    };
    settings.http.body_limit = net::routes::body_limit;
    settings.http.too_late = net::routes::too_late;
    settings.greeting = [this](std::shared_ptr<net::feed> feed, const std::string& hello) {
        routes.greet(std::move(feed), hello);
    };
    return settings;
}

places_to_run application::parts::run_on(worker_pool& pool) {
    return {[&pool](std::function<void()> job) { return pool.run(std::move(job)); },
            [this](std::function<void()> job) { asio::post(io, std::move(job)); }};
}

net::workers application::parts::workers_of(worker_pool& pool) {
    const auto places = run_on(pool);
    return {places.worker, places.post};
}

void application::parts::read_minutes(const domain::session_id& id, const std::string& file,
                                      const minutes_reader& then) {
    using found = std::optional<protocol::document>;
    const auto find = [this, id, file] { return shelf.find(id, file); };
    workers_of(printers).run<found>(find, [then](std::optional<found> read) {
        if (!read) return then(wire::problem::unavailable);
        if (!*read) return then(wire::problem::unknown_minutes);
        then(net::minutes_file{(*read)->media_type, std::move((*read)->content), (*read)->saved_as});
    });
}

// Not at once: whoever starts a session has other wishes in its first minute.
void application::parts::expect_minutes() {
    if (!minutes_expected) minutes_expected = std::chrono::steady_clock::now() + quiet_before_preparing;
}

void application::parts::prepare_minutes() {
    using clock = std::chrono::steady_clock;
    if (!minutes_expected || clock::now() < *minutes_expected) return;
    const bool taken = printers.run([] {
        try {
            protocol::prepare_pdf();
        } catch (const std::exception& cause) {
            spdlog::error("no minutes as PDF: {}", cause.what());
        }
    });
    minutes_expected = taken ? clock::time_point::max() : clock::now() + quiet_before_preparing;
}

test_mails::surroundings application::parts::around_test_mails() {
    return {.new_transport = [this] { return transport_for(options, for_a_test); },
            .from = sender_of(options),
            .way = sends_into_a_folder(options) ? wire::mail_way::folder : wire::mail_way::server,
            .public_url = [this] { return public_url; },
            .worked = [this] { mailer.take_up(); },
            .now = now};
}

void application::parts::read_mail_state(const std::function<void(std::optional<wire::mail_state>)>& then) {
    const auto look = [this] {
        const auto way = sends_into_a_folder(options) ? wire::mail_way::folder : wire::mail_way::server;
        return wire::mail_state{way, mails.held(), trouble_of(mailer.trouble())};
    };
    workers_of(lookups).run<wire::mail_state>(look, then);
}

void application::parts::take_mails_up(const std::function<void(bool)>& then) {
    const auto release = [this] {
        mailer.take_up();
        return true;
    };
    workers_of(lookups).run<bool>(release, [then](std::optional<bool> done) { then(done.has_value()); });
}

void application::parts::tick() {
    timer.expires_after(std::chrono::seconds(1));
    timer.async_wait([this](const boost::system::error_code& cancelled) {
        if (cancelled) return;
        tick();  // first: one failure must not be the last round
        sessions.tick();
        lifecycle.tick();
        prepare_minutes();
        kept.forget_unused(std::chrono::steady_clock::now());
    });
}

// No new input; what was taken is committed and answered; then the sockets close.
void application::parts::stop() {
    if (std::exchange(stopping, true)) return;
    spdlog::info("stopping");
    timer.cancel();
    signals.cancel();
    test_mail.stop();
    server.stop([this] { io.stop(); });
}

application::application(const serve_options& options, const store_decorator& decorate)
    : parts_(std::make_unique<parts>(options, decorate)) {}

application::~application() {
    for (auto* pool : {&parts_->lookups, &parts_->passwords, &parts_->printers, &parts_->clerk, &parts_->couriers,
                       &parts_->thinkers})
        pool->join();
    parts_->commits.stop();
}

std::string application::address() const {
    const auto colon = parts_->options.listen.rfind(':');
    return fmt::format("http://{}:{}", parts_->options.listen.substr(0, colon), port());
}

std::uint16_t application::port() const { return parts_->server.port(); }

std::optional<std::string> application::first_account_link() {
    const auto token = parts_->accounts.first_account_link(now());
    if (!token) return std::nullopt;
    return net::first_account_link(*token);
}

void application::run() {
    for (;;) {
        try {
            parts_->io.run();
            return;
        } catch (const std::exception& cause) {
            spdlog::error("unexpected: {}", typeid(cause).name());  // what() may quote content
        }
    }
}

void application::stop() {
    asio::post(parts_->io, [this] { parts_->stop(); });
}

int serve(const serve_options& options, const application::store_decorator& decorate) {
    {
        application server(options, decorate);
        fmt::print("Klartext listens on {}\n", server.address());
        if (const auto link = server.first_account_link())
            fmt::print("Make the first account here, within 24 hours: {}{}\n",
                       options.public_url.empty() ? server.address() : options.public_url, *link);
        std::fflush(stdout);
        server.run();
    }
    fmt::print("Klartext has stopped\n");
    return 0;
}

}  // namespace klartext
