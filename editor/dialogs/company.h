// Asks for the company before a workbook is made from a template.
#pragma once

#include <memory>

#include "editor/frame/app.h"

namespace canvasbook {

// Enter goes on with what was written and makes the workbook; Escape goes back.
std::unique_ptr<Dialog> make_company_dialog(Template source);

}  // namespace canvasbook
