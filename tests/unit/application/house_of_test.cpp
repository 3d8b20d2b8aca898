#include "house_of.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "temporary_folder.hpp"

namespace klartext {
namespace {

constexpr auto spire =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="40"><path d="M0 40 10 0 20 40Z"/></svg>)";

class HouseOf : public ::testing::Test {
protected:
    HouseOf() {
        std::ofstream(folder / "logo.svg") << spire;
        options.house_name = "Stadt Ulm";
        options.house_logo = folder / "logo.svg";
        options.house_logo_words = "Ein spitzer Turm";
        options.house_accent = "#7a1f3d";
    }

    std::string complaint() {
        try {
            static_cast<void>(house_of(options));
        } catch (const std::runtime_error& cause) {
            return cause.what();
        }
        return "no complaint";
    }

    testing::temporary_folder folder;
    serve_options options;
};

TEST_F(HouseOf, HasEverythingThatWasGiven) {
    const auto whose = house_of(options);
    EXPECT_EQ(whose.name, "Stadt Ulm");
    EXPECT_EQ(whose.logo, spire);
    EXPECT_EQ(whose.logo_words, "Ein spitzer Turm");
    EXPECT_EQ(whose.accent, "#7a1f3d");
}

TEST_F(HouseOf, MayBeNobodys) {
    const auto whose = house_of({});
    EXPECT_TRUE(whose.name.empty() && whose.logo.empty() && whose.accent.empty());
}

TEST_F(HouseOf, RefusesALogoThatIsNotThere) {
    options.house_logo = folder / "nothing.png";
    EXPECT_NE(complaint().find("nothing.png cannot be read"), std::string::npos) << complaint();
    options.house_logo = folder.path();
    EXPECT_NE(complaint().find("cannot be read"), std::string::npos) << complaint();
}

TEST_F(HouseOf, RefusesALogoThatIsNoPicture) {
    std::ofstream(folder / "logo.svg") << "GIF89a";
    EXPECT_NE(complaint().find("Use a PNG or SVG file"), std::string::npos) << complaint();
}

TEST_F(HouseOf, RefusesALogoWithoutWords) {
    options.house_name = options.house_logo_words = "";
    EXPECT_NE(complaint().find("Say what it shows"), std::string::npos) << complaint();
}

TEST_F(HouseOf, RefusesAColourThatCannotBeReadOnWhite) {
    options.house_accent = "#ffd400";
    EXPECT_NE(complaint().find("too light"), std::string::npos) << complaint();
    options.house_accent = "red";
    EXPECT_NE(complaint().find("is no colour"), std::string::npos) << complaint();
}

}  // namespace
}  // namespace klartext
