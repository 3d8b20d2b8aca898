#include "protocol/pdf/tagging.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>
#include <string_view>

#include "protocol/pdf/artifacts.hpp"
#include "protocol/pdf/metadata.hpp"
#include "protocol/pdf/outline.hpp"
#include "protocol/pdf/style.hpp"

namespace klartext::protocol::pdf {
namespace {

using object = QPDFObjectHandle;

struct tag_writer {
    QPDF& file;
    const structure& tree;
    std::vector<QPDFPageObjectHelper> pages;
    std::vector<object> elements = {};
    std::vector<object> annotations = {};

    object page(int number) { return pages.at(static_cast<std::size_t>(number)).getObjectHandle(); }

    // What everything hangs on is made first, so that parents and children can name each other.
    void make_elements() {
        for (std::size_t at = 0; at < tree.elements.size(); ++at)
            elements.push_back(file.makeIndirectObject(object::newDictionary()));
    }

    object annotation_of(const link_area& link, int key) {
        const auto y = [](double top) { return object::newReal(a4::height - top, 2); };
        auto made = object::newDictionary();
        made.replaceKey("/Type", object::newName("/Annot"));
        made.replaceKey("/Subtype", object::newName("/Link"));
        made.replaceKey("/Rect", object::newArray({object::newReal(link.left, 2), y(link.bottom),
                                                   object::newReal(link.right, 2), y(link.top)}));
        made.replaceKey("/Border", object::parse("[0 0 0]"));
        made.replaceKey("/F", object::newInteger(4));
        made.replaceKey("/StructParent", object::newInteger(key));
        made.replaceKey("/Contents", object::newUnicodeString(link.words));
        if (link.address.empty()) {
            made.replaceKey("/Dest", place_on(page(link.to_page), link.to_top));
        } else {
            auto action = object::parse("<< /S /URI >>");
            action.replaceKey("/URI", object::newString(ascii_address(link.address)));
            made.replaceKey("/A", action);
        }
        return file.makeIndirectObject(made);
    }

    void make_annotations() {
        int key = static_cast<int>(pages.size());
        for (const auto& link : tree.links) {
            annotations.push_back(annotation_of(link, key++));
            auto on = page(link.page);
            if (!on.hasKey("/Annots")) on.replaceKey("/Annots", object::newArray());
            on.getKey("/Annots").appendItem(annotations.back());
        }
    }

    object kid(const part& one, int usual_page) {
        if (const auto* child = std::get_if<child_element>(&one)) return elements[static_cast<std::size_t>(child->id)];
        auto made = object::newDictionary();
        if (const auto* link = std::get_if<link_annotation>(&one)) {
            const auto at = static_cast<std::size_t>(link->index);
            made.replaceKey("/Type", object::newName("/OBJR"));
            made.replaceKey("/Obj", annotations[at]);
            made.replaceKey("/Pg", page(tree.links[at].page));
            return made;
        }
        const auto& content = std::get<content_of_page>(one);
        if (content.page == usual_page) return object::newInteger(content.mark);
        made.replaceKey("/Type", object::newName("/MCR"));
        made.replaceKey("/Pg", page(content.page));
        made.replaceKey("/MCID", object::newInteger(content.mark));
        return made;
    }

    static object attributes_of(const element& one) {
        auto made = object::newDictionary();
        if (!one.scope.empty()) {
            made.replaceKey("/O", object::newName("/Table"));
            made.replaceKey("/Scope", object::newName("/" + one.scope));
        } else {
            made.replaceKey("/O", object::newName("/List"));
            made.replaceKey("/ListNumbering", object::newName("/" + one.list_numbering));
        }
        return made;
    }

    void fill(std::size_t at, object root) {
        const auto& one = tree.elements[at];
        auto& made = elements[at];
        made.replaceKey("/Type", object::newName("/StructElem"));
        made.replaceKey("/S", object::newName("/" + one.role));
        made.replaceKey("/P", one.parent == artifact ? root : elements[static_cast<std::size_t>(one.parent)]);
        int usual_page = -1;
        for (const auto& each : one.parts)
            if (const auto* content = std::get_if<content_of_page>(&each); content && usual_page < 0)
                usual_page = content->page;
        if (usual_page >= 0) made.replaceKey("/Pg", page(usual_page));
        std::vector<object> kids;
        for (const auto& each : one.parts) kids.push_back(kid(each, usual_page));
        if (!kids.empty()) made.replaceKey("/K", kids.size() == 1 ? kids.front() : object::newArray(kids));
        if (!one.instead.empty()) made.replaceKey("/Alt", object::newUnicodeString(one.instead));
        if (!one.stands_for.empty()) made.replaceKey("/ActualText", object::newUnicodeString(one.stands_for));
        if (!one.language.empty()) made.replaceKey("/Lang", object::newUnicodeString(one.language));
        if (!one.scope.empty() || !one.list_numbering.empty()) made.replaceKey("/A", attributes_of(one));
    }

