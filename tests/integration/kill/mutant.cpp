#include <fmt/format.h>

#include <mutex>
#include <optional>

#include "account_command.hpp"
#include "application.hpp"

/// The program with the one fault that the kill test is there to find: it says "stored" and stores later.
namespace {

using namespace klartext;

/// Keeps the newest batch back until the next one comes.
class answers_before_the_commit final : public live::session_store {
public:
    explicit answers_before_the_commit(live::session_store& store) : store_(store) {}

    void commit(const domain::session_id& id, live::session_rows rows, committed done) override {
        done(true);
        const std::lock_guard lock(mutex_);
        if (held_) store_.commit(held_->id, std::move(held_->rows), [](bool) {});
        held_ = batch{id, std::move(rows)};
    }

    void load(const domain::session_id& id, loaded then) override { store_.load(id, std::move(then)); }

private:
    struct batch {
        domain::session_id id;
        live::session_rows rows;
    };

    live::session_store& store_;
    std::mutex mutex_;
    std::optional<batch> held_;
};

struct runner {
    int operator()(const serve_options& options) const {
        return serve(options, [](live::session_store& store) -> std::unique_ptr<live::session_store> {
            return std::make_unique<answers_before_the_commit>(store);
        });
    }
    int operator()(const account_options& options) const { return manage_accounts(options); }
    template <class Other>
    int operator()(const Other&) const {
        return 2;
    }
};

}  // namespace

int main(int argc, char** argv) {
    const auto given = read_command_line(argc, argv);
    if (const auto* code = std::get_if<int>(&given)) return *code;
    return std::visit(runner{}, std::get<command_line>(given));
}
