// The dialog that sets how many pages the shown document may take.
#pragma once

#include <memory>

#include "editor/dialog.h"

namespace canvasbook {

// The app must have a shown document.
std::unique_ptr<Dialog> make_budget_dialog(App& app);

}  // namespace canvasbook
