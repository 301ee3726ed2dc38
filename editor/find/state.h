// What the panel that finds keeps from frame to frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/frame/dialog_fields.h"
#include "editor/frame/line_field.h"
#include "editor/session/session.h"
#include "editor/session/settings.h"
#include "model/find.h"

namespace canvasbook {

// The hits of one section, in the list.
struct HitGroup {
  size_t first = 0;        // hit
  std::uint32_t text = 0;  // of this hit
};

struct FindPanel {
  LineField query;
  LineField replacement;
  FindQuery options{.text = {}, .word_forms = true};  // without its text
  bool replaces = false;
  Editing editing = Editing::nothing;  // what was written in the document meanwhile: when it is something else,
  std::string edited;                  // a command has begun that, and the keys are the document's
  bool has_replaced = false;           // nothing was typed since: Ctrl+Z takes the replacement back
  DialogFocus focus;

  std::optional<size_t> current;  // hit that was gone to last
  WrittenPlace current_place;
  std::uint32_t current_begin = 0;
  bool shows_current = false;  // the list brings it into view

  std::vector<HitGroup> groups;
  std::uint64_t version = 0;  // of what was found, that current and groups are of

  Panels before;  // what the panel took the place of

  FindQuery wanted() const {
    FindQuery all = options;
    all.text = query.text();
    return all;
  }

  void forget_workbook() {
    current.reset();
    groups.clear();
    version = 0;
  }
};

}  // namespace canvasbook
