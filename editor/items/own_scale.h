// A scale of the check list's own as it is defined: its name, its levels with their words and points.
#pragma once

#include <string>

#include "editor/frame/app.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// Marks an item of the shown check list, with all that are selected with it, or with an empty id the list, on a scale
// of the program or, where `own` names one, of the list; a step.
void choose_scale(Session& session, const std::string& item, Scale scale, const std::string& own);

// Asks for an own scale: for the one with an id as it is to be, or with an empty id for a new one, which the item or
// the list is marked on then.
void define_scale(App& app, const std::string& item, const std::string& scale);

}  // namespace canvasbook
