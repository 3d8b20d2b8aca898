#include "protocol/pdf/outline.hpp"

#include <algorithm>

#include "protocol/pdf/style.hpp"

namespace klartext::protocol::pdf {
namespace {

using object = QPDFObjectHandle;

constexpr int deepest = 3;
constexpr int open_down_to = 1;

struct outline_writer {
    QPDF& file;
    std::vector<QPDFPageObjectHelper>& pages;
    struct open_entry {
        int level;
        object made;
        int shown;
    };
    std::vector<open_entry> open;

    void close_to(int level) {
        while (open.size() > 1 && open.back().level >= level) {
            auto done = open.back();
            open.pop_back();
            const bool shown = done.level <= open_down_to;
            if (done.shown > 0) done.made.replaceKey("/Count", object::newInteger(shown ? done.shown : -done.shown));
            open.back().shown += 1 + (shown ? done.shown : 0);
        }
    }

    void add(const outline_entry& entry) {
        close_to(entry.level);
        auto parent = open.back().made;
        auto made = file.makeIndirectObject(object::newDictionary());
        made.replaceKey("/Title", object::newUnicodeString(entry.text));
        made.replaceKey("/Dest", place_on(pages.at(static_cast<std::size_t>(entry.page)).getObjectHandle(), entry.top));
        made.replaceKey("/Parent", parent);
        if (parent.hasKey("/Last")) {
            auto before = parent.getKey("/Last");
            before.replaceKey("/Next", made);
            made.replaceKey("/Prev", before);
        } else {
            parent.replaceKey("/First", made);
        }
        parent.replaceKey("/Last", made);
        open.push_back({entry.level, made, 0});
    }
};

}  // namespace

object place_on(object page, double top) {
    return object::newArray({page, object::newName("/XYZ"), object::newReal(a4::side, 2),
                             object::newReal(std::min(a4::height, a4::height - top + 12), 2), object::newNull()});
}

std::string ascii_address(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char each : address) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte > 0x20 && byte < 0x7F) {
            out += each;
        } else {
            (out += '%') += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

void write_outline(QPDF& file, const std::vector<outline_entry>& entries, std::vector<QPDFPageObjectHelper>& pages) {
    auto root = file.makeIndirectObject(object::newDictionary());
    root.replaceKey("/Type", object::newName("/Outlines"));
    outline_writer write{file, pages, {{0, root, 0}}};
    for (const auto& entry : entries)
        if (entry.level <= deepest) write.add(entry);
    write.close_to(1);
    root.replaceKey("/Count", object::newInteger(write.open.front().shown));
    file.getRoot().replaceKey("/Outlines", root);
}

}  // namespace klartext::protocol::pdf
