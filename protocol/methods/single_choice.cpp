#include "protocol/methods/choices.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

class single_choice final : public choices {
public:
    single_choice() : choices("single_choice") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.count"), "count"}, {text_of(in, "column.share"), "", figure_kind::share}};
    }
};

}  // namespace

const method& single_choice_method() {
    static const single_choice only;
    return only;
}

}  // namespace klartext::protocol
