// The bar at the selected note: for whom it is, its types, its colour, and what can be done with it.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "editor/board/bar_place.h"
#include "editor/board/commands.h"
#include "editor/board/like_segment.h"
#include "editor/board/note.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr Colour colours[] = {Colour::none,  Colour::yellow, Colour::orange, Colour::red,
                              Colour::green, Colour::blue,   Colour::violet};
constexpr float bar_row = 36;  // logical pixels, as the others
constexpr float bar_pad = 4;
constexpr float from_card = 8;
constexpr float bar_reach = 180;
constexpr float most_value = 240;  // of what is chosen

// A button of the bar: its label, or what of it is chosen, and whether it opens a menu. An offer always shows its
// label.
struct BarPart {
  std::string key;
  std::string label;
  char32_t icon = 0;
  bool opens_menu = false;
  bool chosen = false;
  ImU32 swatch = 0;
  bool is_offer = false;
};

bool has_type(const Note& note, const NoteType& type) {
  return std::ranges::find(note.types, type.id) != note.types.end();
}

bool names_segment(const Note& note, const Segment& segment) {
  return std::ranges::find(note.segments, segment.id) != note.segments.end();
}

ImU32 swatch_of(const BoardDrawing& drawing, const Block* block, const Note& note, Colour colour) {
  const Colour shown =
      colour == Colour::none ? tint_of(Note{}, marked_segments(drawing.state.segment_index, block, note)) : colour;
  return drawing.theme.colours.of(shown).fill;
}

// Whether the selected notes differ in what `of` gives of them.
template <class Of>
bool differ(const BoardDrawing& drawing, const Note& note, Of of) {
  const std::vector<const Note*> selected = find_notes(drawing.board, drawing.session.selected_ids());
  const auto as_set = [&](const Note& one) {
    std::vector<std::string> names = of(one);
    std::ranges::sort(names);
    return names;
  };
  const std::vector<std::string> wanted = as_set(note);
  return std::ranges::any_of(selected, [&](const Note* other) { return as_set(*other) != wanted; });
}

std::vector<BarPart> parts_of_bar(const BoardDrawing& drawing, const Block* block, const Note& note) {
  const Catalog& words = drawing.app.catalog();
  std::vector<BarPart> parts;
  if (const Segment* like = offered_segment(drawing.session, drawing.state)) {
    const std::string name = words.text("quote", {{"text", shortened(to_one_line(like->name), 30)}});
    parts.push_back({"command.take_like_segment", words.text("segments.like", {{"segment", like->mark + " " + name}}),
                     icons::people, false, true, 0, true});
  }
  if (block != nullptr && block->role != segments_role && !drawing.state.segments.empty()) {
    std::string marks;
    for (const Segment* segment : marked_segments(drawing.state.segment_index, block, note)) {
      marks += (marks.empty() ? "" : ", ") + segment->mark;
    }
    if (differ(drawing, note, [](const Note& one) { return one.segments; })) marks = words.text("note.several");
    const std::string title = words.text("note.segments");
    parts.push_back(
        {"note.segments", marks.empty() ? title : title + ": " + marks, icons::people, true, !marks.empty(), 0});
  }
  if (block != nullptr && !block->types.empty()) {
    std::string chosen;
    for (const NoteType& type : block->types) {
      if (has_type(note, type)) chosen += (chosen.empty() ? "" : ", ") + type.title;
    }
    if (differ(drawing, note, [](const Note& one) { return one.types; })) {
      chosen = words.text("note.types") + ": " + words.text("note.several");
    }
    parts.push_back(
        {"note.types", chosen.empty() ? words.text("note.types") : chosen, icons::label, true, !chosen.empty(), 0});
  }
  parts.push_back(
      {"note.colours", words.text("note.colours"), 0, true, false, swatch_of(drawing, block, note, note.colour)});
  if (block != nullptr && block->role == costs_role) {
    parts.push_back({"command.drivers", words.text("note.drivers"), icons::link, false, !note.drivers.empty(), 0});
  }
  parts.push_back({"command.details", words.text("note.details"), icons::details, false, !note.details.empty(), 0});
  if (block != nullptr) {
    parts.push_back({"command.park", words.text("note.park"), icons::park, false, false, 0});
  } else {
    parts.push_back({"note.return", words.text("note.return"), icons::canvas, true, false, 0});
  }
  return parts;
}

