#include "editor/items/move_cues.h"

#include <algorithm>

#include "editor/frame/command_parts.h"
#include "editor/frame/command_table.h"
#include "editor/palette/dialog.h"
#include "model/call_gaps.h"
#include "model/call_search.h"
#include "model/move_cues.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Whether cues can go from a section to another one; gaps are noted by the call alone.
bool takes_cues(const Section& section, const Section& from) {
  return section.id != from.id && std::holds_alternative<Responses>(section.content) && !is_gaps(section);
}

// The cue that is chosen next when some go: the first behind these, or else the last; empty for none.
std::string next_cue(const Section& section, const std::vector<std::string>& going) {
  std::string next;
  bool is_behind = false;  // of one that goes
  for (const Response& response : std::get<Responses>(section.content).responses) {
    const bool goes = std::ranges::find(going, response.id) != going.end();
    is_behind = is_behind || goes;
    if (goes) continue;
    next = response.id;
    if (is_behind) break;
  }
  return next;
}

bool has_known_cues(const Shared<Section>& section) {
  const auto* content = std::get_if<Responses>(&section->content);
  return content != nullptr && !is_gaps(*section) &&
         std::ranges::any_of(content->responses, [](const Response& response) { return !trim(response.cue).empty(); });
}

// Records what became of the chosen cues of a section and tells it; `target` is what they went to.
void record_moved(App& app, const Section& from, MovedCues moved, const char* step, const std::string& target,
                  const char* told, const std::string& title) {
  Session& session = *app.session();
  const std::string next = next_cue(from, moved.cues);
  const size_t count = moved.cues.size();
  session.record(std::move(moved.workbook), step, target);
  session.go_to(next.empty() ? target : next);
  const std::string keys = shortcut_text("command.undo", app.catalog());
  app.say(app.catalog().count(told, count, {{"title", title}, {"keys", keys}}));
}

void move_chosen_cues(App& app, const std::string& from, const std::string& to) {
  Session& session = *app.session();
  session.end_writing();
  const Workbook before = session.workbook();
  const Section* source = find_section(before, from);
  const Section* target = find_section(before, to);
  if (source == nullptr || target == nullptr) return;
  MovedCues moved = move_cues(before, session.view().selected, to);
  if (moved.cues.empty()) return;
  const std::string first = moved.cues.front();
  record_moved(app, *source, std::move(moved), "step.move_cues", first, "items.moved_cues", target->title);
}

void join_chosen_cues(App& app, const std::string& from, const std::string& cue, const std::string& name) {
  Session& session = *app.session();
  session.end_writing();
  const Workbook before = session.workbook();
  const Section* source = find_section(before, from);
  if (source == nullptr) return;
  MovedCues joined = join_cues(before, session.view().selected, cue);
  if (joined.cues.empty()) return;
  record_moved(app, *source, std::move(joined), "step.join_cues", cue, "items.joined_cues", name);
}

// The words of the first chosen cue of a section.
std::string chosen_words(const Session& session, const Section& section) {
  for (const Response& response : std::get<Responses>(section.content).responses) {
    if (session.view().selected.contains(response.id)) return response.cue;
  }
  return {};
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

bool can_join_cues(const App& app) {
  const Section* from = app.session() == nullptr ? nullptr : app.session()->section();
  if (from == nullptr || !is_gaps(*from) || !std::holds_alternative<Responses>(from->content)) return false;
  return has_selection(app) && std::ranges::any_of(app.session()->document()->sections, has_known_cues);
}

void choose_cue_for_gaps(App& app) {
  const Session& session = *app.session();
  const Section& from = *session.section();
  CallIndex index(*session.document());
  constexpr size_t most_likely = 5;
  std::vector<size_t> order;  // those that the words may mean first
  for (const CallHit& hit : index.find(chosen_words(session, from), most_likely)) order.push_back(hit.cue);
  for (size_t cue = 0; cue < index.cues().size(); ++cue) {
    if (std::ranges::find(order, cue) == order.end()) order.push_back(cue);
  }
  std::vector<PaletteEntry> entries;
  for (const size_t cue : order) {
    const IndexedCue& known = index.cues()[cue];
    const std::string name = to_one_line(known.response->cue);
    entries.push_back(make_choice(
        "join_cues/" + known.response->id, name, known.section->title, icons::reply,
        [of = from.id, to = known.response->id, name](App& chosen) { join_chosen_cues(chosen, of, to, name); }));
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_cue"));
}

}  // namespace canvasbook
