// The bar of the selected notes in the head of the parking lot: for whom they are, their types, their colour, and what
// can be done with them. It has one place and the same buttons for every note, so that a hand finds them, and lies over
// no note.
#include <algorithm>
#include <cmath>
#include <optional>

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
constexpr float bar_row = 32;  // logical pixels, as the others
constexpr float sign_width = 34;

// A button of the bar: its label, and whether it opens a menu. Those that only some notes have stand before those that
// all have.
struct BarPart {
  std::string key;
  std::string label;
  char32_t icon = 0;
  bool opens_menu = false;
  bool chosen = false;
  ImU32 swatch = 0;
  bool is_possible = true;
  bool is_extra = false;
  bool is_offer = false;
  std::string hint = {};  // a sentence: why it is not possible, or what a sign without its label does
  float width = 0;        // pixels; of the sign alone where its label has no room
};

// The bar as it stands in a frame.
struct NoteBar {
  NoteAt at;
  const Note* note = nullptr;
  const Block* block = nullptr;  // none of a parked note
  std::vector<BarPart> parts;
  BlockPlace place;
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

// Why a note cannot be tied to segments; a catalog key.
const char* why_for_no_segments(const BoardDrawing& drawing, const Block* block) {
  if (block == nullptr) return "note.parked";
  return drawing.state.segments.empty() ? "note.no_segments" : "note.is_segment";
}

std::vector<BarPart> parts_of_bar(const BoardDrawing& drawing, const Block* block, const Note& note) {
  const Catalog& words = drawing.app.catalog();
  std::vector<BarPart> parts;
  if (const Segment* like = offered_segment(drawing.session, drawing.state)) {
    const std::string name = words.text("quote", {{"text", shortened(to_one_line(like->name), 20)}});
    parts.push_back({.key = "command.take_like_segment",
                     .label = words.text("segments.like", {{"segment", like->mark + " " + name}}),
                     .icon = icons::people,
                     .chosen = true,
                     .is_extra = true,
                     .is_offer = true});
  }
  if (block != nullptr && block->role == costs_role) {
    parts.push_back({.key = "command.drivers",
                     .label = words.text("note.drivers"),
                     .icon = icons::link,
                     .chosen = !note.drivers.empty(),
                     .is_extra = true,
                     .hint = words.text("note.drivers_hint")});
  }
  const bool is_for_segments = block != nullptr && block->role != segments_role && !drawing.state.segments.empty();
  const bool has_types = block != nullptr && !block->types.empty();
  parts.push_back({.key = "note.segments",
                   .label = words.text("note.segments"),
                   .icon = icons::people,
                   .opens_menu = true,
                   .chosen = !note.segments.empty(),
                   .is_possible = is_for_segments,
                   .hint = is_for_segments ? std::string() : words.text(why_for_no_segments(drawing, block))});
  parts.push_back({.key = "note.types",
                   .label = words.text("note.types"),
                   .icon = icons::label,
                   .opens_menu = true,
                   .chosen = !note.types.empty(),
                   .is_possible = has_types,
                   .hint = has_types ? std::string() : words.text(block == nullptr ? "note.parked" : "note.no_types")});
  parts.push_back({.key = "note.colours",
                   .label = words.text("note.colours"),
                   .opens_menu = true,
                   .swatch = swatch_of(drawing, block, note, note.colour)});
  parts.push_back({.key = "command.details",
                   .label = words.text("note.details"),
                   .icon = icons::details,
                   .chosen = !note.details.empty()});
  if (block != nullptr) {
    parts.push_back({.key = "command.park", .label = words.text("note.park"), .icon = icons::park});
  } else {
    parts.push_back(
        {.key = "note.return", .label = words.text("note.return"), .icon = icons::canvas, .opens_menu = true});
  }
  return parts;
}

float width_with_label(const Theme& theme, const std::string& label, bool opens_menu) {
  return std::ceil(width_of_line(theme.fonts.small, label)) + theme.px(opens_menu ? 48.0F : 36.0F);
}

bool shows_label(const Theme& theme, const BarPart& part) { return part.width > theme.px(sign_width); }

// The parts that all notes have show their labels where there is room for all of these, and for the offer, which is
// nothing without its words; the others where there is room left.
void give_widths(const BoardDrawing& drawing, std::vector<BarPart>& parts, float room) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.app.catalog();
  const float sign = theme.px(sign_width);
  float wanted = 0;
  for (BarPart& part : parts) {
    part.width = width_with_label(theme, part.label, part.opens_menu);
    if (part.key == "command.park" || part.key == "note.return") {  // one place for both
      part.width = std::max(width_with_label(theme, words.text("note.park"), false),
                            width_with_label(theme, words.text("note.return"), true));
    }
    if (!part.is_extra || part.is_offer) wanted += part.width;
  }
  const bool are_signs = wanted > room;
  for (BarPart& part : parts) {
    if (part.is_extra) continue;
    if (are_signs) part.width = sign;
    room -= part.width;
  }
  for (BarPart& part : parts) {
    if (!part.is_extra) continue;
    if (part.width > room) part.width = part.is_offer ? std::max(sign, std::floor(room)) : sign;
    room -= part.width;
  }
}

