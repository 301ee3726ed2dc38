// Stepping through the blocks of a board in the order of filling, which is blocks_in_order of model/kinds/board.h.
#pragma once

namespace canvasbook {

class App;

// One block on or back in the order of filling from the one that is worked at.
bool can_step_block(const App& app, int step);
void step_block(App& app, int step);

}  // namespace canvasbook
