// Draws a section of visits. Internal to editor/visits/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void view_visits(App& app, const Area& area);

}  // namespace canvasbook
