// Drawing what is laid out at 100 % larger or smaller, and the steps in which the board is brought nearer.
#pragma once

#include <imgui.h>

namespace canvasbook {

class App;

// While it lives, all that is drawn into the current window and all that asks for the mouse happens at 100 %; when it
// ends, what was drawn is scaled around `origin`. No window may begin or end in between.
class ScaledDrawing {
 public:
  ScaledDrawing(ImVec2 origin, float scale);
  ~ScaledDrawing();
  ScaledDrawing(const ScaledDrawing&) = delete;
  ScaledDrawing& operator=(const ScaledDrawing&) = delete;

 private:
  ImVec2 origin_;
  float scale_;
  ImDrawList* list_;
  int first_vertex_;
  ImVec4 clip_stack_top_;
  ImVec4 clip_header_;
  ImVec4 window_clip_;
  ImVec2 mouse_;
  ImVec2 clicked_;
};

// One step of zoom in (1) or out (-1) from a percentage, inside the bounds.
int next_zoom(int percent, int step);

// Brings the board to a zoom; the point of the screen that is given stays where it is, without one
// the middle of the current block.
void set_zoom(App& app, int percent);
void set_zoom(App& app, int percent, ImVec2 fixed);

// Brings the whole board into the window, and keeps it there while it changes.
void fit_board(App& app);

}  // namespace canvasbook
