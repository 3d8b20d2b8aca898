#include <algorithm>
#include <map>

#include "suggestions/rows.hpp"
#include "suggestions/suggestions.hpp"

namespace klartext::suggestions {
namespace {

/// Texts with the same words as one, and the places at which they came in.
struct distinct_texts {
    std::vector<text_terms> texts;
    std::vector<std::vector<std::size_t>> places;
};

distinct_texts without_repetitions(collection all) {
    distinct_texts distinct;
    std::map<std::string, std::size_t> known;
    for (std::size_t text = 0; text < all.texts.size(); ++text) {
        auto& same = all.texts[text].same;
        if (same.empty()) continue;
        const auto [entry, added] = known.try_emplace(same, distinct.texts.size());
        if (added) {
            distinct.texts.push_back(std::move(all.texts[text]));
            distinct.places.emplace_back();
        }
        distinct.places[entry->second].push_back(all.place[text]);
    }
    return distinct;
}

struct leader {
    std::size_t text = 0;
    std::size_t followers = 0;
};

class grouping {
public:
    grouping(distinct_texts distinct, double least)
        : distinct_(std::move(distinct)), least_(least), taken_(distinct_.texts.size()) {}

    void gather_alike() {
        const auto weighed = weigh(distinct_.texts);
        rows table(weighed);
        for (const auto& [centre, followers] : leaders(table))
            if (!taken_[centre]) gather_around(centre, table.of(centre));
    }

    void gather_same() {
        for (std::size_t text = 0; text < taken_.size(); ++text)
            if (!taken_[text] && distinct_.places[text].size() > 1)
                add({.texts = distinct_.places[text], .alike = 1, .same_words = true});
    }

    std::vector<duplicate_group> closest_first() && {
        std::ranges::stable_sort(groups_, std::ranges::greater{}, &duplicate_group::alike);
        return std::move(groups_);
    }

private:
    /// Whether they may be in one group, `row` being that of the centre.
    bool near(std::size_t centre, std::size_t text, std::span<const double> row) const {
        return text != centre && row[text] >= least_ && distinct_.texts[text].turns == distinct_.texts[centre].turns;
    }

    /// Who has neighbours near enough, those with the most first.
    std::vector<leader> leaders(rows& table) const {
        std::vector<leader> all;
        for (std::size_t text = 0; text < table.size(); ++text) {
            const auto row = table.of(text);
            std::size_t followers = 0;
            for (std::size_t other = 0; other < row.size(); ++other) followers += near(text, other, row);
            if (followers > 0) all.push_back({.text = text, .followers = followers});
        }
        std::ranges::stable_sort(all, std::ranges::greater{}, &leader::followers);
        return all;
    }

    void gather_around(std::size_t centre, std::span<const double> row) {
        duplicate_group group{.texts = distinct_.places[centre], .alike = 1};
        for (std::size_t text = 0; text < row.size(); ++text) {
            if (taken_[text] || !near(centre, text, row)) continue;
            taken_[text] = true;
            group.texts.insert(group.texts.end(), distinct_.places[text].begin(), distinct_.places[text].end());
            group.alike = std::min(group.alike, row[text]);
        }
        if (group.texts.size() == distinct_.places[centre].size()) return;
        taken_[centre] = true;
        add(std::move(group));
    }

    void add(duplicate_group group) {
        std::ranges::sort(group.texts);
        groups_.push_back(std::move(group));
    }

    distinct_texts distinct_;
    double least_;
    std::vector<bool> taken_;
    std::vector<duplicate_group> groups_;
};

}  // namespace

std::vector<duplicate_group> near_duplicates(std::span<const std::string> texts, language of, double least) {
    grouping groups(without_repetitions(read_all(texts, of)), least);
    groups.gather_alike();
    groups.gather_same();
    return std::move(groups).closest_first();
}

}  // namespace klartext::suggestions
