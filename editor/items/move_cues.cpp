#include "editor/items/move_cues.h"

#include <algorithm>

#include "editor/frame/command_parts.h"
#include "editor/frame/command_table.h"
#include "editor/palette/dialog.h"
#include "model/call_gaps.h"
#include "model/move_cues.h"

namespace canvasbook {

namespace {

// Whether cues can go from a section to another one; gaps are noted by the call alone.
bool takes_cues(const Section& section, const Section& from) {
  return section.id != from.id && std::holds_alternative<Responses>(section.content) && !is_gaps(section);
}

void move_chosen_cues(App& app, const std::string& from, const std::string& to) {
  Session& session = *app.session();
  session.end_writing();
  const Section* source = find_section(session.workbook(), from);
  const Section* target = find_section(session.workbook(), to);
  if (source == nullptr || target == nullptr) return;
  const std::string title = target->title;
  MovedCues moved = move_cues(session.workbook(), session.view().selected, to);
  if (moved.cues.empty()) return;
  // the next one to be moved is chosen: the first behind those that go, or else the last
  std::string next;
  const ItemIds going(moved.cues.begin(), moved.cues.end());
  bool is_behind = false;  // of one that goes
  for (const Response& response : std::get<Responses>(source->content).responses) {
    const bool goes = going.contains(response.id);
    is_behind = is_behind || goes;
    if (goes) continue;
    next = response.id;
    if (is_behind) break;
  }
  const std::string first = moved.cues.front();
  const size_t count = moved.cues.size();
  session.record(std::move(moved.workbook), "step.move_cues", first);
  session.go_to(next.empty() ? first : next);
  const std::string keys = shortcut_text("command.undo", app.catalog());
  app.say(app.catalog().count("items.moved_cues", count, {{"title", title}, {"keys", keys}}));
}

}  // namespace

bool can_move_cues(const App& app) {
  const Section* from = app.session() == nullptr ? nullptr : app.session()->section();
  if (from == nullptr || !std::holds_alternative<Responses>(from->content) || !has_selection(app)) return false;
  return std::ranges::any_of(app.session()->document()->sections,
                             [&](const auto& section) { return takes_cues(*section, *from); });
}

void choose_section_for_cues(App& app) {
  const Section& from = *app.session()->section();
  std::vector<PaletteEntry> entries;
  for (const auto& section : app.session()->document()->sections) {
    if (!takes_cues(*section, from)) continue;
    const std::string title = section->title.empty() ? app.catalog().text("window.unnamed") : section->title;
    entries.push_back(make_choice("move_cues/" + section->id, title, {}, icons::document,
                                  [of = from.id, to = section->id](App& chosen) { move_chosen_cues(chosen, of, to); }));
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_section"));
}

}  // namespace canvasbook
