#pragma once

namespace klartext::suggestions {

/// The language of a session.
enum class language { german, english };

}  // namespace klartext::suggestions
