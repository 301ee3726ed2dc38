// The dialog that keeps the shown document as a template of the company's own.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// There has to be a shown document, and a folder for the program's data.
std::unique_ptr<Dialog> make_save_template_dialog(App& app);

}  // namespace canvasbook
