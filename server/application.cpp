#include "application.hpp"

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
#include "key_command.hpp"
#include "letterbox/letterbox.hpp"
#include "live/registry.hpp"
#include "mail/mail_folder.hpp"
#include "mail/mailer.hpp"
#include "mail/smtp_transport.hpp"
#include "mail_addresses.hpp"
#include "minutes_shelf.hpp"
#include "net/routes/account_routes.hpp"
#include "net/routes/routes.hpp"
#include "net/server.hpp"
#include "session_lifecycle.hpp"
#include "signing_key_file.hpp"
#include "store/accounts_store.hpp"
#include "store/commit_threads.hpp"
#include "store/mail_store.hpp"
#include "store/session_list_store.hpp"
#include "worker_pool.hpp"

namespace klartext {
namespace {

namespace asio = boost::asio;

/// How many wait at most for each kind of worker; who comes then is asked to try again.
constexpr std::size_t most_lookups = 1'000;
constexpr std::size_t most_passwords = 32;  // some seconds of hashing
constexpr std::size_t most_minutes = 64;
constexpr std::size_t most_for_the_clerk = 1'000;

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::unique_ptr<mail::transport> transport_for(const serve_options& options) {
    if (options.mail.find("://") == std::string::npos)
        return std::make_unique<mail::mail_folder>(options.mail.empty() ? options.data / "mail"
                                                                        : std::filesystem::path(options.mail));
    auto target = mail::read_smtp_url(options.mail);
    if (!target) throw std::invalid_argument(target.error().sentence);
    return std::make_unique<mail::smtp_transport>(std::move(*target));
}

wire::mail_counts told(const store::mail_counts& counts) {
    return {counts.waiting, counts.queued, counts.sent, counts.failed, counts.held};
}

mail::sender sender_of(const serve_options& options) {
    const auto address = mail::mail_address::read(options.mail_from);
    if (!address) throw std::invalid_argument(fmt::format("--mail-from {} is no e-mail address", options.mail_from));
    return {"Klartext", *address};
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
    void read_minutes(const domain::session_id&, const std::string& file, const minutes_reader&);
    void tick();
    void stop();

    serve_options options;
    asio::io_context io{1};
    worker_pool lookups{2, most_lookups};  ///< who is logged in, accounts, counts: must not queue behind the next two
    worker_pool passwords{2, most_passwords};  ///< some 100 ms and 64 MiB each
    worker_pool printers{1, most_minutes};     ///< minutes on request
    worker_pool clerk{1, most_for_the_clerk};  ///< what sessions wait for: their list, the mail file

    folder_lock lock;
    crypto::signing_key signing_key;
    store::plain_codec codec;
    store::accounts_store accounts_store;
    store::session_list_store list;
    store::mail_store mails;
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
    letterbox::letterbox letterbox;
    minutes_shelf shelf;
    net::routes routes;
    net::server server;
    std::string public_url;
    mail::mailer mailer;

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
      files(options.data / "sessions", codec),
      commits(files),
      decorated(decorate ? decorate(commits) : nullptr),
      sessions(surroundings()),
      lifecycle(sessions, files, list, mails, run_on(clerk)),
      addresses(mails, run_on(clerk), [this] { mailer.wake(); }),
      letterbox(sessions, addresses),
      shelf(files, signing_key),
      routes(services(), net::static_files(options.pages)),
      server(io, server_settings()),
      public_url(options.public_url.empty() ? fmt::format("http://127.0.0.1:{}", server.port()) : options.public_url),
      mailer(
          mails, [this](const domain::session_id& id) { return shelf.as_mail(id, public_url); }, transport_for(options),
          sender_of(options)) {
    spdlog::info("minutes are signed with the key {}", told_key(signing_key.public_half()));
    files.repair();
    lifecycle.when_mails_are_queued([this] { mailer.wake(); });
    lifecycle.take_up();
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
            .now = now,
            .signing_key = signing_key.public_half(),
            .create_session = [this](const auto& owner, auto draft,
                                     auto then) { lifecycle.create(owner, std::move(draft), std::move(then)); },
            .remove_session = [this](const auto& id, auto then) { lifecycle.remove(id, std::move(then)); },
            .count_mails =
                [this](const auto& id, auto then) {
                    workers_of(lookups).run<wire::mail_counts>([this, id] { return told(mails.counts(id)); },
                                                               std::move(then));
                },
            .read_minutes = [this](const auto& id, std::string file, auto then) { read_minutes(id, file, then); }};
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

void application::parts::tick() {
    timer.expires_after(std::chrono::seconds(1));
    timer.async_wait([this](const boost::system::error_code& cancelled) {
        if (cancelled) return;
        tick();  // first: one failure must not be the last round
        sessions.tick();
        lifecycle.tick();
    });
}

// No new input; what was taken is committed and answered; then the sockets close.
void application::parts::stop() {
    if (std::exchange(stopping, true)) return;
    spdlog::info("stopping");
    timer.cancel();
    signals.cancel();
    server.stop([this] { io.stop(); });
}

application::application(const serve_options& options, const store_decorator& decorate)
    : parts_(std::make_unique<parts>(options, decorate)) {}

application::~application() {
    for (auto* pool : {&parts_->lookups, &parts_->passwords, &parts_->printers, &parts_->clerk}) pool->join();
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
