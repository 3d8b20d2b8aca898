#pragma once
#include <string>
#include <vector>

#include "protocol/methods/method.hpp"

namespace klartext::protocol {

struct disputed {
    std::string text;  ///< the item, quoted, and what about it
    double dissent = 0;
};

/// A short list of what judgements are far apart on, the farthest first; nothing where there is none.
void add_talk(std::vector<disputed>, language, std::vector<addition>&);

}  // namespace klartext::protocol
