// The order in which the blocks of a board are filled, and the template that teaches how.
#pragma once

#include <vector>

#include "model/kinds/board.h"
#include "model/workbook.h"
#include "templates/library.h"

namespace canvasbook {

class App;

// One block on or back in the order of filling from the one that is worked at.
bool can_step_block(const App& app, int step);
void step_block(App& app, int step);

// The template that a document was made from, of the library or of the company's own; nullptr where it is unknown.
const Template* find_template_of(const App& app, const Document& document);

}  // namespace canvasbook
