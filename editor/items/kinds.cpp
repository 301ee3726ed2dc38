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

}  // namespace

const ItemKind& kind_of(const Content& content) {
  return *std::visit([](const auto& kind) { return kind_for(kind); }, content);
}

}  // namespace canvasbook
