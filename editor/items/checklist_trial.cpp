#include "editor/items/checklist_trial.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "editor/items/check_marks.h"
#include "editor/items/controls.h"
#include "editor/items/state.h"
#include "model/kinds/checklist_openers.h"

namespace canvasbook {

namespace {

constexpr float pinned_room = 40;

bool has_items(const CheckGroup& group) { return !group.items.empty(); }

size_t count_checks(const Checklist& checklist) {
  size_t count = 0;
  for (const CheckGroup& group : checklist.groups) count += group.items.size();
  return count;
}

void set_mark(const ItemDrawing& drawing, const std::string& item, std::optional<int> mark) {
  drawing.session.record_content(set_trial_mark(*drawing.session.content_as<Checklist>(), item, mark),
                                 "step.trial_mark", item);
}

// Before the first mark there are no points to speak of.
std::string marked_in_words(const ItemDrawing& drawing, const Score& total) {
  const Catalog& words = drawing.words();
  return words.text(total.marked() > 0 ? "items.marked" : "items.marked_none",
                    {{"count", std::to_string(total.marked())},
                     {"all", std::to_string(total.asked())},
                     {"reached", words.decimal(total.reached)},
                     {"possible", words.decimal(total.possible)}});
}

// The most points of the scales that items are marked on.
std::set<int> most_points(const Checklist& checklist) {
  std::set<int> most;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) most.insert(largest_points(scale_of(checklist, item)));
  }
  most.erase(1);
  return most;
}

// The rule of the printed form, and the other one.
std::string label_of_rule(const ItemDrawing& drawing, const std::set<int>& most, bool from_least) {
  const Catalog& words = drawing.words();
  if (from_least) return words.text("items.points_above_least");
  return words.text("items.points_of_maximum",
                    {{"count", most.size() == 1 ? std::to_string(*most.begin()) : words.text("items.most_points")}});
}

// The row of the item that follows, or the same.
void go_to_item(const ItemDrawing& drawing, size_t from, int step) {
  const auto& rows = drawing.state.rows;
  for (auto r = static_cast<std::ptrdiff_t>(from) + step; r >= 0 && r < std::ssize(rows); r += step) {
    const ItemRow& row = rows[static_cast<size_t>(r)];
    if (row.look == RowLook::card && !row.cells.empty()) return drawing.session.point_at(row.cells.front().place);
  }
}

// Goes to the next item that is asked; the rows may not have it yet.
void go_to_next_asked(Session& session, std::string_view from) {
  const Checklist& checklist = *session.content_as<Checklist>();
  const Marks marks = marks_of_trial(checklist);
  bool is_behind = false;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      if (is_behind && !is_closed(checklist, item, marks)) return session.point_at({std::string(item.id), "text"});
      is_behind = is_behind || item.id == from;
    }
  }
}

// Marks the item of a row and goes on to the next; says that the key was used.
bool mark_by_key(const ItemDrawing& drawing, CellAt at, int mark) {
  const CheckItem* item = shown_item(drawing, drawing.state.rows[at.row]);
  if (item == nullptr) return true;
  const std::string id = item->id;
  set_mark(drawing, id, mark);
  go_to_next_asked(drawing.session, id);
  return true;
}

// On a scale up to 10 a 1 may become ten by a 0 behind it.
bool mark_by_digit(const ItemDrawing& drawing, CellAt at, int digit) {
  const CheckItem* item = shown_item(drawing, drawing.state.rows[at.row]);
  if (item == nullptr) return true;
  const ItemScale scale = scale_of(shown_checklist(drawing), *item);
  const std::optional<int> mark = mark_of_digit(scale, digit);
  if (!mark) return true;
  if (!may_become_ten(scale, *mark)) return mark_by_key(drawing, at, *mark);
  drawing.state.waits_for_zero = item->id;
  set_mark(drawing, std::string(item->id), *mark);
  return true;
}

// A letter that is typed marks as a word does.
bool mark_by_letter(const ItemDrawing& drawing, CellAt at) {
  const CheckItem* item = shown_item(drawing, drawing.state.rows[at.row]);
  const auto mark =
      item == nullptr ? std::nullopt : typed_mark(drawing.app.input, scale_of(shown_checklist(drawing), *item));
  return mark && mark_by_key(drawing, at, *mark);
}

}  // namespace

