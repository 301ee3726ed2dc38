// Which rows of a sheet are seen by the text of one column: those that hold some words, and those whose text is ticked.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// For a column of the shown section. Nothing of the sheet changes; see Session::look_at_rows.
std::unique_ptr<Dialog> make_row_filter_dialog(App& app, const SheetColumn& column);

}  // namespace canvasbook
