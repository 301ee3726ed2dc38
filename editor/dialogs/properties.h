// The dialog for what the workbook says about itself: company, author's role, language, page size.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// The workbook has to stay open while it is shown. Confirming it is one step of the history.
std::unique_ptr<Dialog> make_properties_dialog(App& app);

}  // namespace canvasbook