const Checklist& shown_checklist(const ItemDrawing& drawing) {
  const Section& section = drawing.state.section ? **drawing.state.section : drawing.section;
  return std::get<Checklist>(section.content);
}

const CheckItem* shown_item(const ItemDrawing& drawing, const ItemRow& row) {
  if (row.look != RowLook::card) return nullptr;
  const Checklist& checklist = shown_checklist(drawing);
  if (row.outer >= checklist.groups.size() || row.inner >= checklist.groups[row.outer].items.size()) return nullptr;
  return &checklist.groups[row.outer].items[row.inner];
}

const ChecklistScore& score_of(const ItemDrawing& drawing) {
  ItemState& state = drawing.state;
  if (!state.scored || !state.section || !state.scored->same_as(*state.section)) {
    state.score = score_checklist(shown_checklist(drawing), marks_of_trial(shown_checklist(drawing)),
                                  state.trial_from_least ? PointsRule::above_least : PointsRule::of_maximum);
    state.scored = state.section;
  }
  return state.score;
}

std::string number_of(const ItemRow& row) {
  return std::to_string(row.outer + 1) + "." + std::to_string(row.inner + 1);
}

bool can_try_out(const App& app) {
  const Checklist* checklist = app.session() == nullptr ? nullptr : app.session()->content_as<Checklist>();
  return checklist != nullptr && (app.state<ItemState>().on_trial || std::ranges::any_of(checklist->groups, has_items));
}

void toggle_trial(App& app) {
  ItemState& state = app.state<ItemState>();
  Session& session = *app.session();
  session.end_writing();
  state.on_trial = !state.on_trial;
  state.section.reset();  // the rows are others
  state.scored.reset();
  if (!state.on_trial) return;
  app.say({});  // what was said of the list is not about its trial
  state.shows_top = true;
  const Checklist& checklist = *session.content_as<Checklist>();
  const auto first = std::ranges::find_if(checklist.groups, has_items);
  if (first != checklist.groups.end()) session.point_at({first->items.front().id, "text"});
}

void end_left_trial(const ItemDrawing& drawing) {
  ItemState& state = drawing.state;
  const int frame = ImGui::GetFrameCount();
  const bool was_elsewhere = std::exchange(state.drawn_in, frame) + 1 < frame;
  const bool is_other = state.section && (*state.section)->id != drawing.section.id;
  const auto tell = [&](const char* key, const Checklist& checklist) {
    const size_t marks = marks_of_trial(checklist).size();
    if (marks == 0) return;
    const std::string keys = shortcut_text("command.trial", drawing.words());
    drawing.app.say(drawing.words().text(
        key, {{"count", std::to_string(marks)}, {"all", std::to_string(count_checks(checklist))}, {"keys", keys}}));
  };
  if (state.on_trial && state.section && (is_other || was_elsewhere)) {
    const Shared<Section> left = *state.section;
    state.trial_left = left->id;
    state.on_trial = false;
    state.scored.reset();
    if (!is_other) state.section.reset();  // the rows are others
    if (is_other) tell("items.trial_left", std::get<Checklist>(left->content));
  }
  if (state.trial_left != drawing.section.id) return;
  state.trial_left.clear();
  if (const auto* checklist = std::get_if<Checklist>(&drawing.section.content)) tell("items.trial_kept", *checklist);
}

bool has_marks(const Session& session) {
  const Checklist* checklist = session.content_as<Checklist>();
  return checklist != nullptr && !marks_of_trial(*checklist).empty();
}

void clear_trial(App& app) {
  const Checklist* checklist = app.session()->content_as<Checklist>();
  if (checklist == nullptr) return;
  const size_t marks = marks_of_trial(*checklist).size();
  app.session()->record_content(without_trial(*checklist), "step.clear_trial", {});
  app.say(app.catalog().count("items.marks_cleared", marks));
}

float height_of_marks(const ItemDrawing& drawing, const CheckItem& item, float width) {
  const Checklist& checklist = std::get<Checklist>(drawing.section.content);
  return height_of_mark_chips(drawing.app, scale_of(checklist, item), width);
}

