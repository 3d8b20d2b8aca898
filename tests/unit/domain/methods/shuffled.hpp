#pragma once
#include <algorithm>
#include <random>
#include <vector>

namespace klartext::domain {

/// The same in another order, the same one each time.
template <class T>
std::vector<T> shuffled(std::vector<T> all) {
    std::shuffle(all.begin(), all.end(), std::mt19937(20));
    return all;
}

}  // namespace klartext::domain
