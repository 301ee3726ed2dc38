// Draws a register. Internal to editor/registers/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void view_register(App& app, RegisterKind kind, const Area& area);

}  // namespace canvasbook
