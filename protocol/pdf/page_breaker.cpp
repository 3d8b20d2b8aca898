#include "protocol/pdf/page_breaker.hpp"

#include <optional>

namespace klartext::protocol::pdf {
namespace {

constexpr double least_filled = 2.0 / 3;
constexpr double tolerance = 0.01;

struct breaker {
    std::span<const strip_size> strips;
    double room;

    // As many strips as fit below each other.
    page_run filled_from(std::size_t first) const {
        page_run page{first, {}, strips[first].repeated};
        for (std::size_t at = first; at < strips.size(); ++at) {
            const auto top = page.used + (at == first ? 0.0 : strips[at].gap);
            if (at != first && top + strips[at].height > room + tolerance) break;
            page.tops.push_back(top);
            page.used = top + strips[at].height;
            if (strips[at].ends_page) break;
        }
        return page;
    }

    // Number of strips before the last place on the page whose bond is not stronger.
    std::optional<std::size_t> last_place(const page_run& page, bond strongest) const {
        for (auto count = page.tops.size(); count > 0; --count)
            if (strips[page.first + count - 1].with_next <= strongest) return count;
        return std::nullopt;
    }

    double filled_by(const page_run& page, std::size_t count) const {
        return page.tops[count - 1] + strips[page.first + count - 1].height;
    }

    std::size_t best_count(const page_run& page) const {
        const auto free = last_place(page, bond::none);
        const auto weak = last_place(page, bond::weak);
        if (free && (!weak || filled_by(page, *free) >= least_filled * room)) return *free;
        if (weak) return *weak;
        return page.tops.size();
    }

    page_run page_from(std::size_t first) const {
        auto page = filled_from(first);
        const auto next = first + page.tops.size();
        if (next == strips.size() || strips[next - 1].ends_page) return page;
        page.tops.resize(best_count(page));
        page.used = filled_by(page, page.tops.size());
        return page;
    }
};

}  // namespace

std::vector<page_run> break_into_pages(std::span<const strip_size> strips, double room) {
    std::vector<page_run> pages;
    const breaker by{strips, room};
    for (std::size_t at = 0; at < strips.size(); at += pages.back().tops.size()) pages.push_back(by.page_from(at));
    if (pages.empty()) pages.emplace_back();
    return pages;
}

}  // namespace klartext::protocol::pdf
