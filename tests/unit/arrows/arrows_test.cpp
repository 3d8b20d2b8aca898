#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "unit/arrows/house.hpp"

using namespace klartext::arrows;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const std::filesystem::path root = KLARTEXT_SOURCE_DIR;

std::vector<include_line> includes_in(const std::string& file, std::istream& text) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::vector<include_line> found;
    std::smatch parts;
    for (std::string line; std::getline(text, line);) {
        if (std::regex_match(line, parts, pattern)) found.push_back({file, parts[2], parts[1] == "<"});
    }
    return found;
}

std::vector<include_line> includes_of_the_house() {
    std::vector<include_line> all;
    for (const auto* part : {"server", "protocol"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / part)) {
            const auto kind = entry.path().extension();
            if (kind != ".hpp" && kind != ".cpp") continue;
            std::ifstream text(entry.path());
            const auto found = includes_in(std::filesystem::relative(entry.path(), root).generic_string(), text);
            all.insert(all.end(), found.begin(), found.end());
        }
    }
    return all;
}

names objections_to(const std::vector<include_line>& lines) {
    names all;
    for (const auto& line : lines) {
        if (const auto found = objection(line)) all.push_back(*found);
    }
    return all;
}

names objections_to(const std::string& file, const std::string& text) {
    std::istringstream stream(text);
    return objections_to(includes_in(file, stream));
}

/// Every room that can be reached from this one along the arrows.
void walk(const std::string& from, std::set<std::string>& reached) {
    for (const auto& r : rooms) {
        if (r.name != from) continue;
        for (const auto& next : r.may_include) {
            if (reached.insert(next).second) walk(next, reached);
        }
    }
}

}  // namespace

TEST(Arrows, EveryIncludeInTheHouseIsAllowed) {
    const auto lines = includes_of_the_house();
    ASSERT_FALSE(lines.empty());
    EXPECT_THAT(objections_to(lines), IsEmpty());
}

TEST(Arrows, BeastStaysInThreeFilesOfNet) {
    std::set<std::string> files;
    for (const auto& line : includes_of_the_house()) {
        if (room_of(line.file) == "net" && line.header.starts_with("boost/beast")) files.insert(line.file);
    }
    EXPECT_LE(files.size(), 3u) << testing::PrintToString(files);
}

TEST(Arrows, EveryFolderOfTheServerIsARoomOfTheTable) {
    names known;
    for (const auto& r : rooms) known.push_back(r.name);
    for (const auto& entry : std::filesystem::directory_iterator(root / "server")) {
        if (!entry.is_directory()) continue;
        EXPECT_THAT(known, testing::Contains(entry.path().filename().string()));
    }
}

TEST(Arrows, NoneRunInACircle) {
    for (const auto& r : rooms) {
        std::set<std::string> reached;
        walk(r.name, reached);
        EXPECT_FALSE(reached.contains(r.name)) << r.name;
    }
}

TEST(Arrows, AForbiddenArrowIsCaught) {
    EXPECT_THAT(objections_to("server/domain/entry.hpp",
                              "#include \"domain/ids.hpp\"\n  #  include \"net/routes.hpp\" // why\n"),
                ElementsAre("server/domain/entry.hpp: \"net/routes.hpp\" (domain does not know net)"));
    EXPECT_THAT(objections_to("protocol/html.cpp", "#include \"domain/ids.hpp\"\n"), testing::SizeIs(1));
    EXPECT_THAT(objections_to("server/net/routes.cpp", "#include \"application.hpp\"\n"), testing::SizeIs(1));
    EXPECT_THAT(objections_to("server/live/feed.hpp", "#include \"ids.hpp\"\n"), testing::SizeIs(1));
    EXPECT_THAT(objections_to("server/cellar/wine.hpp", "#include \"domain/ids.hpp\"\n"), testing::SizeIs(1));
    EXPECT_THAT(objections_to("server/application.cpp", "#include \"net/listener.hpp\"\n#include \"config.hpp\"\n"),
                IsEmpty());
}

TEST(Arrows, ATechnologyOutsideItsFenceIsCaught) {
    const auto caught = [](const std::string& file, const std::string& header) {
        return !objections_to(file, "#include <" + header + ">\n").empty();
    };
    EXPECT_TRUE(caught("server/live/session.cpp", "sqlite3.h"));
    EXPECT_TRUE(caught("server/net/listener.hpp", "boost/beast/core.hpp"));
    EXPECT_TRUE(caught("server/wire/reading.hpp", "nlohmann/json.hpp"));
    EXPECT_TRUE(caught("server/net/routes.cpp", "nlohmann/json.hpp"));
    EXPECT_TRUE(caught("server/net/routes.cpp", "curl/curl.h"));
    EXPECT_TRUE(caught("server/domain/waves.cpp", "sodium.h"));
    EXPECT_TRUE(caught("server/live/session.cpp", "libstemmer.h"));
    EXPECT_TRUE(caught("server/domain/ids.hpp", "fmt/format.h"));
    EXPECT_FALSE(caught("server/domain/ids.hpp", "vector"));
    EXPECT_FALSE(caught("server/domain/refusal.hpp", "boost/system/result.hpp"));
    EXPECT_FALSE(caught("server/wire/reading.cpp", "nlohmann/json.hpp"));
    EXPECT_FALSE(caught("server/wire/reading.hpp", "nlohmann/json_fwd.hpp"));
    EXPECT_FALSE(caught("server/store/rows.cpp", "SQLiteCpp/Database.h"));
}
