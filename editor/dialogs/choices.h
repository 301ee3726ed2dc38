// The values that a choice column of a sheet offers: a field for each, and an empty one below for a further value.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// For a column of the shown section. A value that is written anew changes in the cells that hold it; one that is
// emptied is offered no longer.
std::unique_ptr<Dialog> make_choices_dialog(App& app, const SheetColumn& column);

}  // namespace canvasbook
