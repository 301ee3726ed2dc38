// The kind `visits` as JSON. Include only from files that end in _json.cpp.
#pragma once

#include "model/base/json.h"
#include "model/workbook.h"

namespace canvasbook {

Content read_visits(JsonObject& object, JsonErrors& errors);
void write_visits(Json& object, const Visits& visits);

}  // namespace canvasbook