    // From each mark of each page, and from each link, to its element.
    object parent_tree() {
        std::vector<std::vector<object>> marks;
        for (const auto count : tree.marks) marks.emplace_back(static_cast<std::size_t>(count), object::newNull());
        for (std::size_t at = 0; at < tree.elements.size(); ++at)
            for (const auto& each : tree.elements[at].parts)
                if (const auto* content = std::get_if<content_of_page>(&each))
                    marks.at(static_cast<std::size_t>(content->page)).at(static_cast<std::size_t>(content->mark)) =
                        elements[at];
        auto numbers = object::newArray();
        int key = 0;
        for (const auto& of_page : marks) {
            numbers.appendItem(object::newInteger(key++));
            numbers.appendItem(file.makeIndirectObject(object::newArray(of_page)));
        }
        for (const auto& link : tree.links) {
            numbers.appendItem(object::newInteger(key++));
            numbers.appendItem(elements.at(static_cast<std::size_t>(link.within)));
        }
        auto made = object::newDictionary();
        made.replaceKey("/Nums", numbers);
        return file.makeIndirectObject(made);
    }

    void write_tree() {
        auto root = file.makeIndirectObject(object::newDictionary());
        make_elements();
        make_annotations();
        for (std::size_t at = 0; at < tree.elements.size(); ++at) fill(at, root);
        root.replaceKey("/Type", object::newName("/StructTreeRoot"));
        root.replaceKey("/K", elements.front());
        root.replaceKey("/ParentTree", parent_tree());
        root.replaceKey("/ParentTreeNextKey",
                        object::newInteger(static_cast<long long>(pages.size() + tree.links.size())));
        file.getRoot().replaceKey("/StructTreeRoot", root);
        file.getRoot().replaceKey("/MarkInfo", object::parse("<< /Marked true >>"));
    }

    std::vector<std::vector<std::string>> roles() const {
        std::vector<std::vector<std::string>> found;
        for (const auto count : tree.marks) found.emplace_back(static_cast<std::size_t>(count));
        for (const auto& each : tree.elements)
            for (const auto& one : each.parts)
                if (const auto* content = std::get_if<content_of_page>(&one))
                    found.at(static_cast<std::size_t>(content->page)).at(static_cast<std::size_t>(content->mark)) =
                        each.role;
        return found;
    }

    void mark_pages() {
        const auto of_pages = roles();
        for (std::size_t at = 0; at < pages.size(); ++at) {
            auto on = pages[at].getObjectHandle();
            on.replaceKey("/StructParents", object::newInteger(static_cast<int>(at)));
            on.replaceKey("/Tabs", object::newName("/S"));
            auto content = on.getKey("/Contents");
            const auto painted = content.getStreamData(qpdf_dl_generalized);
            const std::string_view bytes(reinterpret_cast<const char*>(painted->getBuffer()), painted->getSize());
            content.replaceStreamData(with_artifacts(bytes, of_pages.at(at)), object::newNull(), object::newNull());
        }
    }
};

// Glyphs of TrueType fonts are called by their numbers, which has to be said.
void name_glyphs(QPDF& file) {
    for (auto& each : file.getAllObjects())
        if (each.isDictionaryOfType("/Font", "/CIDFontType2") && !each.hasKey("/CIDToGIDMap"))
            each.replaceKey("/CIDToGIDMap", object::newName("/Identity"));
}

std::string written(QPDF& file) {
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

std::string tagged(const std::string& pdf, const structure& tree, const document_facts& known) {
    QPDF file;
    // cairo names a picture that is repeated on a page more than once among the page's pictures; nothing is lost.
    file.setSuppressWarnings(true);
    file.processMemoryFile("painted minutes", pdf.data(), pdf.size());
    tag_writer write{file, tree, QPDFPageDocumentHelper(file).getAllPages()};
    write.write_tree();
    write.mark_pages();
    write_outline(file, tree.outline, write.pages);
    write_metadata(file, known);
    name_glyphs(file);
    return written(file);
}

}  // namespace klartext::protocol::pdf
