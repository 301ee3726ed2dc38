// A check list that was filled in as a Markdown task list. Internal to model/.
#pragma once

#include <string_view>

#include "model/visit_gathering.h"

namespace canvasbook {

// Whether some line is an item with a box.
bool is_task_list(std::string_view text);

// See read_visits: one visit.
void read_task_list(std::string_view text, const Checklist& list, VisitGathering& gathering);

}  // namespace canvasbook
