// The dialog that adds a document from a template: those of the workbook's language by what they are for, the company's
// own, and the others. What is typed looks for words of their titles and summaries; Enter takes the first.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// Reads the company's own templates anew. The workbook has to stay open while it is shown.
std::unique_ptr<Dialog> make_add_document_dialog(App& app);

}  // namespace canvasbook
