// Visits become a list of what each came to.
#include "export/compose/section.h"

namespace canvasbook {

PrintParts compose_content(const Section&, const Visits&, const ComposeContext&) { return {}; }

}  // namespace canvasbook
