// The keys of visits that are no commands, while nobody writes. Internal to editor/visits/.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// Goes through the list and the parts of a visit, and marks; a letter in the list begins the search.
void use_visit_keys(App& app);

}  // namespace canvasbook
