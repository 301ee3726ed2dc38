#include "editor/registers/lines.h"

#include <algorithm>

#include "editor/frame/popup_menu.h"
#include "editor/frame/views.h"
#include "editor/items/controls.h"
#include "editor/registers/state.h"

namespace canvasbook {

namespace {

constexpr float entry_room = 56;  // logical pixels, as the next
constexpr float use_room = 34;
constexpr size_t lines_a_page = 8;  // lines

// To the first or the last line where the cursor is at none.
void begin_by_key(App& app, const RegisterList& list) {
  InputQueue& input = app.input;
  if (input.take(Key::down, {}) || input.take(Key::tab, {}) || input.take(Key::home, {})) put_cursor_at(app, list, 0);
  if (input.take(Key::end, {})) put_cursor_at(app, list, app.state<RegisterState>().lines.size() - 1);
}

// From a line to another one.
bool goes_by_key(App& app, const RegisterList& list, size_t at) {
  const size_t last = app.state<RegisterState>().lines.size() - 1;
  const size_t above = at == 0 ? 0 : at - 1;
  const size_t below = std::min(at + 1, last);
  const auto go = [&](Key key, Modifiers modifiers, size_t target) {
    if (!app.input.take(key, modifiers)) return false;
    put_cursor_at(app, list, target);
    return true;
  };
  return go(Key::down, {}, below) || go(Key::up, {}, above) || go(Key::tab, {}, below) || go(Key::tab, shift, above) ||
         go(Key::home, {}, 0) || go(Key::end, {}, last) || go(Key::page_down, {}, std::min(at + lines_a_page, last)) ||
         go(Key::page_up, {}, at < lines_a_page ? 0 : at - lines_a_page);
}

// Folds and unfolds the entry at the cursor; what hides its uses takes the cursor to the entry itself.
bool folds_by_key(App& app, const RegisterEntry& entry) {
  RegisterState& state = app.state<RegisterState>();
  if (app.input.take(Key::right, {})) {
    fold_entry(app, entry, true);
    return true;
  }
  if (app.input.take(Key::left, {})) {
    if (!state.use) fold_entry(app, entry, false);
    state.use.reset();
    app.session()->bring_into_view(entry.id);
    return true;
  }
  if (!app.input.take(Key::space, {})) return false;
  state.use.reset();
  fold_entry(app, entry, !state.unfolded.contains(entry.id));
  return true;
}

}  // namespace

void lay_out_register(App& app, RegisterKind kind, const RegisterList& list) {
  RegisterState& state = app.state<RegisterState>();
  const std::uint64_t revision = app.session()->history().revision();
  if (state.kind != kind) state.unfolded.clear();
  if (state.revision == revision && state.kind == kind && state.scale == app.theme.scale &&
      state.laid_out_unfolded == state.unfolded) {
    return;
  }
  state.revision = revision;
  state.kind = kind;
  state.scale = app.theme.scale;
  state.laid_out_unfolded = state.unfolded;
  state.lines.clear();
  float top = 0;
  const auto add = [&](size_t entry, std::optional<size_t> use, float height) {
    state.lines.push_back({entry, use, top, app.theme.px(height)});
    top += app.theme.px(height);
  };
  for (size_t i = 0; i < list.entries.size(); ++i) {
    add(i, std::nullopt, entry_room);
    if (!state.unfolded.contains(list.entries[i].id)) continue;
    for (size_t use = 0; use < list.entries[i].uses.size(); ++use) add(i, use, use_room);
  }
  state.height = top;
}

std::optional<size_t> line_at_cursor(App& app, const RegisterList& list) {
  RegisterState& state = app.state<RegisterState>();
  const std::string& cursor = app.session()->view().cursor;
  if (cursor.empty()) return std::nullopt;
  const auto first = std::ranges::find_if(
      state.lines, [&](const RegisterLine& line) { return list.entries[line.entry].id == cursor; });
  if (first == state.lines.end()) return std::nullopt;
  const auto at = static_cast<size_t>(first - state.lines.begin());
  const size_t behind = state.use ? at + 1 + *state.use : at;
  const bool is_shown = behind < state.lines.size() && state.lines[behind].entry == first->entry;
  if (is_shown) return behind;
  state.use.reset();
  return at;
}

void put_cursor_at(App& app, const RegisterList& list, size_t line) {
  const RegisterLine& target = app.state<RegisterState>().lines[line];
  app.session()->end_writing();
  app.session()->point_at_entry(list.entries[target.entry].id);
  app.state<RegisterState>().use = target.use;
}

void fold_entry(App& app, const RegisterEntry& entry, bool unfolds) {
  if (unfolds && !entry.uses.empty()) app.state<RegisterState>().unfolded.insert(entry.id);
  if (!unfolds) app.state<RegisterState>().unfolded.erase(entry.id);
}

void lead_from(App& app, const RegisterList& list, size_t line) {
  const RegisterLine& from = app.state<RegisterState>().lines[line];
  const RegisterEntry& entry = list.entries[from.entry];
  const std::string item = from.use ? entry.uses[*from.use].item : entry.id;
  app.session()->go_to(item);
}

void open_line(App& app, const RegisterList& list, size_t line) {
  const RegisterLine& at = app.state<RegisterState>().lines[line];
  if (at.use) return lead_from(app, list, line);
  const std::string id = list.entries[at.entry].id;
  app.session()->begin_entry(id);
}

void use_register_keys(App& app, const RegisterList& list) {
  RegisterState& state = app.state<RegisterState>();
  if (app.has_dialog() || app.text_field_is_active() || menu_is_open() || state.lines.empty()) return;
  const auto at = line_at_cursor(app, list);
  const bool opens = std::exchange(state.opens, false);
  if (!at) return begin_by_key(app, list);
  if (opens) return open_line(app, list, *at);
  const RegisterLine line = state.lines[*at];
  if (goes_by_key(app, list, *at) || folds_by_key(app, list.entries[line.entry])) return;
  if (app.input.take(Key::escape, {})) {
    app.session()->deselect();
    state.use.reset();
    return;
  }
  if (!line.use && is_typing(app)) open_line(app, list, *at);
}

void take_register_keys(App& app) {
  Session* session = app.session();
  if (session == nullptr || !session->view().shown_register || app.text_field_is_active()) return;
  if (session->view().cursor.empty() || !app.input.take(Key::enter, control)) return;
  const RegisterList& list = session->entries(*session->view().shown_register);
  lay_out_register(app, *session->view().shown_register, list);
  if (const auto line = line_at_cursor(app, list)) lead_from(app, list, *line);
}

}  // namespace canvasbook
