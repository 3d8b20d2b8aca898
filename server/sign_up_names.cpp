#include "sign_up_names.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "net/routes/workers.hpp"

namespace klartext {

sign_up_names::sign_up_names(store::sign_up_store& names, places_to_run run) : names_(names), run_(std::move(run)) {}

void sign_up_names::put(const domain::session_id& id, const domain::stamp_hash& stamp, std::uint32_t counter,
                        domain::sign_up wanted, letterbox::reply then) {
    const bool taken = run_.worker([this, id, stamp, counter, wanted = std::move(wanted), then] {
        const auto given = put_now(id, stamp, counter, wanted);
        run_.post([then, given] { then(given); });
    });
    if (!taken) then(live::kept_by_sender{});
}

void sign_up_names::holds(const domain::session_id& id, const domain::activity_id& activity,
                          const domain::stamp_hash& stamp, std::uint32_t counter,
                          std::function<void(std::optional<bool>)> then) {
    const auto look = [this, id, activity, stamp, counter] { return names_.holds(id, activity, stamp, counter); };
    net::workers(run_.worker, run_.post).run<bool>(look, std::move(then));
}

void sign_up_names::list(const domain::session_id& id,
                         std::function<void(std::optional<std::vector<domain::sign_up>>)> then) {
    net::workers(run_.worker, run_.post)
        .run<std::vector<domain::sign_up>>([this, id] { return names_.list(id); }, std::move(then));
}

void sign_up_names::remove(const domain::session_id& id, const domain::sign_up& who, std::function<void(bool)> then) {
    const auto erase = [this, id, who] { return names_.remove(id, who.activity, who.name, who.contact); };
    net::workers(run_.worker, run_.post).run<bool>(erase, [then = std::move(then)](std::optional<bool> done) {
        then(done.has_value());  // whether there was somebody or not
    });
}

letterbox::answer sign_up_names::put_now(const domain::session_id& id, const domain::stamp_hash& stamp,
                                         std::uint32_t counter, const domain::sign_up& wanted) {
    try {
        names_.put(id, stamp, counter, wanted);
        return live::received{};
    } catch (const std::exception& cause) {
        spdlog::error("who signed up could not be stored: {}", cause.what());
        return live::kept_by_sender{};
    }
}

}  // namespace klartext
