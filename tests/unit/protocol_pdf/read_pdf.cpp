#include "read_pdf.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjGen.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

#include "temporary_folder.hpp"

namespace klartext::protocol::pdf {
namespace {

using object = QPDFObjectHandle;

struct paint_counter : object::ParserCallbacks {
    int depth = 0, unmarked = 0;
    std::vector<int> marks;
    object last;

    void handleObject(object next) override {
        if (!next.isOperator()) {
            last = next;
            return;
        }
        static const std::set<std::string> paints{"S",  "s",  "f",  "F",  "f*", "B", "B*", "b",
                                                  "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"};
        const auto name = next.getOperatorValue();
        if (name == "BDC" && last.isDictionary() && last.hasKey("/MCID"))
            marks.push_back(static_cast<int>(last.getKey("/MCID").getIntValue()));
        if (name == "BDC" || name == "BMC") ++depth;
        if (name == "EMC") --depth;
        if (depth == 0 && paints.contains(name)) ++unmarked;
    }
    void handleEOF() override {}
};

struct tree_reader {
    read_file& into;

    void element(object at, int depth) {
        read_element made{.role = at.getKey("/S").getName().substr(1),
                          .depth = depth,
                          .has_alternative = at.hasKey("/Alt") && !at.getKey("/Alt").getUTF8Value().empty(),
                          .scope = {},
                          .stands_for = {}};
        if (at.hasKey("/Lang")) made.language = at.getKey("/Lang").getUTF8Value();
        if (at.hasKey("/ActualText")) made.stands_for = at.getKey("/ActualText").getUTF8Value();
        if (at.getKey("/A").isDictionary() && at.getKey("/A").hasKey("/Scope"))
            made.scope = at.getKey("/A").getKey("/Scope").getName();
        std::vector<object> kids;
        auto content = at.getKey("/K");
        if (content.isArray())
            kids = content.getArrayAsVector();
        else if (!content.isNull())
            kids = {content};
        const auto index = into.elements.size();
        into.elements.push_back(made);
        for (auto& kid : kids) {
            const bool is_element = kid.isDictionary() && kid.hasKey("/S");
            if (is_element && !(kid.getKey("/P").getObjGen() == at.getObjGen()))
                into.problems.emplace_back("an element does not know its parent");
            if (is_element)
                element(kid, depth + 1);
            else if (kid.isInteger() || kid.isDictionaryOfType("/MCR"))
                ++into.elements[index].contents;
            else if (kid.isDictionaryOfType("/OBJR"))
                ++into.elements[index].references;
        }
    }
};

void read_pages(QPDF& file, read_file& into) {
    auto numbers = file.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    std::map<int, object> parents;
    for (int at = 0; at + 1 < numbers.getArrayNItems(); at += 2)
        parents[static_cast<int>(numbers.getArrayItem(at).getIntValue())] = numbers.getArrayItem(at + 1);
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
        ++into.pages;
        auto on = page.getObjectHandle();
        paint_counter counter;
        page.parseContents(&counter);
        into.unmarked_paintings += counter.unmarked + counter.depth;
        into.marks += static_cast<int>(counter.marks.size());
        auto known = parents[static_cast<int>(on.getKey("/StructParents").getIntValue())];
        for (const auto mark : counter.marks)
            if (!known.isArray() || mark >= known.getArrayNItems() || !known.getArrayItem(mark).hasKey("/S"))
                ++into.orphaned_marks;
        into.tabs_follow_structure &= on.getKey("/Tabs").isNameAndEquals("/S");
        if (!on.hasKey("/Annots")) continue;
        for (auto& each : on.getKey("/Annots").getArrayAsVector()) {
            ++into.links;
            if (each.getKey("/Contents").getUTF8Value().empty()) ++into.links_without_words;
            const auto key = static_cast<int>(each.getKey("/StructParent").getIntValue());
            if (!parents.contains(key) || !parents[key].getKey("/S").isNameAndEquals("/Link")) ++into.orphaned_marks;
        }
    }
}

void read_fonts(QPDF& file, read_file& into) {
    for (auto& each : file.getAllObjects()) {
        if (!each.isDictionaryOfType("/Font") || each.hasKey("/DescendantFonts")) continue;
        auto descriptor = each.getKey("/FontDescriptor");
        const bool embedded =
            descriptor.isDictionary() &&
            (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
        into.fonts.push_back({each.getKey("/BaseFont").getName(), embedded, each.hasKey("/ToUnicode")});
    }
    for (auto& each : file.getAllObjects())
        if (each.isDictionaryOfType("/Font") && each.hasKey("/DescendantFonts")) {
            const auto name = each.getKey("/BaseFont").getName();
            for (auto& font : into.fonts)
                if (font.name == name) font.says_unicode |= each.hasKey("/ToUnicode");
        }
}

void read_outline(object at, int depth, read_file& into) {
    for (; at.isDictionary(); at = at.getKey("/Next")) {
        into.outline.push_back(std::string(static_cast<std::size_t>(depth), ' ') + at.getKey("/Title").getUTF8Value());
        read_outline(at.getKey("/First"), depth + 1, into);
    }
}

std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string out;
    std::array<char, 4096> buffer{};
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) out.append(buffer.data(), size);
    return out;
}

}  // namespace

read_file read(const std::string& pdf) {
    read_file made;
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("minutes", pdf.data(), pdf.size());
    auto root = file.getRoot();
    made.language = root.getKey("/Lang").getUTF8Value();
    made.marked = root.getKey("/MarkInfo").getKey("/Marked").getBoolValue();
    made.title_shown = root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue();
    made.title = file.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value();
    const auto xmp = root.getKey("/Metadata").getStreamData();
    made.xmp.assign(reinterpret_cast<const char*>(xmp->getBuffer()), xmp->getSize());
    tree_reader{made}.element(root.getKey("/StructTreeRoot").getKey("/K"), 0);
    read_pages(file, made);
    read_fonts(file, made);
    read_outline(root.getKey("/Outlines").getKey("/First"), 0, made);
    for (const auto& warning : file.getWarnings()) made.problems.emplace_back(warning.what());
    return made;
}

std::string text_by_tags(const std::string& pdf) {
    const testing::temporary_folder folder;
    const auto file = folder.path() / "minutes.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    std::string found, skipped;
    std::size_t skipped_depth = 0;
    const auto all = output_of("pdfinfo -struct-text '" + file.string() + "'");
    for (std::size_t from = 0; from < all.size();) {
        const auto to = all.find('\n', from);
        const auto line = all.substr(from, to - from);
        from = to == all.npos ? all.size() : to + 1;
        const auto depth = line.find_first_not_of(' ');
        if (depth == line.npos) continue;
        if (line[depth] == '"') {
            if (skipped.empty()) found += line.substr(depth + 1, line.size() - depth - 2);
            continue;
        }
        if (!skipped.empty() && depth <= skipped_depth) skipped.clear();
        if (skipped.empty() && (line.substr(depth, 3) == "TOC" || line.substr(depth, 6) == "Figure")) {
            skipped = line;
            skipped_depth = depth;
        }
    }
    return found;
}

}  // namespace klartext::protocol::pdf