void draw_marks(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width) {
  const std::string id = item.id;
  const auto mark =
      mark_chips(drawing.app, "item/" + id, scale_of(shown_checklist(drawing), item), item.trial_mark, at, width);
  if (!mark) return;
  set_mark(drawing, id, *mark == not_marked ? std::nullopt : mark);
  drawing.session.point_at({id, "text"});
}

float draw_result(const ItemDrawing& drawing, ImVec2 at, float width) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.words();
  const Score total = score_of(drawing).total;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float inside = theme.px(14);
  const std::string percent = percent_of(drawing.words(), total);
  const float percent_room =
      percent.empty() ? 0 : std::max(theme.px(84), width_of_line(theme.fonts.heading_1, percent) + theme.px(18));
  const float text_left = at.x + inside + percent_room;
  const float room = at.x + width - inside - text_left;
  const std::string counted = marked_in_words(drawing, total);
  const std::string told = verdict_of(drawing.words(), shown_checklist(drawing), total);
  const float sign = total.failed.empty() ? 0 : theme.px(24);
  const float height = wrapped_height(theme.fonts.small, room, counted) +
                       wrapped_height(theme.fonts.text, room - sign, told) + theme.px(2) + 2 * inside;
  const ImVec2 to{at.x + width, at.y + height};
  list->AddRectFilled(at, to, theme.colours.panel, theme.px(8));
  list->AddRect(at, to, total.failed.empty() ? theme.colours.border : theme.colours.warning, theme.px(8));
  list->AddText(theme.fonts.heading_1, theme.fonts.heading_1->FontSize,
                {at.x + inside, std::floor((at.y + to.y - theme.fonts.heading_1->FontSize) / 2)}, theme.colours.text,
                percent.c_str());
  float y = at.y + inside;
  if (sign > 0) {
    draw_icon(list, theme.fonts.text, theme.px(19), {text_left + theme.px(9), y + theme.px(10)}, theme.colours.warning,
              icons::warning);
  }
  y += wrapped_text(list, theme.fonts.text, {text_left + sign, y}, room - sign, theme.colours.text, told) + theme.px(2);
  wrapped_text(list, theme.fonts.small, {text_left, y}, room, theme.colours.muted, counted);
  drawing.app.parts.add("trial/result", at, to);
  float bottom = height;
  float x = at.x;
  const auto place = [&](float wanted) {  // beside the last one, or on a new line
    if (x > at.x && x + wanted > at.x + width) {
      x = at.x;
      bottom += theme.px(chip_height + chip_gap);
    }
    const ImVec2 where{x, at.y + bottom + theme.px(10)};
    x += wanted + theme.px(chip_gap);
    return where;
  };
  const std::string clear = words.text("items.clear_marks");
  const float clear_width = chip_width(theme, clear);
  if (chip(drawing, "trial/clear", clear, place(clear_width), clear_width, ChipStyle::bare, 0, false,
           has_marks(drawing.session))) {
    clear_trial(drawing.app);
  }
  if (const std::set<int> most = most_points(shown_checklist(drawing)); !most.empty()) {
    for (const bool from_least : {false, true}) {
      const std::string label = label_of_rule(drawing, most, from_least);
      const bool chosen = drawing.state.trial_from_least == from_least;
      const float chip_room = chip_width(theme, label, icons::check);
      if (chip(drawing, from_least ? "trial/above_least" : "trial/of_maximum", label, place(chip_room), chip_room,
               chosen ? ChipStyle::marked : ChipStyle::bare, chosen ? icons::check : icons::unmarked)) {
        drawing.state.trial_from_least = from_least;
        drawing.state.scored.reset();
      }
    }
  }
  return bottom + theme.px(10 + chip_height);
}

float height_of_pinned_result(const ItemDrawing& drawing) {
  const float height = drawing.px(pinned_room);
  return drawing.state.rows_from.y < ImGui::GetWindowPos().y + height ? height : 0;
}

