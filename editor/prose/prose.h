// Draws running text. Internal to editor/prose/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void view_prose(App& app, const Area& area);

}  // namespace canvasbook