bool shows_label(const BarPart& part, bool with_labels) { return with_labels || part.is_offer; }

float width_of_part(const Theme& theme, const BarPart& part, bool with_labels) {
  if (!shows_label(part, with_labels)) return theme.px(bar_row);
  const float label = std::min(width_of_line(theme.fonts.small, part.label), theme.px(most_value));
  const bool has_sign = part.icon != 0 || part.swatch != 0;
  return std::ceil(label + theme.px(has_sign ? 26.0F : 0) + theme.px(part.opens_menu ? 18.0F : 0) + theme.px(18));
}

void draw_label(const BoardDrawing& drawing, const BarPart& part, ImVec2 from, ImVec2 to, ImU32 ink, bool hovered) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = (from.y + to.y) / 2;
  ImFont* font = theme.fonts.small;
  const float right = to.x - theme.px(9) - theme.px(part.opens_menu ? 18.0F : 0);
  clipped_text(list, font, {from.x, std::floor(middle - font->FontSize / 2)}, right - from.x + 1, ink, part.label);
  if (hovered && width_of_line(font, part.label) > right - from.x + 1) tooltip(drawing.app, part.label);
  if (part.opens_menu) {
    draw_icon(list, theme.fonts.text, theme.px(18), {to.x - theme.px(16), middle}, theme.colours.muted, icons::expand);
  }
}

bool draw_part(const BoardDrawing& drawing, const BarPart& part, ImVec2 from, bool with_labels) {
  const Theme& theme = drawing.theme;
  const ImVec2 size{width_of_part(theme, part, with_labels), theme.px(bar_row)};
  const ImVec2 to{from.x + size.x, from.y + size.y};
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button(part.key.c_str(), size);
  drawing.app.parts.add_last(part.key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered) list->AddRectFilled(from, to, theme.colours.hover, theme.px(8));
  const ImU32 ink = part.chosen ? theme.colours.accent : theme.colours.text;
  const ImVec2 sign{from.x + theme.px(18), (from.y + to.y) / 2};
  if (part.swatch != 0) {
    list->AddCircleFilled(sign, theme.px(8), part.swatch);
    list->AddCircle(sign, theme.px(8), theme.colours.muted);
  }
  if (part.icon != 0) draw_icon(list, theme.fonts.text, theme.px(19), sign, ink, part.icon);
  if (shows_label(part, with_labels)) {
    const float left = part.icon != 0 || part.swatch != 0 ? 35.0F : 9.0F;
    draw_label(drawing, part, {from.x + theme.px(left), from.y}, to, ink, hovered);
  } else if (hovered) {
    tooltip(drawing.app, part.label);
  }
  const bool is_asked_for = drawing.state.menu_to_open == part.key;  // by a command
  if (is_asked_for) drawing.state.menu_to_open.clear();
  if ((pressed || is_asked_for) && part.opens_menu) {
    open_menu_of_button(drawing.app, part.key + "/menu");
  }
  return pressed;
}

// A form of the bar: which parts show their labels, and which part begins the second row.
struct BarRows {
  bool with_labels = true;
  size_t second = 0;  // the count of parts where there is one row
};

// The bar as it stands in a frame.
struct PlacedBar {
  std::vector<BarPart> parts;
  BarRows rows;
  BlockPlace place;
};

// The bar stays as it is while one of its menus is open, also for the click that closes the menu.
struct HeldBar {
  std::string note;
  std::optional<PlacedBar> bar;

  void forget_workbook() { *this = {}; }
  void forget_fonts() { *this = {}; }
};

constexpr const char* bar_menus[] = {"note.segments/menu", "note.types/menu", "note.colours/menu", "note.return/menu"};

