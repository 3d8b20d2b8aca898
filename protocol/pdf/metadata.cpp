#include "protocol/pdf/metadata.hpp"

#include "protocol/escape.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol::pdf {
namespace {

using object = QPDFObjectHandle;

std::string xmp_of(const document_facts& known, const std::string& language) {
    const auto title = escaped(known.title);
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title + "</rdf:li><rdf:li xml:lang=\"" + language +
           "\">" + title + "</rdf:li></rdf:Alt></dc:title>\n";
    out += "<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>\n";
    if (!known.house.empty())
        out += "<dc:creator><rdf:Seq><rdf:li>" + escaped(known.house) + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (known.date.ok()) out += "<xmp:CreateDate>" + iso_date(known.date) + "</xmp:CreateDate>\n";
    return out +
           "<xmp:CreatorTool>Klartext</xmp:CreatorTool>\n<pdf:Producer>Klartext</pdf:Producer>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

object information_of(const document_facts& known) {
    auto made = object::newDictionary();
    made.replaceKey("/Title", object::newUnicodeString(known.title));
    made.replaceKey("/Creator", object::newString("Klartext"));
    made.replaceKey("/Producer", object::newString("Klartext"));
    if (!known.house.empty()) made.replaceKey("/Author", object::newUnicodeString(known.house));
    if (!known.date.ok()) return made;
    auto day = iso_date(known.date);
    std::erase(day, '-');
    made.replaceKey("/CreationDate", object::newString("D:" + day));
    return made;
}

}  // namespace

void write_metadata(QPDF& file, const document_facts& known) {
    const std::string language = known.in == language::de ? "de" : "en";
    auto root = file.getRoot();
    root.replaceKey("/Lang", object::newString(language));
    root.replaceKey("/ViewerPreferences", object::parse("<< /DisplayDocTitle true >>"));
    auto xmp = object::newStream(&file, xmp_of(known, language));
    xmp.getDict().replaceKey("/Type", object::newName("/Metadata"));
    xmp.getDict().replaceKey("/Subtype", object::newName("/XML"));
    // Left readable for programs that know nothing of PDF.
    xmp.setFilterOnWrite(false);
    root.replaceKey("/Metadata", xmp);
    file.getTrailer().replaceKey("/Info", file.makeIndirectObject(information_of(known)));
}

}  // namespace klartext::protocol::pdf
