#include "protocol/pdf/artifacts.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace klartext::protocol::pdf {
namespace {

TEST(Artifacts, WhatIsPaintedOutsideAMarkIsOne) {
    EXPECT_EQ(with_artifacts("1 0 0 rg 0 0 5 5 re f", {}), "1 0 0 rg\n/Artifact BMC\n 0 0 5 5 re f\nEMC\n");
    EXPECT_EQ(with_artifacts("0 0 m 5 5 l S q", {}), "\n/Artifact BMC\n0 0 m 5 5 l S\nEMC\n q");
    EXPECT_EQ(with_artifacts("BT (a) Tj ET", {}), "\n/Artifact BMC\nBT (a) Tj ET\nEMC\n");
    EXPECT_EQ(with_artifacts("q 1 0 0 1 5 5 cm Q", {}), "q 1 0 0 1 5 5 cm Q") << "nothing is painted";
}

TEST(Artifacts, AMarkGetsItsRole) {
    EXPECT_EQ(with_artifacts("/P << /MCID 1 >> BDC\nBT (a) Tj ET\nEMC", {"H1", "TD"}),
              "/TD << /MCID 1 >> BDC\nBT (a) Tj ET\nEMC");
    EXPECT_EQ(with_artifacts("/P<</MCID 0>>BDC 0 0 5 5 re f EMC 1 1 re f", {"Figure"}),
              "/Figure<</MCID 0>>BDC 0 0 5 5 re f EMC\n/Artifact BMC\n 1 1 re f\nEMC\n");
    EXPECT_THROW((void)with_artifacts("/P << /MCID 2 >> BDC EMC", {"P", "P"}), std::runtime_error);
}

TEST(Artifacts, AMarkEndsTheArtifactBeforeIt) {
    EXPECT_EQ(with_artifacts("BT /P << /MCID 0 >> BDC (a) Tj EMC ET", {"P"}),
              "\n/Artifact BMC\nBT\nEMC\n /P << /MCID 0 >> BDC (a) Tj EMC ET");
}

TEST(Artifacts, MarksWithoutANumberStayAsTheyAre) {
    EXPECT_EQ(with_artifacts("/Span BMC 0 0 5 5 re f EMC", {}), "/Span BMC 0 0 5 5 re f EMC");
    EXPECT_EQ(with_artifacts("/P << /MCID 0 >> BDC /Span BMC EMC 0 0 5 5 re f EMC", {"LBody"}),
              "/LBody << /MCID 0 >> BDC /Span BMC EMC 0 0 5 5 re f EMC");
}

TEST(Artifacts, WhatLooksLikeAnOperationInATextIsNone) {
    for (const auto* text : {"(f S BT /P << /MCID 7 >> BDC)", "(a \\) f \\\\)", "((f) f)",
                             "(\\\n/P << /MCID 0 >> BDC\n)", "<BEEFf>", "[(f) 10 (S)]"}) {
        const auto marked = std::string("/P << /MCID 0 >> BDC BT ") + text + " Tj ET EMC";
        EXPECT_EQ(with_artifacts(marked, {"P"}), marked) << text;
        const auto set = std::string(text) + " /f gs";
        EXPECT_EQ(with_artifacts(set, {}), set) << text;
    }
    EXPECT_EQ(with_artifacts("% 0 0 5 5 re f\n/Do gs", {}), "% 0 0 5 5 re f\n/Do gs");
}

TEST(Artifacts, ThePixelsOfAnInlineImageAreNoOperations) {
    const std::string image = "BI /W 4 /H 1 ID \x01 f EIx (\x02 EI";
    EXPECT_EQ(with_artifacts(image + " q", {}), "\n/Artifact BMC\n" + image + "\nEMC\n q");
}

TEST(Artifacts, BrokenContentEnds) {
    for (const auto* broken : {"(", "(\\", "<", "<<", "/", "%", "BI ID ", "[", "EMC EMC", ")", "/P << /MCID"})
        EXPECT_NO_THROW((void)with_artifacts(broken, {})) << broken;
}

}  // namespace
}  // namespace klartext::protocol::pdf
