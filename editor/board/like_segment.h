// A segment that is written down once more: the one that exists is offered in its place.
#pragma once

#include "editor/board/state.h"
#include "editor/session/session.h"

namespace canvasbook {

class App;

// The segment that the note at the cursor is named like, where that note is a segment of its own; nullptr where there
// is none. It points into the state's list.
const Segment* offered_segment(const Session& session, BoardState& state);

// Whether one was offered in the last frame; the note then stands for it, and what named the note names that one.
bool can_take_like_segment(const App& app);
void take_like_segment(App& app);

}  // namespace canvasbook
