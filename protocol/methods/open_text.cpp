#include <nlohmann/json.hpp>
#include <stdexcept>

#include "protocol/chart.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

const std::vector<std::string>& answers_to(const vote_item& item) { return std::get<answered>(item.result).answers; }
int count_of(const vote_item& item) { return static_cast<int>(answers_to(item).size()); }

/// Answers make no order of the questions, and there is nothing to draw.
class open_text final : public method {
public:
    open_text() : method("open_text") {}

    std::vector<figure_column> columns(const vote&, language in) const override {
        return {{text_of(in, "column.answers"), "count"}};
    }
    std::vector<std::optional<double>> figures(const vote&, const vote_item& item) const override {
        return {count_of(item)};
    }

    item_weight weight(const vote&, const vote_item&) const override { return {}; }
    bool orders() const override { return false; }

    std::string rule(const vote& voted, language in) const override {
        const auto longest = std::get<answer_rules>(voted.rules).longest;
        return text_of(in, "rule.open_text", {{"n", number_of(in, longest)}});
    }

    std::string amount(const vote&, const vote_item& item, language in) const override {
        return count_of(item) == 0 ? text_of(in, "value.no_answer") : counted(in, "value.answers", count_of(item));
    }
    std::string ahead(const vote& voted, const vote_item& item, language in) const override {
        return amount(voted, item, in);
    }

    bool draws() const override { return false; }
    chart drawn(const vote&, const items&, language) const override { throw std::logic_error("answers are not drawn"); }

    // Under its question in documents; as a sheet all in one table.
    std::vector<addition> additions(const vote&, const items& sorted, language in) const override {
        std::vector<addition> all;
        table sheet{.caption = text_of(in, "answers"),
                    .note = text_of(in, "answers.note"),
                    .columns = {{text_of(in, "item.open_text"), false}, {text_of(in, "column.answer"), false}},
                    .rows = {}};
        for (const auto* item : sorted) {
            if (count_of(*item) == 0) continue;
            for (const auto& each : answers_to(*item)) sheet.rows.push_back({item->text, each});
            all.push_back({.title = shortened(first_line(item->text), 120),
                           .words = {counted(in, "answers.listed", count_of(*item))},
                           .listed = bullets{answers_to(*item)},
                           .shown = addition::where::full_documents});
        }
        if (!sheet.rows.empty())
            all.push_back({.title = text_of(in, "answers"),
                           .words = {},
                           .listed = std::move(sheet),
                           .shown = addition::where::sheets});
        return all;
    }

    void tell_rules(const vote& voted, nlohmann::ordered_json& out) const override {
        out["rules"] = {{"longest", std::get<answer_rules>(voted.rules).longest}};
    }
    void tell_item(const vote&, const vote_item& item, nlohmann::ordered_json& out) const override {
        out["answers"] = answers_to(item);
    }
};

}  // namespace

const method& open_text_method() {
    static const open_text only;
    return only;
}

}  // namespace klartext::protocol
