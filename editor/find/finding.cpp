#include "editor/find/finding.h"

#include <algorithm>
#include <tuple>

#include "editor/find/show_hit.h"
#include "editor/find/state.h"

namespace canvasbook {

namespace {

constexpr size_t longest_selection = 200;  // characters that are taken over as a query

// Where a section stands among all: its document and its place in that; what the workbook says of itself comes first,
// the title of a document before its sections.
std::pair<size_t, size_t> order_of(const Workbook& workbook, const WrittenPlace& place) {
  if (place.document.empty()) return {0, 0};
  for (size_t d = 0; d < workbook.documents.size(); ++d) {
    if (workbook.documents[d]->id != place.document) continue;
    const auto& sections = workbook.documents[d]->sections;
    const auto section =
        std::ranges::find_if(sections, [&](const Shared<Section>& one) { return one->id == place.section; });
    return {d + 1, place.section.empty() ? 0 : static_cast<size_t>(section - sections.begin()) + 1};
  }
  return {workbook.documents.size() + 1, 0};
}

bool is_at(const FindPanel& find, const Found& found, const Hit& hit) {
  return hit.range.begin == find.current_begin && found.text_of(hit).place == find.current_place;
}

// The answer is another one: the hit that was gone to may have another number.
void follow_answer(FindPanel& find, const Found& found) {
  find.groups.clear();
  std::optional<size_t> current;
  const WrittenPlace* before = nullptr;
  std::uint32_t last_text = 0;
  for (size_t i = 0; i < found.hits.size(); ++i) {
    const Hit& hit = found.hits[i];
    if (find.current && !current && hit.range.begin == find.current_begin && is_at(find, found, hit)) current = i;
    if (before != nullptr && hit.text == last_text) continue;
    last_text = hit.text;
    const WrittenPlace& place = found.text_of(hit).place;
    if (before == nullptr || before->document != place.document || before->section != place.section) {
      find.groups.push_back({i, hit.text});
    }
    before = &place;
  }
  find.current = current;
}

// The first hit in the shown section or behind it, or the last one before it; in the text that is written the next to
// the caret.
size_t hit_from_here(const Session& session, const Found& found, int by) {
  WrittenPlace here;
  if (session.document() != nullptr) here.document = session.document()->id;
  if (session.section() != nullptr) here.section = session.section()->id;
  const auto shown = order_of(*found.workbook, here);
  const auto is_before_shown = [&](const Hit& hit) {
    return order_of(*found.workbook, found.text_of(hit).place) < shown;
  };
  const auto first = std::ranges::partition_point(found.hits, is_before_shown);
  const size_t count = found.hits.size();
  auto target = static_cast<size_t>(first - found.hits.begin());
  if (session.is_writing()) {
    const size_t caret = to_utf8(session.field.text().substr(0, session.field.cursor().caret)).size();
    for (size_t i = target; i < count; ++i) {
      const WrittenPlace& place = found.text_of(found.hits[i]).place;
      if (place.section != here.section) break;
      const bool is_written =
          place.item == session.view().edited || (session.view().editing == Editing::prose && place.field == "text");
      if (is_written && found.hits[i].range.begin < caret) target = i + 1;
    }
  }
  return by > 0 ? target % count : (target + count - 1) % count;
}

// What is written now was begun by the panel, or before it had the keys.
void keep_writing(FindPanel& find, const Session& session) {
  find.editing = session.view().editing;
  find.edited = session.view().edited;
}

void go_to_hit(App& app, const Found& found, size_t index, bool by_click) {
  FindPanel& find = app.state<FindPanel>();
  const Hit hit = found.hits[index];
  find.current = index;
  find.current_place = found.text_of(hit).place;
  find.current_begin = hit.range.begin;
  find.shows_current = true;
  const Found kept = {found.workbook, {found.text_of(hit)}, {}};  // showing it may end a writing that changes something
  show_hit(app, kept.texts.front(), hit.range, by_click);
  keep_writing(find, *app.session());
}

// The item that undoing a replacement leads to.
std::string item_of(const WrittenPlace& place) {
  if (!place.item.empty() && place.field.find('/') == std::string::npos) return place.item;
  return place.section.empty() ? place.document : place.section;
}

void tell(App& app, const ReplaceResult& result) {
  const Catalog& words = app.catalog();
  std::string message = words.count(
      app.state<FindPanel>().replacement.text().empty() ? "find.removed" : "find.replaced", result.replaced);
  if (result.left_out > 0) message += " " + words.count("find.left_out", result.left_out);
  app.say(std::move(message));
}

void take_replaced(App& app, ReplaceResult result) {
  app.session()->record(std::move(result.workbook), "step.replace");
  app.state<FindPanel>().has_replaced = true;
  app.state<FindPanel>().current.reset();
  tell(app, result);
}

// Nothing is replaced that was not looked at: the first press leads to the place, and says so.
void show_what_is_replaced(App& app) {
  step_hit(app, 1);
  const FindPanel& find = app.state<FindPanel>();
  if (!find.current) return;
  app.say(app.catalog().text("find.replace_again", {{"number", std::to_string(*find.current + 1)},
                                                    {"count", std::to_string(found_hits(app).hits.size())}}));
}

}  // namespace

const Found& found_hits(App& app, bool at_once) {
  FindPanel& find = app.state<FindPanel>();
  Session& session = *app.session();
  if (find.options.word_forms) {
    if (!app.settings.spelling_checked) app.spelling.begin_frame(app.wake);  // nobody else has them read
    session.use_dictionaries(app.spelling.dictionaries());
  }
  const Found& found = session.found(find.wanted(), at_once);
  if (find.version != session.found_version()) {
    find.version = session.found_version();
    follow_answer(find, found);
  }
  return found;
}

void begin_finding(App& app, bool replaces) {
  FindPanel& find = app.state<FindPanel>();
  Session& session = *app.session();
  // The keys are in the replacement only where what is to be found was given just now.
  bool is_given = app.keys_in_panel && !find.replaces && !find.query.core.text().empty();
  if (session.is_writing() && !app.keys_in_panel) {
    const std::string selected = session.field.selected_text();
    if (!selected.empty() && selected.size() <= longest_selection && selected.find('\n') == std::string::npos) {
      find.query.set_text(selected);
      find.current.reset();
      is_given = true;
    }
  }
  const Panels& panels = app.settings.panels;
  if (panels.tab != SidePanel::find) {
    find.before = panels;
  } else if (!panels.side.shown) {
    find.before.side.shown = false;
  }
  app.show_panel(SidePanel::find);
  find.replaces = find.replaces || replaces;
  app.keys_in_panel = true;
  keep_writing(find, session);
  find.focus.set(replaces && is_given ? "find.replacement" : "find.query");
  app.focused_field.clear();  // so that the text of the field is selected when it gets the caret
  find.query.had_focus = false;
}

bool writing_began_elsewhere(const App& app) {
  const View& view = app.session()->view();
  return view.editing != Editing::nothing &&
         (view.editing != app.state<FindPanel>().editing || view.edited != app.state<FindPanel>().edited);
}

void leave_finding(App& app) {
  if (!app.keys_in_panel) return;
  app.keys_in_panel = false;
  app.focused_field.clear();
}

void end_finding(App& app) {
  leave_finding(app);
  app.state<FindPanel>().replaces = false;
  const Panels before = app.state<FindPanel>().before;
  app.change_settings([before](Settings& settings) {
    settings.panels.tab = before.tab;
    settings.panels.side.shown = before.side.shown;
  });
}

void step_hit(App& app, int by) {
  FindPanel& find = app.state<FindPanel>();
  if (find.query.core.text().empty()) return begin_finding(app, false);
  const Found& found = found_hits(app, true);
  const auto count = static_cast<std::ptrdiff_t>(found.hits.size());
  if (count == 0) return app.say(app.catalog().text("find.nothing"));
  if (!find.current) return go_to_hit(app, found, hit_from_here(*app.session(), found, by), false);
  const std::ptrdiff_t behind = static_cast<std::ptrdiff_t>(*find.current) + by;
  go_to_hit(app, found, static_cast<size_t>((behind % count + count) % count), false);
  if (behind >= count) return app.say(app.catalog().text("find.from_beginning"));
  app.say(behind < 0 ? app.catalog().text("find.from_end") : std::string());
}

void choose_hit(App& app, size_t hit) {
  const Found& found = found_hits(app);
  if (hit >= found.hits.size()) return;
  leave_finding(app);
  go_to_hit(app, found, hit, true);
}

void replace_current_hit(App& app) {
  FindPanel& find = app.state<FindPanel>();
  Session& session = *app.session();
  found_hits(app, true);
  if (!find.current) return show_what_is_replaced(app);
  session.end_writing();
  const Found& found = found_hits(app, true);
  if (!find.current) return show_what_is_replaced(app);  // leaving the field changed it
  const size_t index = *find.current;
  const Hit hit = found.hits[index];
  if (hit.is_fixed) {
    step_hit(app, 1);
    return app.say(app.catalog().text("find.is_fixed"));
  }
  const WrittenPlace place = found.text_of(hit).place;
  const size_t size_before = found.text_of(hit).text->size();
  ReplaceResult result = replace_hits(session.workbook(), found, {&hit, 1}, find.wanted(), find.replacement.text());
  session.record(std::move(result.workbook), "step.replace", item_of(place));
  find.has_replaced = true;
  // What was found before it is found again; what the replacement itself holds is passed over.
  const Found& after = found_hits(app, true);
  size_t next = index;
  const size_t removed = hit.range.end - hit.range.begin;
  while (next < after.hits.size() && after.text_of(after.hits[next]).place == place) {
    const size_t behind = hit.range.begin + after.text_of(after.hits[next]).text->size() + removed - size_before;
    if (after.hits[next].range.begin >= behind) break;
    ++next;
  }
  find.current.reset();
  if (after.hits.empty()) return;
  go_to_hit(app, after, next % after.hits.size(), false);
}

void replace_every_hit(App& app) {
  FindPanel& find = app.state<FindPanel>();
  Session& session = *app.session();
  session.end_writing();
  const Found& found = found_hits(app, true);
  if (found.hits.empty()) return app.say(app.catalog().text("find.nothing"));
  ReplaceResult result = replace_hits(session.workbook(), found, found.hits, find.wanted(), find.replacement.text());
  if (!find.replacement.text().empty() || result.replaced == 0) return take_replaced(app, std::move(result));
  app.ask({"find.delete_title",
           "find.delete_text",
           {{"deleted", app.catalog().count("find.deleted", result.replaced, {{"text", find.query.text()}})}},
           {{"find.delete", [&app, result] { take_replaced(app, result); }}, {"find.keep", {}}},
           1});
}

}  // namespace canvasbook
