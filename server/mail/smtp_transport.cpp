#include "mail/smtp_transport.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "mail/smtp_verdict.hpp"

namespace klartext::mail {
namespace {

void start_curl_once() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

using clock = std::chrono::steady_clock;

std::size_t read_message(char* buffer, std::size_t size, std::size_t count, void* user) {
    const auto bytes = static_cast<smtp_conversation*>(user)->take(size * count, clock::now());
    std::memcpy(buffer, bytes.data(), bytes.size());
    return bytes.size();
}

// curl says only "send error" for a refused sender and a refused recipient alike; the commands tell them apart.
int watch(CURL*, curl_infotype kind, char* data, std::size_t size, void* user) {
    auto& talk = *static_cast<smtp_conversation*>(user);
    if (kind == CURLINFO_HEADER_OUT) talk.command_sent(std::string_view(data, size), clock::now());
    if (kind == CURLINFO_HEADER_IN) talk.heard(clock::now());
    return 0;
}

/// What the callback that is called all the time, at least once a second, has to know.
struct watched {
    CURL* curl = nullptr;
    smtp_conversation* talk = nullptr;
};

int give_up_in_time(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& [curl, talk] = *static_cast<watched*>(user);
    curl_off_t since_connected = 0;
    curl_easy_getinfo(curl, CURLINFO_CONNECT_TIME_T, &since_connected);
    if (since_connected > 0) talk->connected();
    return talk->gives_up(clock::now()) ? 1 : 0;
}

std::string curl_url(const smtp_target& target) {
    const auto* scheme = target.security == smtp_security::tls_from_start ? "smtps" : "smtp";
    const bool ipv6 = target.host.find(':') != std::string::npos;
    const auto host = ipv6 ? "[" + target.host + "]" : target.host;
    // curl takes the path for the name with which it introduces itself.
    return fmt::format("{}://{}:{}/{}", scheme, host, target.port, target.own_name);
}

using handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using text_list = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

template <class Value>
void set(CURL* curl, CURLoption option, Value value) {
    const auto outcome = curl_easy_setopt(curl, option, value);
    if (outcome != CURLE_OK) throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(outcome));
}

void set_target(CURL* curl, const smtp_target& target, const smtp_limits& limits) {
    set(curl, CURLOPT_URL, curl_url(target).c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // Proxies from the environment are not what the operator configured for mail.
    set(curl, CURLOPT_PROXY, "");
    set(curl, CURLOPT_USE_SSL, target.security == smtp_security::none ? long{CURLUSESSL_NONE} : long{CURLUSESSL_ALL});
    set(curl, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!target.ca_file.empty()) set(curl, CURLOPT_CAINFO, target.ca_file.c_str());
    if (target.login) {
        set(curl, CURLOPT_USERNAME, target.login->user.c_str());
        set(curl, CURLOPT_PASSWORD, target.login->password.c_str());
    }
    set(curl, CURLOPT_NOSIGNAL, 1L);
    // The limits are kept by `give_up_in_time`: curl knows one for all answers alike, and its own limit for
    // connecting includes the login. So its limits are out of the way.
    set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.whole.count()));
    set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(limits.whole.count() / 1000 + 1));
    set(curl, CURLOPT_MAXAGE_CONN, 20L);
}

void set_callbacks(CURL* curl, smtp_conversation& talk, watched& all) {
    set(curl, CURLOPT_UPLOAD, 1L);
    set(curl, CURLOPT_READFUNCTION, &read_message);
    set(curl, CURLOPT_READDATA, &talk);
    set(curl, CURLOPT_VERBOSE, 1L);
    set(curl, CURLOPT_DEBUGFUNCTION, &watch);
    set(curl, CURLOPT_DEBUGDATA, &talk);
    set(curl, CURLOPT_NOPROGRESS, 0L);
    set(curl, CURLOPT_XFERINFOFUNCTION, &give_up_in_time);
    set(curl, CURLOPT_XFERINFODATA, &all);
}

smtp_fault fault_in(CURLcode outcome, const smtp_conversation& talk) {
    switch (outcome) {
        case CURLE_LOGIN_DENIED: return smtp_fault::login_denied;
        case CURLE_PEER_FAILED_VERIFICATION: return smtp_fault::bad_certificate;
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR: return smtp_fault::no_tls;
        case CURLE_OK: return smtp_fault::none;
        default: return talk.nobody_there() ? smtp_fault::no_connection : smtp_fault::none;
    }
}

smtp_ending ending_of(CURL* curl, CURLcode outcome, const smtp_conversation& talk) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return {.accepted = outcome == CURLE_OK,
            .fault = fault_in(outcome, talk),
            .stage = talk.stage(),
            .code = static_cast<int>(code)};
}

/// curl waits up to two minutes for the answer to its goodbye; no server that stopped answering may keep us that long.
void cut_off(CURL* curl) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK && socket != CURL_SOCKET_BAD)
        ::shutdown(socket, SHUT_RDWR);
}

}  // namespace

/// In this order, because curl says goodbye to the server, through the callbacks, when its handle is cleaned up.
struct smtp_transport::connection {
    ~connection() { cut_off(curl.get()); }
    smtp_limits limits;
    smtp_conversation talk;
    watched all;
    text_list recipients{nullptr, &curl_slist_free_all};
    handle curl{curl_easy_init(), &curl_easy_cleanup};
};

smtp_transport::smtp_transport(smtp_target target, smtp_limits limits) {
    start_curl_once();
    connection_ = std::make_unique<connection>();
    auto* curl = connection_->curl.get();
    if (curl == nullptr) throw std::runtime_error("libcurl gives no handle");
    connection_->limits = limits;
    connection_->all = {curl, &connection_->talk};
    set_target(curl, target, limits);
    set_callbacks(curl, connection_->talk, connection_->all);
}

smtp_transport::~smtp_transport() = default;

delivery smtp_transport::carry(const parcel& mail, std::stop_token stop) {
    auto* curl = connection_->curl.get();
    auto& talk = connection_->talk;
    talk = smtp_conversation(mail.message, std::move(stop), connection_->limits, clock::now());
    connection_->recipients.reset(curl_slist_append(nullptr, mail.to.c_str()));
    set(curl, CURLOPT_MAIL_FROM, mail.from.c_str());
    set(curl, CURLOPT_MAIL_RCPT, connection_->recipients.get());
    set(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.message.size()));
    const auto outcome = curl_easy_perform(curl);
    const auto ended = judge(ending_of(curl, outcome, talk));
    if (ended.verdict != verdict::sent) {
        spdlog::warn("mail: not taken, SMTP code {}, {}", ended.smtp_code, curl_easy_strerror(outcome));
        cut_off(curl);
    }
    talk = {};
    return ended;
}

}  // namespace klartext::mail
