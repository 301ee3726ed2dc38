// Draws a board. Internal to editor/board/.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

void view_board(App& app, const Board& board, const Area& area);

}  // namespace canvasbook
