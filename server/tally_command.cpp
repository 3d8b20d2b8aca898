#include "tally_command.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "tally/preflib.hpp"
#include "wire/ballot_files.hpp"

namespace klartext {
namespace {

using counted = std::variant<wire::counted_file, wire::uncountable>;

counted count_preflib(std::istream& file, domain::unranked_items unranked) {
    const auto read = tally::read_preflib(file);
    if (const auto* why = std::get_if<tally::unreadable>(&read))
        return wire::uncountable{why->line > 0 ? fmt::format("line {}", why->line) : "", why->reason};
    const auto& rankings = std::get<tally::preflib_rankings>(read);
    return wire::count_rankings(rankings.alternatives, {.unranked = unranked}, rankings.ballots);
}

counted count(const tally_options& options, std::istream& file) {
    const auto extension = options.file.extension();
    if (extension == ".soi" || extension == ".soc") {
        if (options.method == domain::ranking_rules::method) return count_preflib(file, options.unranked);
        return wire::uncountable{"", "holds rankings: count it by the method ranking"};
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return wire::count_ballots(options.method, text);
}

counted count(const tally_options& options) {
    if (options.file == "-") return count(options, std::cin);
    std::ifstream file(options.file, std::ios::binary);
    if (!file || std::filesystem::is_directory(options.file)) return wire::uncountable{"", "cannot be opened"};
    return count(options, file);
}

}  // namespace

int tally_file(const tally_options& options) {
    const auto made = count(options);
    if (const auto* why = std::get_if<wire::uncountable>(&made)) {
        const auto where = why->where.empty() ? std::string() : why->where + ": ";
        fmt::print(stderr, "klartext: {}: {}{}\n", options.file.string(), where, why->reason);
        return 2;
    }
    const auto& file = std::get<wire::counted_file>(made);
    fmt::print("{}", options.json ? wire::written(file) + "\n" : wire::table_of(file));
    return 0;
}

}  // namespace klartext
