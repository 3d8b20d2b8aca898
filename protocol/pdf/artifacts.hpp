#pragma once
#include <qpdf/QPDFObjectHandle.hh>

#include <string>
#include <vector>

namespace klartext::protocol::pdf {

/// Goes through the content of one page: each marked content gets the name of its role, and what is painted outside any
/// is marked as an artifact.
class mark_artifacts : public QPDFObjectHandle::TokenFilter {
public:
    /// One role per marked content, in order of their numbers.
    explicit mark_artifacts(std::vector<std::string> roles) : roles(std::move(roles)) {}
    void handleToken(const QPDFTokenizer::Token&) override;
    void handleEOF() override;

private:
    using token = QPDFTokenizer::Token;
    void operation(const token&);
    void begin_mark(const token&);
    void end_mark(const token&);
    void begin_artifact();
    void end_artifact();
    void write_operands();
    int number_of_mark() const;

    std::vector<std::string> roles;
    std::vector<token> operands;
    int depth = 0;    ///< of marks that are open
    int read_at = 0;  ///< depth of the mark whose content is read; 0 outside
    bool artifact = false;
    bool path = false;  ///< between the beginning of a path and its painting
};

}  // namespace klartext::protocol::pdf
