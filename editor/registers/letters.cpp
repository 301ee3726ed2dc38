#include "editor/registers/letters.h"

#include <optional>

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"

namespace canvasbook {

namespace {

constexpr size_t most_told_letters = 3;

// The letters as they were in the last frame, and of which workbook.
struct LettersBefore {
  std::optional<std::uint64_t> revision;
  size_t depth = 0;
  std::vector<Segment> segments;

  void forget_workbook() { *this = {}; }
};

// "Б → А, В → Б" of those that both have; empty where none moved.
std::string moved_letters(const Catalog& words, const std::vector<Segment>& before, const std::vector<Segment>& after) {
  const IdIndex<Segment> index(after);
  std::string moved;
  size_t count = 0;
  for (const Segment& old : before) {
    const Segment* now = index.find(old.id);
    if (now == nullptr || now->mark == old.mark) continue;
    ++count;
    if (count <= most_told_letters) moved += (moved.empty() ? "" : ", ") + old.mark + " → " + now->mark;
  }
  if (count <= most_told_letters) return moved;
  return words.text("list.and_more", {{"list", moved}, {"count", std::to_string(count - most_told_letters)}});
}

}  // namespace

void tell_moved_letters(App& app) {
  Session& session = *app.session();
  LettersBefore& before = app.state<LettersBefore>();
  if (before.revision == session.history().revision()) return;
  const bool is_edit = before.revision.has_value() && session.history().depth() > before.depth;
  const std::vector<Segment>& after = session.segments();
  const std::string moved = is_edit ? moved_letters(app.catalog(), before.segments, after) : std::string();
  before = {session.history().revision(), session.history().depth(), after};
  if (moved.empty()) return;
  const Catalog& words = app.catalog();
  const std::string undo = shortcut_text("command.undo", words);
  const std::string said = app.message();
  const std::string letters = words.text("segments.letters", {{"letters", moved}, {"undo", undo}});
  app.keep_saying(said.empty() ? letters : said + " " + letters);
}

}  // namespace canvasbook