// A menu of the bar stands at its part and beside the whole bar: below it, else above it, else at a side.
void place_menu(const BoardDrawing& drawing, const BlockPlace& bar, const std::string& part,
                const std::vector<MenuRow>& rows) {
  const Theme& theme = drawing.theme;
  const ImVec2 size = size_of_menu(theme, rows);
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  const float gap = theme.px(from_card / 2);
  const PartRegister::Part* opener = drawing.app.parts.find(part);
  ImVec2 at{opener == nullptr ? bar.from.x : opener->from.x, bar.to.y + gap};
  if (at.y + size.y > room.y) at.y = bar.from.y - gap - size.y;
  if (at.y < 0) {
    const bool fits_right = bar.to.x + gap + size.x <= room.x;
    at = {fits_right ? bar.to.x + gap : bar.from.x - gap - size.x, room.y - size.y};
  }
  ImGui::SetNextWindowPos({std::clamp(at.x, 0.0F, std::max(0.0F, room.x - size.x)), std::max(0.0F, at.y)});
}

// Ticks a row where all selected notes have what it names, and says how many have where only some do.
template <class Has>
void tick_row(const BoardDrawing& drawing, MenuRow& row, Has has) {
  size_t with = 0;
  size_t count = 0;
  for_each_note_on(drawing.board, [&](const Note& note) {
    if (!drawing.session.view().selected.contains(note.id)) return;
    ++count;
    if (has(note)) ++with;
  });
  row.checked = with == count;
  if (with == 0 || with == count) return;
  row.shortcut =
      drawing.app.catalog().text("guide.of", {{"number", std::to_string(with)}, {"count", std::to_string(count)}});
}

// The letter by which a segment is chosen; 0 behind the last of the alphabet, where letters have numbers.
char32_t letter_of_mark(const Segment& segment) {
  size_t at = 0;
  const char32_t letter = next_code_point(segment.mark, at);
  return at == segment.mark.size() ? letter : 0;
}

void segment_menu(const BoardDrawing& drawing, const BlockPlace& bar) {
  if (!ImGui::IsPopupOpen("note.segments/menu")) return;
  std::vector<MenuRow> rows;
  for (const Segment& segment : drawing.state.segments) {
    MenuRow row{"note.segment/" + segment.id, segment.mark + "  " + segment.name};
    row.letter = letter_of_mark(segment);
    tick_row(drawing, row, [&](const Note& note) { return names_segment(note, segment); });
    rows.push_back(std::move(row));
  }
  place_menu(drawing, bar, "note.segments", rows);
  const int pressed = popup_menu(drawing.app, "note.segments/menu", rows, AfterChoice::stay_open);
  if (pressed >= 0) drawing.session.toggle_segment_of_selected(drawing.state.segments[static_cast<size_t>(pressed)].id);
}

void type_menu(const BoardDrawing& drawing, const BlockPlace& bar, const Block& block) {
  if (!ImGui::IsPopupOpen("note.types/menu")) return;
  std::vector<MenuRow> rows;
  for (const NoteType& type : block.types) {
    MenuRow row{"note.type/" + type.id, type.title};
    tick_row(drawing, row, [&](const Note& note) { return has_type(note, type); });
    rows.push_back(std::move(row));
  }
  place_menu(drawing, bar, "note.types", rows);
  const int pressed = popup_menu(drawing.app, "note.types/menu", rows, AfterChoice::stay_open);
  if (pressed >= 0) drawing.session.toggle_type_of_selected(block.types[static_cast<size_t>(pressed)].id);
}

void colour_menu(const BoardDrawing& drawing, const BlockPlace& bar, const Block* block, const Note& note) {
  if (!ImGui::IsPopupOpen("note.colours/menu")) return;
  std::vector<MenuRow> rows;
  for (const Colour colour : colours) {
    const std::string name(colour_name(colour));
    const bool has_segment = !marked_segments(drawing.state.segment_index, block, note).empty();
    const std::string key = colour == Colour::none && !has_segment ? "colour.usual" : "colour." + name;
    MenuRow row{"note.colour/" + name, drawing.app.catalog().text(key), std::to_string(rows.size() + 1)};
    row.letter = U'1' + static_cast<char32_t>(rows.size());
    row.checked = note.colour == colour;
    row.swatch = swatch_of(drawing, block, note, colour);
    rows.push_back(std::move(row));
  }
  place_menu(drawing, bar, "note.colours", rows);
  const int pressed = popup_menu(drawing.app, "note.colours/menu", rows);
  if (pressed >= 0) drawing.session.set_colour_of_selected(colours[pressed]);
}

