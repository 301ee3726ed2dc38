// The text field: the first half of the input is its text, each byte of the second half something done to it.
#include "editor/text/core.h"
#include "model/text/grapheme.h"
#include "model/text/text.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

namespace {

float width_of(char32_t c) { return c < 0x300 ? 10.0F : c < 0x370 ? 0.0F : 15.0F; }

void act(TextCore& core, unsigned char byte, std::string_view text) {
  constexpr int actions = static_cast<int>(TextAction::toggle_italic) + 1;
  const float x = static_cast<float>(byte % 16) * 9;
  const float y = static_cast<float>(byte / 16) * 18;
  if (byte < 3 * actions) {
    apply(core, static_cast<TextAction>(byte % actions), byte >= 2 * actions);
  } else if (byte < 120) {
    core.type(byte);
  } else if (byte < 140) {
    core.insert(text.substr(0, byte % 20));
  } else if (byte < 160) {
    core.cut();
  } else if (byte < 190) {
    core.press({x, y}, byte % 4, byte % 2 == 0);
  } else if (byte < 220) {
    core.drag({x, y});
  } else if (byte < 230) {
    core.set_metrics({static_cast<float>(byte - 215) * 10, 20, width_of});
  } else {
    core.select(byte % 13, byte % 7);
  }
}

void check(const TextCore& core) {
  expect(core.utf8() == to_utf8(core.text()), "both forms of the text are the same");
  expect(!find_invalid_utf8(core.utf8()), "the text is UTF-8");
  const TextCursor& cursor = core.cursor();
  expect(cursor.caret <= core.text().size() && cursor.anchor <= core.text().size(), "the caret stands in the text");
  expect(core.row_count() > 0, "there is a row");
  expect(core.row(core.row_count() - 1).end == core.text().size(), "the rows hold the whole text");
  const TextRectangle caret = core.caret_rectangle();
  expect(caret.y >= 0 && caret.y < core.height(), "the caret stands on a row");
  core.selection_rectangles(0, core.height());
}

}  // namespace

void try_input(std::string_view input) {
  const std::string_view text = input.substr(0, input.size() / 2);
  TextCore core(text);
  core.set_metrics({80, 20, width_of});
  const std::u32string before = core.text();
  check(core);
  for (const char byte : input.substr(text.size())) {
    act(core, static_cast<unsigned char>(byte), text);
    check(core);
  }
  const std::u32string after = core.text();
  std::u32string first = after;
  while (core.can_undo()) core.undo();
  expect(core.text() == before, "undoing everything leads back to the first text");
  while (core.can_redo()) core.redo();
  expect(core.text().size() + first.size() >= after.size(), "redoing everything ends");
  check(core);
}

}  // namespace canvasbook::fuzz