void draw_pinned_result(const ItemDrawing& drawing) {
  const Theme& theme = drawing.theme;
  const ImVec2 window = ImGui::GetWindowPos();
  const Score total = score_of(drawing).total;
  const ImVec2 to{window.x + ImGui::GetWindowWidth(), window.y + theme.px(pinned_room)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(window, to, theme.colours.panel);
  list->AddLine({window.x, to.y}, to, theme.colours.border);
  const float middle = (window.y + to.y) / 2;
  float x = drawing.state.rows_from.x + theme.px(cell_pad);
  const std::string percent = percent_of(drawing.words(), total);
  ImFont* bold = theme.fonts.bold;
  list->AddText(bold, bold->FontSize, {x, std::floor(middle - bold->FontSize / 2)}, theme.colours.text,
                percent.c_str());
  if (!percent.empty()) x += width_of_line(bold, percent) + theme.px(14);
  if (!total.failed.empty()) {
    draw_icon(list, theme.fonts.text, theme.px(18), {x + theme.px(8), middle}, theme.colours.warning, icons::warning);
    x += theme.px(24);
  }
  const std::string told =
      marked_in_words(drawing, total) + " · " + verdict_of(drawing.words(), shown_checklist(drawing), total);
  ImFont* font = theme.fonts.small;
  clipped_text(list, font, {x, std::floor(middle - font->FontSize / 2)}, to.x - theme.px(20) - x, theme.colours.text,
               told);
  drawing.app.parts.add("trial/pinned", window, to);
}

void draw_group_result(const ItemDrawing& drawing, const Score& score, ImVec2 right_top, float height) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  std::string text = percent_of(drawing.words(), score);
  if (score.unmarked > 0) {
    text = drawing.words().text("items.marked_short",
                                {{"count", std::to_string(score.marked())}, {"all", std::to_string(score.asked())}}) +
           (text.empty() ? "" : " · " + text);
  }
  const float middle = right_top.y + height / 2;
  const float x = std::floor(right_top.x - width_of_line(theme.fonts.bold, text));
  list->AddText(theme.fonts.bold, theme.fonts.bold->FontSize, {x, std::floor(middle - theme.fonts.bold->FontSize / 2)},
                theme.colours.text, text.c_str());
  if (score.failed.empty()) return;
  const ImVec2 sign{x - theme.px(16), middle};
  draw_icon(list, theme.fonts.text, theme.px(18), sign, theme.colours.warning, icons::warning);
  const float half = theme.px(10);
  if (ImGui::IsWindowHovered() &&
      ImGui::IsMouseHoveringRect({sign.x - half, sign.y - half}, {sign.x + half, sign.y + half})) {
    tooltip(drawing.app, drawing.words().text("items.group_failed"));
  }
}

bool use_trial_keys(const ItemDrawing& drawing, std::optional<CellAt> at) {
  App& app = drawing.app;
  if (!at) return is_typing(app);
  const ItemRow& row = drawing.state.rows[at->row];
  const CheckItem* item = shown_item(drawing, row);
  std::string& waiting = drawing.state.waits_for_zero;
  const bool waits = item != nullptr && waiting == item->id;
  const bool has_key = std::ranges::any_of(app.input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::key_down;  // the character of a digit comes behind its key
  });
  if (has_key || !waits) waiting.clear();
  if (app.input.take(Key::down, {}) || app.input.take(Key::tab, {})) {
    go_to_item(drawing, at->row, 1);
    return true;
  }
  if (app.input.take(Key::up, {}) || app.input.take(Key::tab, shift)) {
    go_to_item(drawing, at->row, -1);
    return true;
  }
  if (item == nullptr) return is_typing(app);
  if (app.input.take(Key::minus, {})) return mark_by_key(drawing, *at, mark_not_applicable);
  for (int digit = 0; digit <= 9; ++digit) {
    if (!app.input.take(static_cast<Key>(static_cast<int>(Key::digit_0) + digit), {})) continue;
    if (waits && digit != 0) {  // the 1 before was a one: this digit is of the next item
      go_to_item(drawing, at->row, 1);
      const auto next = find_cell(drawing.state, {drawing.session.view().cursor, drawing.session.view().field});
      return !next || *next == *at || mark_by_digit(drawing, *next, digit);
    }
    return mark_by_digit(drawing, *at, digit);
  }
  return mark_by_letter(drawing, *at) || is_typing(app);  // nothing is written by chance
}

}  // namespace canvasbook
