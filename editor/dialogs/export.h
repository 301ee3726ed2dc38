// The dialog that exports documents: what, as what, where to; it stays alive while the work goes on in a thread.
#pragma once

#include <memory>

#include "editor/dialogs/export_choices.h"
#include "editor/frame/dialog.h"

namespace canvasbook {

// For the open workbook.
std::unique_ptr<Dialog> make_export_dialog(App& app);

}  // namespace canvasbook
