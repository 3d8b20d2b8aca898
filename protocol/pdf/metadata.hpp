#pragma once
#include <qpdf/QPDF.hh>

#include "protocol/pdf/tagging.hpp"

namespace klartext::protocol::pdf {

/// Title, language and date, as catalogue entries, as document information and as XMP. Claims no conformance. Says
/// nothing of the moment and the machine at which the file was made.
void write_metadata(QPDF&, const document_facts&);

}  // namespace klartext::protocol::pdf
