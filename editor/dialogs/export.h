// The dialog that exports documents: what, as what, where to; it stays alive while the work goes on in a thread.
#pragma once

#include <memory>
#include <string>

#include "editor/dialogs/export_choices.h"
#include "editor/frame/dialog.h"

namespace canvasbook {

// For the open workbook.
std::unique_ptr<Dialog> make_export_dialog(App& app);

// The same that begins with the report of a section of visits, of those that a filter takes. What is chosen there is
// not kept for the next time.
std::unique_ptr<Dialog> make_results_export_dialog(App& app, const std::string& section, const ResultFilter& filter);

}  // namespace canvasbook
