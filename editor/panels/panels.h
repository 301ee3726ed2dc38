// The parts of the panel at the right; that which finds stands in editor/find/. Internal to editor/panels/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void panel_guide(App& app, const Area& area);
void panel_review(App& app, const Area& area);
void panel_preview(App& app, const Area& area);

}  // namespace canvasbook
