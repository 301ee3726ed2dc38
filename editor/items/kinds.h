// One object for each kind of section that has items; see ItemKind.
#pragma once

#include "editor/items/rows.h"

namespace canvasbook {

const ItemKind& responses_kind();
const ItemKind& replacements_kind();
const ItemKind& dialogue_kind();
const ItemKind& checklist_kind();
const ItemKind& sheet_kind();

const ItemKind& kind_of(const Content& content);  // of a section that has items

// Whether such a section has no response, replacement, line, group or row yet.
bool is_empty_list(const Content& content);

}  // namespace canvasbook
