// The dialog for how the shown document prints: cover, contents, justified text, margins for binding.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// The workbook has to stay open while it is shown. Confirming it is one step of the history.
std::unique_ptr<Dialog> make_paper_dialog(App& app);

}  // namespace canvasbook
