#include "protocol/activity_kinds.hpp"

#include <string_view>

#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

std::string_view kind_key(activity_kind kind) {
    switch (kind) {
        case activity_kind::present: return "kind.present";
        case activity_kind::collect: return "kind.collect";
        case activity_kind::vote: return "kind.vote";
        case activity_kind::feedback: return "kind.feedback";
        case activity_kind::measures: return "kind.measures";
        case activity_kind::sign_up: return "kind.sign_up";
    }
    return {};
}

}  // namespace

std::string in_words(activity_kind kind, language in) { return text_of(in, kind_key(kind)); }

}  // namespace klartext::protocol
