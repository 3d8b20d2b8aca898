#pragma once
#include <cstddef>
#include <vector>

namespace klartext::suggestions {

/// How alike any two of n things are, in half a table.
class alike_table {
public:
    explicit alike_table(std::size_t things) : values_(things * (things - (things > 0)) / 2) {}

    [[nodiscard]] float& between(std::size_t one, std::size_t other) {
        return one > other ? values_[one * (one - 1) / 2 + other] : values_[other * (other - 1) / 2 + one];
    }

private:
    std::vector<float> values_;
};

struct linked {
    std::vector<std::size_t> things;  ///< ascending
    double alike = 1;                 ///< on average between any two of them
};

/// The groups that are left when the two groups that are most alike on average (Sokal and Michener 1958) are joined
/// again and again while they are at least `least` alike; single things are groups, too. By chains of nearest
/// neighbours (Benzécri 1982; Murtagh 1983): the same groups in time n². Uses the table up.
[[nodiscard]] std::vector<linked> average_link(alike_table&, std::size_t things, double least);

}  // namespace klartext::suggestions
