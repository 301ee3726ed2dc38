// The kind `board` as JSON. Include only from files that end in _json.cpp.
#pragma once

#include "model/base/json.h"
#include "model/workbook.h"

namespace canvasbook {

Content read_board(JsonObject& object, JsonErrors& errors);
void write_board(Json& object, const Board& board);

}  // namespace canvasbook