// The way back from the parking lot: to the end of a block, first of that where the note stood.
void return_menu(const BoardDrawing& drawing, const BlockPlace& bar) {
  if (!ImGui::IsPopupOpen("note.return/menu")) return;
  std::vector<const Block*> blocks = blocks_in_order(drawing.board);
  const auto former = drawing.state.parked_from.find(drawing.session.cursor());
  if (former != drawing.state.parked_from.end()) {
    std::stable_partition(blocks.begin(), blocks.end(),  // clang 14 cannot read the one of ranges
                          [&](const Block* block) { return block->id == former->second; });
  }
  std::vector<MenuRow> rows;
  for (const Block* block : blocks) rows.push_back({"note.return/" + block->id, block->title});
  place_menu(drawing, bar, "note.return", rows);
  const int pressed = popup_menu(drawing.app, "note.return/menu", rows);
  if (pressed >= 0) move_notes_to(drawing.app, blocks[static_cast<size_t>(pressed)]->id, SIZE_MAX);
}

float width_of_row(const Theme& theme, std::span<const BarPart> row, bool with_labels) {
  float width = 0;
  for (const BarPart& part : row) width += width_of_part(theme, part, with_labels);
  return width;
}

float width_of_rows(const Theme& theme, std::span<const BarPart> parts, const BarRows& rows) {
  return std::max(width_of_row(theme, parts.first(rows.second), rows.with_labels),
                  width_of_row(theme, parts.subspan(rows.second), rows.with_labels));
}

BarRows two_rows(const Theme& theme, std::span<const BarPart> parts, bool with_labels) {
  BarRows best{with_labels, parts.size()};
  for (size_t second = 1; second < parts.size(); ++second) {
    const BarRows rows{with_labels, second};
    if (width_of_rows(theme, parts, rows) < width_of_rows(theme, parts, best)) best = rows;
  }
  return best;
}

ImVec2 size_of_bar(const Theme& theme, std::span<const BarPart> parts, const BarRows& rows) {
  const float count = rows.second < parts.size() ? 2 : 1;
  const float pad = theme.px(bar_pad);
  return {width_of_rows(theme, parts, rows) + 2 * pad, count * theme.px(bar_row) + 2 * pad};
}

// What of a block is not covered: its head, its question, its notes at these heights.
void spare_block(const Theme& theme, const BlockLayout& block, float from_y, float to_y, BarSurroundings& around) {
  const float question = block.question > 0 ? block.question + theme.px(8) : 0;
  around.never.push_back(add_button_place(theme, block));
  around.spared.push_back({block.from, {block.to.x, block.inner_from.y + question * block.zoom}});
  visit_cards(block, from_y, to_y, [&](size_t index) { around.spared.push_back(card_on_screen(block, index)); });
}

// Neither the segments above the board nor the parking lot below it is covered.
BarSurroundings around_bar(const BoardDrawing& drawing, const BlockPlace& card, const Area& canvas) {
  const Theme& theme = drawing.theme;
  const float rim = theme.px(bar_pad);
  BarSurroundings around;
  around.room = {{canvas.from.x + rim, canvas.from.y}, {canvas.to.x - rim, canvas.to.y - rim}};
  around.card = card;
  around.gap = theme.px(from_card);
  around.step = theme.px(6);
  around.reach = theme.px(bar_reach);
  const float far = around.reach + theme.px(2 * bar_row + from_card + 2 * bar_pad);  // the farthest edge of a bar
  const float from_y = std::max(canvas.from.y, card.from.y - far);
  const float to_y = std::min(canvas.to.y, card.to.y + far);
  for (const BlockLayout& block : drawing.state.blocks) {
    if (block.id != parking_lot) spare_block(theme, block, from_y, to_y, around);
  }
  return around;
}

