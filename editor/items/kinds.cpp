#include "editor/items/kinds.h"

namespace canvasbook {

namespace {

const ItemKind* kind_for(const Board&) { return nullptr; }
const ItemKind* kind_for(const Prose&) { return nullptr; }
const ItemKind* kind_for(const Responses&) { return &responses_kind(); }
const ItemKind* kind_for(const Replacements&) { return &replacements_kind(); }
const ItemKind* kind_for(const Dialogue&) { return &dialogue_kind(); }
const ItemKind* kind_for(const Checklist&) { return &checklist_kind(); }
const ItemKind* kind_for(const Sheet&) { return &sheet_kind(); }
const ItemKind* kind_for(const Visits&) { return nullptr; }

bool lacks_items(const Board&) { return false; }
bool lacks_items(const Prose&) { return false; }
bool lacks_items(const Responses& content) { return content.responses.empty(); }
bool lacks_items(const Replacements& content) { return content.replacements.empty(); }
bool lacks_items(const Dialogue& content) { return content.lines.empty(); }
bool lacks_items(const Checklist& content) { return content.groups.empty(); }
bool lacks_items(const Sheet& content) { return content.rows.empty(); }
bool lacks_items(const Visits&) { return false; }

}  // namespace

const ItemKind& kind_of(const Content& content) {
  return *std::visit([](const auto& kind) { return kind_for(kind); }, content);
}

bool is_empty_list(const Content& content) {
  return std::visit([](const auto& kind) { return lacks_items(kind); }, content);
}

}  // namespace canvasbook
