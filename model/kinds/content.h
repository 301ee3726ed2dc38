// What a section holds: one of the kinds.
#pragma once

#include <variant>

#include "model/kinds/board.h"
#include "model/kinds/checklist.h"
#include "model/kinds/dialogue.h"
#include "model/kinds/prose.h"
#include "model/kinds/replacements.h"
#include "model/kinds/responses.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// The name of each kind in files is in document_json.cpp.
using Content = std::variant<Prose, Board, Responses, Replacements, Dialogue, Checklist, Sheet>;

}  // namespace canvasbook
