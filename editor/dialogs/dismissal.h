// The dialog that asks why a finding is dismissed.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"
#include "model/review/review.h"

namespace canvasbook {

std::unique_ptr<Dialog> make_dismissal_dialog(const Finding& finding);

}  // namespace canvasbook
