// Our input handed on to Dear ImGui, which draws the menus and small parts.
#pragma once

#include "editor/system/input_queue.h"

namespace canvasbook {

// Tells ImGui which of our keys it navigates with. Call once for each context.
void map_keys();

// Feeds the queue, and hands what is for this frame to ImGui's state.
void feed_input(InputQueue& input, FieldTakes field_takes);

}  // namespace canvasbook
