// The dialog that says when the shown document was revised, who sees to it, and after how long it is to be again.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// The workbook has to stay open while it is shown. Confirming it is one step of the history.
std::unique_ptr<Dialog> make_revision_dialog(App& app);

}  // namespace canvasbook
