#include <filesystem>
#include <fstream>
#include <iostream>

#include "protocol/documents.hpp"
#include "protocol/text_mail.hpp"
#include "sample_minutes.hpp"

namespace {

void write(const std::filesystem::path& file, std::string_view content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

}  // namespace

int main(int count, char** arguments) {
    using namespace klartext::protocol;
    if (count < 2) {
        std::cerr << "usage: protocol_sample FOLDER\n";
        return 1;
    }
    for (const auto in : {language::de, language::en}) {
        auto minutes = sample_minutes(in);
        minutes.activities.push_back(dots_vote(40));
        const auto folder = std::filesystem::path(arguments[1]) / (in == language::de ? "de" : "en");
        for (const auto& made : render(minutes, all_formats())) write(folder / made.name, made.content);
        for (const auto& made : render(minutes, all_formats(), delivery::mail))
            write(folder / "mail" / made.name, made.content);
        const auto judged = judged_minutes(in);
        for (const auto& made : render(judged, all_formats())) write(folder / "judged" / made.name, made.content);
        const auto gathered = gathered_minutes(in);
        for (const auto& made : render(gathered, all_formats())) write(folder / "gathered" / made.name, made.content);
        const auto handed_over = handed_over_minutes(in);
        for (const auto& made : render(handed_over, all_formats()))
            write(folder / "handed_over" / made.name, made.content);
        const auto supported = supported_minutes(in);
        for (const auto& made : render(supported, all_formats())) write(folder / "supported" / made.name, made.content);
        const auto mail = compose_mail(minutes, "https://klartext.example/minutes/0123456789abcdef");
        write(folder / "mail.txt", mail.subject + "\n\n" + mail.text);
        write(folder / "mail.html", mail.html);
    }
}
