// The keys of visits that are no commands, while nobody writes. Internal to editor/visits/.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// Goes through the list and the parts of a visit, and marks; a letter in the list begins the search.
void use_visit_keys(App& app);

// Chooses a visit of the list; `extends` from the one that was chosen alone.
void choose_visit(App& app, const std::string& visit, bool extends);

}  // namespace canvasbook
