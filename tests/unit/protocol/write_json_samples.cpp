#include <filesystem>
#include <fstream>
#include <iostream>

#include "protocol/json.hpp"
#include "sample_minutes.hpp"

namespace {

using namespace klartext::protocol;

void write(const std::filesystem::path& file, const minutes& of) {
    std::ofstream(file, std::ios::binary) << to_json(of);
}

minutes preview() {
    auto of = sample_minutes();
    of.preview = true;
    of.date = {};
    for (auto& activity : of.activities) {
        if (!activity.vote) continue;
        activity.vote->running = true;
        for (auto& item : activity.vote->items) item.result = {};
    }
    return of;
}

minutes second_rounds() {
    auto of = judged_minutes();
    for (auto& activity : of.activities) {
        if (activity.vote->contest) activity.vote->contest->beats_all = 0;
        for (auto& item : activity.vote->items) {
            if (auto* now = std::get_if<weighed>(&item.result)) {
                now->total_before = now->total;
                for (auto& each : now->criteria) each.before = each.steps;
            }
            if (auto* now = std::get_if<resisted>(&item.result)) now->before = now->steps;
            if (auto* now = std::get_if<estimated>(&item.result)) now->median_before = now->median;
        }
    }
    return of;
}

minutes left_out() {
    auto of = sample_minutes(language::en);
    for (auto& activity : of.activities) {
        klartext::protocol::activity left;
        left.id = activity.id;
        left.kind = activity.kind;
        left.title = activity.title;
        left.left_out = true;
        activity = std::move(left);
    }
    return of;
}

minutes signed_up() {
    auto of = empty_minutes();
    klartext::protocol::activity asked;
    asked.id = "mitmachen";
    asked.kind = activity_kind::sign_up;
    asked.title = "Wer macht weiter?";
    asked.themes = {"Radweg", "Bänke"};
    of.activities.push_back(std::move(asked));
    return of;
}

}  // namespace

/// Minutes for programs, of every kind that there is, for minutes_schema.py.
int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "usage: protocol_json_samples FOLDER\n";
        return 1;
    }
    const std::filesystem::path folder = arguments[1];
    write(folder / "everything.json", sample_minutes());
    write(folder / "judged.json", judged_minutes());
    write(folder / "gathered.json", gathered_minutes());
    write(folder / "handed-over.json", handed_over_minutes());
    write(folder / "supported.json", supported_minutes());
    write(folder / "second-rounds.json", second_rounds());
    write(folder / "signed-up.json", signed_up());
    write(folder / "empty.json", empty_minutes());
    write(folder / "preview.json", preview());
    write(folder / "left-out.json", left_out());
    write(folder / "any-text.json", full_of("\x1b \xff \"<&>\"\n= {n}"));
}
