// Draws a section that is a list of items. Internal to editor/items/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void view_items(App& app, const Section& section, const Area& area);

}  // namespace canvasbook