std::optional<NoteBar> note_bar_of(const BoardDrawing& drawing) {
  const BoardState& state = drawing.state;
  if (drawing.session.view().selected.empty()) return std::nullopt;
  const auto at = find_on_layout(drawing.state, drawing.session.cursor());
  const bool moves = state.doing != BoardState::Doing::nothing && state.doing != BoardState::Doing::pressing;
  if (!at || !at->block->is_shown || moves) return std::nullopt;
  NoteBar bar{*at, &(*at->block->notes)[at->index], find_block(drawing.board, at->block->id), {}, {}};
  bar.parts = parts_of_bar(drawing, bar.block, *bar.note);
  const BlockPlace room = room_for_note_bar(drawing);
  give_widths(drawing, bar.parts, room.to.x - room.from.x);
  float width = 0;
  for (const BarPart& part : bar.parts) width += part.width;
  const float top = std::floor((room.from.y + room.to.y - drawing.theme.px(bar_row)) / 2);
  bar.place = {{room.to.x - width, top}, {room.to.x, top + drawing.theme.px(bar_row)}};
  return bar;
}

void draw_label(const BoardDrawing& drawing, const BarPart& part, ImVec2 from, ImVec2 to, ImU32 ink, bool hovered) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = (from.y + to.y) / 2;
  ImFont* font = theme.fonts.small;
  const float room = to.x - theme.px(part.opens_menu ? 18.0F : 6.0F) - from.x + 1;
  clipped_text(list, font, {from.x, std::floor(middle - font->FontSize / 2)}, room, ink, part.label);
  if (hovered && width_of_line(font, part.label) > room) tooltip(drawing.app, part.label);
  if (part.opens_menu) {
    draw_icon(list, theme.fonts.text, theme.px(16), {to.x - theme.px(10), middle}, theme.colours.muted, icons::expand);
  }
}

bool draw_part(const BoardDrawing& drawing, const BarPart& part, ImVec2 from) {
  const Theme& theme = drawing.theme;
  const ImVec2 to{from.x + part.width, from.y + theme.px(bar_row)};
  ImGui::SetCursorScreenPos(from);
  const bool is_clicked = invisible_button(part.key.c_str(), {to.x - from.x, to.y - from.y});
  const bool pressed = is_clicked && part.is_possible;
  if (part.is_possible) drawing.app.parts.add_last(part.key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered && part.is_possible) list->AddRectFilled(from, to, theme.colours.panel, theme.px(8));
  const ImU32 ink = !part.is_possible ? theme.colours.faint : part.chosen ? theme.colours.accent : theme.colours.text;
  const ImVec2 sign{from.x + theme.px(sign_width / 2), (from.y + to.y) / 2};
  if (part.swatch != 0) {
    list->AddCircleFilled(sign, theme.px(8), part.swatch);
    list->AddCircle(sign, theme.px(8), theme.colours.muted);
  }
  if (part.icon != 0) draw_icon(list, theme.fonts.text, theme.px(19), sign, ink, part.icon);
  if (shows_label(theme, part)) {
    draw_label(drawing, part, {from.x + theme.px(30), from.y}, to, ink, hovered);
  } else if (hovered) {
    tooltip(drawing.app, part.hint.empty() ? part.label : part.hint);
  }
  if (hovered && !part.is_possible) tooltip(drawing.app, part.hint);
  const bool is_asked_for = drawing.state.menu_to_open == part.key;  // by a command
  if (is_asked_for) drawing.state.menu_to_open.clear();
  if ((pressed || is_asked_for) && part.opens_menu) {
    open_menu_of_button(drawing.app, part.key + "/menu");
  }
  return pressed;
}

// A menu of the bar stands at its part and beside the whole bar: below it, else above it, else at a side.
void place_menu(const BoardDrawing& drawing, const BlockPlace& bar, const std::string& part,
                const std::vector<MenuRow>& rows) {
  const Theme& theme = drawing.theme;
  const ImVec2 size = size_of_menu(theme, rows);
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  const float gap = theme.px(4);
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

// Says of a colour whose it is already: a note that is given it looks as if it were for that segment.
void name_segments(const BoardDrawing& drawing, Colour colour, MenuRow& row) {
  const std::vector<std::string> marks = marks_with(drawing.state.segments, colour);
  if (colour == Colour::none || marks.empty()) return;
  std::string all;
  for (const std::string& mark : marks) all += (all.empty() ? "" : ", ") + mark;
  row.swatch_mark = marks.front();
  row.label =
      drawing.app.catalog().count("colour.of_segments", marks.size(), {{"colour", row.label}, {"segments", all}});
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
    name_segments(drawing, colour, row);
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

// Draws the parts; returns the key of the one that was pressed.
std::string draw_parts(const BoardDrawing& drawing, const NoteBar& bar) {
  ImVec2 at = bar.place.from;
  std::string pressed;
  for (const BarPart& part : bar.parts) {
    if (draw_part(drawing, part, at)) pressed = part.key;
    at.x += part.width;
  }
  return pressed;
}

}  // namespace

float left_of_note_bar(const BoardDrawing& drawing) {
  const std::optional<NoteBar> bar = note_bar_of(drawing);
  return bar ? bar->place.from.x : room_for_note_bar(drawing).to.x;
}

void view_note_bar(const BoardDrawing& drawing) {
  const std::optional<NoteBar> bar = note_bar_of(drawing);
  if (!bar) return;
  const BlockPlace& place = bar->place;
  ImGui::SetCursorScreenPos(place.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("note_bar", {place.to.x - place.from.x, place.to.y - place.from.y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar |
                        ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  ImGui::GetWindowDrawList()->AddRectFilled(place.from, place.to, drawing.theme.colours.selection, drawing.theme.px(8));
  drawing.app.parts.add("note_bar", place.from, place.to);
  const std::string pressed = draw_parts(drawing, *bar);
  segment_menu(drawing, place);
  if (bar->block != nullptr) type_menu(drawing, place, *bar->block);
  return_menu(drawing, place);
  colour_menu(drawing, place, bar->block, *bar->note);
  ImGui::EndChild();
  if (pressed.starts_with("command.")) drawing.app.run_command(pressed.c_str());
}

}  // namespace canvasbook
