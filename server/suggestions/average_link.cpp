#include "suggestions/average_link.hpp"

#include <algorithm>
#include <optional>

namespace klartext::suggestions {
namespace {

double pairs(std::size_t things) { return static_cast<double>(things) * (static_cast<double>(things) - 1) / 2; }

class linking {
public:
    linking(alike_table& table, std::size_t things, double least) : table_(table), least_(least), groups_(things) {
        for (std::size_t thing = 0; thing < things; ++thing) {
            groups_[thing].things = {thing};
            open_.push_back(thing);
        }
    }

    std::vector<linked> run() {
        while (!open_.empty() || !chain_.empty()) step();
        std::erase_if(groups_, [](const linked& group) { return group.things.empty(); });
        for (auto& group : groups_) std::ranges::sort(group.things);
        return std::move(groups_);
    }

private:
    /// The chain goes on to ever nearer neighbours; two that are each other's nearest become one.
    void step() {
        if (chain_.empty()) chain_.push_back(open_.front());
        const auto tip = chain_.back();
        const auto before = chain_.size() > 1 ? std::optional(chain_[chain_.size() - 2]) : std::nullopt;
        const auto next = nearest(tip, before);
        if (!next) {
            // No later join brings it nearer to anything than it was to one of those joined: it stays as it is.
            std::erase(open_, tip);
            chain_.pop_back();
        } else if (next == before) {
            chain_.resize(chain_.size() - 2);
            join(std::min(tip, *next), std::max(tip, *next));
        } else {
            chain_.push_back(*next);
        }
    }

    /// At a tie the one before in the chain, else it would run in a circle; else the first.
    std::optional<std::size_t> nearest(std::size_t tip, std::optional<std::size_t> before) {
        auto best = before;
        double most = before ? table_.between(tip, *before) : least_;
        for (const auto other : open_) {
            if (other == tip) continue;
            const double alike = table_.between(tip, other);
            if (alike > most || (!best && alike >= most)) {
                best = other;
                most = alike;
            }
        }
        return best;
    }

    void join(std::size_t into, std::size_t gone) {
        auto& kept = groups_[into];
        auto& lost = groups_[gone];
        const auto m = static_cast<double>(kept.things.size());
        const auto n = static_cast<double>(lost.things.size());
        const auto inside = (m > 1 ? kept.alike * pairs(kept.things.size()) : 0) +
                            (n > 1 ? lost.alike * pairs(lost.things.size()) : 0) + m * n * table_.between(into, gone);
        kept.alike = inside / pairs(kept.things.size() + lost.things.size());
        std::erase(open_, gone);
        for (const auto other : open_) {
            if (other == into) continue;
            const auto alike = (m * table_.between(into, other) + n * table_.between(gone, other)) / (m + n);
            table_.between(into, other) = static_cast<float>(alike);
        }
        kept.things.insert(kept.things.end(), lost.things.begin(), lost.things.end());
        lost.things.clear();
    }

    alike_table& table_;
    double least_;
    std::vector<linked> groups_;
    std::vector<std::size_t> open_;  ///< groups that may still be joined, ascending
    std::vector<std::size_t> chain_;
};

}  // namespace

std::vector<linked> average_link(alike_table& table, std::size_t things, double least) {
    return linking(table, things, least).run();
}

}  // namespace klartext::suggestions
