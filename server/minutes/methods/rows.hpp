#pragma once
#include "protocol/minutes.hpp"

#include <cstddef>
#include <variant>

/// Results have a row for each item, in the order of the items.
namespace klartext::minutes {

template <class Rows, class Write>
void write_rows(const Rows& of, protocol::vote& written, Write write) {
    for (std::size_t item = 0; item < written.items.size(); ++item) written.items[item].result = write(of.at(item));
}

/// Adds what the first round was to what an item has now.
template <class Now, class Rows, class Add>
void add_before(const Rows& of, protocol::vote& written, Add add) {
    for (std::size_t item = 0; item < written.items.size(); ++item)
        if (auto* now = std::get_if<Now>(&written.items[item].result)) add(*now, of.at(item));
}

}  // namespace klartext::minutes