PlacedBar placed_bar(const BoardDrawing& drawing, std::vector<BarPart> parts, const BlockPlace& card,
                     const Area& canvas) {
  const Theme& theme = drawing.theme;
  const std::array rows{BarRows{true, parts.size()}, two_rows(theme, parts, true), BarRows{false, parts.size()},
                        two_rows(theme, parts, false)};
  constexpr std::array dislikes{0.0F, 24.0F, 90.0F, 110.0F};  // logical pixels
  std::array<BarForm, rows.size()> forms;
  for (size_t i = 0; i < rows.size(); ++i) forms[i] = {size_of_bar(theme, parts, rows[i]), theme.px(dislikes[i])};
  const BarPlace best = place_bar(around_bar(drawing, card, canvas), forms);
  const ImVec2 size = forms[best.form].size;
  return {std::move(parts), rows[best.form], {best.from, {best.from.x + size.x, best.from.y + size.y}}};
}

// The window takes clicks where the bar is seen and nowhere else: its shadow lies outside.
void draw_ground(const Theme& theme, const BlockPlace& place) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRectFullScreen();
  draw_shadow(list, theme, {place.from.x, place.from.y + theme.px(2)}, {place.to.x, place.to.y + theme.px(2)},
              theme.px(9), 0.22F);
  list->AddRectFilled(place.from, place.to, theme.colours.panel, theme.px(10));
  list->AddRect(place.from, place.to, theme.colours.border, theme.px(10));
  list->PopClipRect();
}

// Draws the parts; returns the key of the one that was pressed.
std::string draw_parts(const BoardDrawing& drawing, const PlacedBar& bar) {
  const Theme& theme = drawing.theme;
  const ImVec2 corner{bar.place.from.x + theme.px(bar_pad), bar.place.from.y + theme.px(bar_pad)};
  ImVec2 at = corner;
  std::string pressed;
  for (size_t i = 0; i < bar.parts.size(); ++i) {
    if (i == bar.rows.second) at = {corner.x, corner.y + theme.px(bar_row)};
    if (draw_part(drawing, bar.parts[i], at, bar.rows.with_labels)) pressed = bar.parts[i].key;
    at.x += width_of_part(theme, bar.parts[i], bar.rows.with_labels);
  }
  return pressed;
}

}  // namespace

void view_note_bar(const BoardDrawing& drawing, const Area& canvas, const Area& strip) {
  const BoardState& state = drawing.state;
  if (drawing.session.view().selected.empty()) return;
  const auto at = find_on_layout(drawing.state, drawing.session.cursor());
  const bool moves = state.doing != BoardState::Doing::nothing && state.doing != BoardState::Doing::pressing;
  const bool adds_to_selection = ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyShift;  // then it lies over no note
  if (!at || !at->block->is_shown || moves || (adds_to_selection && !menu_is_open())) return;
  const BlockPlace card = card_on_screen(*at->block, at->index);
  const Area& seen = at->block->id == parking_lot ? strip : canvas;
  if (card.to.y <= seen.from.y || card.from.y >= seen.to.y) return;  // scrolled away
  const Note& note = (*at->block->notes)[at->index];
  const Block* block = find_block(drawing.board, at->block->id);
  HeldBar& held = drawing.app.state<HeldBar>();
  const bool is_held = held.bar && held.note == note.id;
  const PlacedBar bar = is_held ? *held.bar : placed_bar(drawing, parts_of_bar(drawing, block, note), card, canvas);
  const BlockPlace& place = bar.place;
  ImGui::SetCursorScreenPos(place.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("note_bar", {place.to.x - place.from.x, place.to.y - place.from.y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar |
                        ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  draw_ground(drawing.theme, place);
  drawing.app.parts.add("note_bar", place.from, place.to);
  const std::string pressed = draw_parts(drawing, bar);
  held.bar.reset();
  held.note = note.id;
  const auto is_open = [](const char* menu) { return ImGui::IsPopupOpen(menu); };
  if (std::ranges::any_of(bar_menus, is_open)) held.bar = bar;
  segment_menu(drawing, place);
  if (block != nullptr) type_menu(drawing, place, *block);
  return_menu(drawing, place);
  colour_menu(drawing, place, block, note);
  ImGui::EndChild();
  if (pressed.starts_with("command.")) drawing.app.run_command(pressed.c_str());
}

}  // namespace canvasbook
