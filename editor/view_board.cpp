// The board as it prints: blocks on the grid, notes as cards in them.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/text_field.h"
#include "editor/views.h"
#include "export/icons.h"
#include "model/segments.h"

namespace canvasbook {

namespace {

// What is measured of a note at a width; kept until its text changes.
const App::NoteLayout& layout_of(App& app, const Note& note, float width) {
  App::NoteLayout& cached = app.note_layouts[note.id];
  if (cached.source != note.text || cached.width != width || cached.font != app.theme.fonts.note) {
    cached.source = note.text;
    cached.width = width;
    cached.font = app.theme.fonts.note;
    cached.text = to_editable(note.text);
    cached.rows.layout(cached.text, text_metrics(app.theme.fonts.note, width));
  }
  return cached;
}

struct BoardDrawing {
  App& app;
  const Board& board;
  std::vector<Segment> segments;
  PartContext parts;
  const Theme& theme;

  std::vector<const Segment*> marks_of(const Block& block, const Note& note) const {
    std::vector<const Segment*> result;
    if (block.role == segments_role) {
      if (const Segment* own = find_segment(segments, segment_of(note))) result.push_back(own);
      return result;
    }
    for (const Segment& segment : segments) {
      if (std::ranges::find(note.segments, segment.id) != note.segments.end()) result.push_back(&segment);
    }
    return result;
  }
};

Colour tint_of(const Note& note, const std::vector<const Segment*>& marks) {
  if (note.colour != Colour::none) return note.colour;
  return marks.size() == 1 ? marks.front()->colour : Colour::none;
}

float draw_marks(const BoardDrawing& drawing, const std::vector<const Segment*>& marks, ImVec2 right_bottom) {
  const Theme& theme = drawing.theme;
  const float size = theme.px(18);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float x = right_bottom.x;
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    const ImVec2 text = theme.fonts.small_bold->CalcTextSizeA(theme.px(12), 1e6F, 0, (*mark)->mark.c_str());
    const float width = std::max(size, text.x + theme.px(8));
    x -= width;
    list->AddRectFilled({x, right_bottom.y - size}, {x + width, right_bottom.y}, theme.colours.of((*mark)->colour).mark,
                        size / 2);
    list->AddText(theme.fonts.small_bold, theme.px(12),
                  {x + (width - text.x) / 2, right_bottom.y - size + (size - text.y) / 2}, IM_COL32_WHITE,
                  (*mark)->mark.c_str());
    x -= theme.px(3);
  }
  return right_bottom.x - x;
}

void edit_note(const BoardDrawing& drawing, ImVec2 at, float width, ImU32 colour) {
  App& app = drawing.app;
  const TextFieldResult result =
      text_field(drawing.parts, "board.text", app.field, app.input, drawing.theme.fonts.note, at, width, colour, true);
  if (result.changed) app.take_over_field();
  if (result.finished) {
    app.add_note_after();
  } else if (result.left) {
    app.end_edit();
  }
}

// Draws a note and answers to the mouse on it; returns its height.
float note_card(const BoardDrawing& drawing, const Block& block, const Note& note, ImVec2 at, float width) {
  App& app = drawing.app;
  const Theme& theme = drawing.theme;
  const bool edited = app.view.edited_note == note.id;
  const float pad_x = theme.px(10);
  const float pad_y = theme.px(8);
  const float text_width = width - 2 * pad_x;
  const std::vector<const Segment*> marks = drawing.marks_of(block, note);
  float text_height = 0;
  if (edited) {
    if (app.field_width != text_width || app.field_font != theme.fonts.note) {
      app.field_width = text_width;
      app.field_font = theme.fonts.note;
      app.field.set_metrics(text_metrics(theme.fonts.note, text_width));
    }
    text_height = app.field.height();
  } else {
    const App::NoteLayout& layout = layout_of(app, note, text_width);
    text_height = static_cast<float>(layout.rows.count()) * layout.rows.metrics().row_height;
  }
  std::string caption;
  for (const std::string& type : note.types)
    caption.append(caption.empty() ? "" : " · ").append(type_title(block, type));
  const float marks_height = marks.empty() && caption.empty() ? 0 : theme.px(22);
  const float height = text_height + 2 * pad_y + marks_height;
  const CardColours& colours = theme.colours.of(tint_of(note, marks));
  const bool chosen = app.view.notes.contains(note.id);
  const std::string key = "note/" + note.id;
  if (!edited) {
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton(key.c_str(), {width, height});
    if (ImGui::IsItemClicked(0) && !app.view.notes.contains(note.id))
      app.select(note.id, ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyShift);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) app.begin_edit(note.id);
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, theme.px(5))) app.is_dragging = true;
  }
  app.parts.add(key, at, {at.x + width, at.y + height});
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (app.note_to_show == note.id) {
    ImGui::SetScrollFromPosY(at.y + height / 2 - ImGui::GetWindowPos().y, 0.5F);
    app.note_to_show.clear();
  }
  if (!edited && !ImGui::IsRectVisible(at, {at.x + width, at.y + height})) return height;
  draw_shadow(list, theme, {at.x, at.y + theme.px(2)}, {at.x + width, at.y + height + theme.px(1)}, theme.px(7),
              chosen ? 0.32F : 0.18F);
  list->AddRectFilled(at, {at.x + width, at.y + height}, colours.fill, theme.px(8));
  if (chosen || edited) {
    list->AddRect({at.x - 1, at.y - 1}, {at.x + width + 1, at.y + height + 1}, theme.colours.accent, theme.px(9), 0,
                  theme.px(2));
  }
  const ImVec2 text_at{at.x + pad_x, at.y + pad_y};
  float marks_width = 0;
  if (!marks.empty()) marks_width = draw_marks(drawing, marks, {at.x + width - pad_x, at.y + height - theme.px(6)});
  if (!caption.empty()) {
    clipped_text(list, theme.fonts.small, {text_at.x, at.y + height - theme.px(24)}, text_width - marks_width,
                 colours.text, caption);
  }
  if (edited) {
    edit_note(drawing, text_at, text_width, colours.text);
  } else {
    const App::NoteLayout& layout = layout_of(app, note, text_width);
    draw_rows(list, theme.fonts.note, layout.rows, layout.text, text_at, colours.text);
  }
  return height;
}

// The size at which no word of a title has to be cut, down to `least`.
float title_size(ImFont* font, const std::string& title, float room, float least) {
  float widest = 0;
  for (size_t at = 0; at < title.size();) {
    const size_t end = std::min(title.find(' ', at), title.size());
    widest = std::max(widest, font->CalcTextSizeA(font->FontSize, 1e6F, 0, title.data() + at, title.data() + end).x);
    at = end + 1;
  }
  return widest <= room ? font->FontSize : std::max(least, font->FontSize * room / widest);
}

void block_head(const BoardDrawing& drawing, const Block& block, const Area& area) {
  App& app = drawing.app;
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool chosen = app.view.block == block.id;
  draw_shadow(list, theme, {area.from.x, area.from.y + theme.px(2)}, {area.to.x, area.to.y + theme.px(2)}, theme.px(7),
              0.08F);
  list->AddRectFilled(area.from, area.to, theme.colours.panel, theme.px(12));
  list->AddRect(area.from, area.to, chosen ? theme.colours.accent : theme.colours.border, theme.px(12), 0,
                chosen ? theme.px(2) : 1);
  const std::string add_key = "block/" + block.id + "/add";
  ImGui::SetCursorScreenPos({area.to.x - theme.px(42), area.from.y + theme.px(4)});
  if (button(drawing.parts, add_key, "", icons::add)) app.add_note(block.id);
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", app.catalog().text("command.add_note").c_str());
  const float room = area.width() - theme.px(54);
  ImFont* font = theme.fonts.small_bold;
  const float size = title_size(font, block.title, room, theme.px(10));
  const char* end = block.title.data() + block.title.size();
  const float height = font->CalcTextSizeA(size, 1e6F, room, block.title.data(), end).y;
  list->AddText(font, size, {area.from.x + theme.px(12), area.from.y + std::floor((theme.px(44) - height) / 2)},
                theme.colours.text, block.title.data(), end, room);
}

// The place among a block's notes that a point stands for.
size_t position_at(const App& app, const Block& block, ImVec2 point) {
  size_t position = 0;
  for (const Note& note : block.notes) {
    if (app.view.notes.contains(note.id)) continue;
    const PartRegister::Part* part = app.parts.find("note/" + note.id);
    if (part != nullptr && point.y > (part->from.y + part->to.y) / 2 && point.x > part->from.x) position = position + 1;
  }
  return position;
}

void view_block(const BoardDrawing& drawing, const Block& block, const Area& area) {
  App& app = drawing.app;
  const Theme& theme = drawing.theme;
  block_head(drawing, block, area);
  app.parts.add("block/" + block.id, area.from, area.to);
  const Area inner{{area.from.x + theme.px(4), area.from.y + theme.px(44)},
                   {area.to.x - theme.px(4), area.to.y - theme.px(4)}};
  ImGui::SetCursorScreenPos(inner.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild(("notes/" + block.id).c_str(), {inner.width(), inner.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float gap = theme.px(8);
  const float room = ImGui::GetContentRegionAvail().x - 2 * theme.px(8);
  const int columns = std::max(1, static_cast<int>((room + gap) / (theme.px(190) + gap)));
  const float width = std::floor((room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  std::vector<float> bottoms(static_cast<size_t>(columns), theme.px(2));
  const std::vector<Note> notes = block.notes;  // an action in the middle changes the board
  for (const Note& note : notes) {
    const auto column = std::ranges::min_element(bottoms);
    const float x = theme.px(8) + static_cast<float>(column - bottoms.begin()) * (width + gap);
    *column += note_card(drawing, block, note, {origin.x + x, origin.y + *column}, width) + gap;
  }
  if (notes.empty() && !block.question.empty()) {
    wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.small, {origin.x + theme.px(10), origin.y + theme.px(4)}, room,
                 theme.colours.faint, block.question);
  }
  ImGui::SetCursorScreenPos({origin.x, origin.y + *std::ranges::max_element(bottoms)});
  ImGui::Dummy({1, 1});
  const bool on_ground = ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered();
  if (on_ground && ImGui::IsMouseClicked(0)) {
    app.end_edit();
    app.view.notes.clear();
    app.view.block = block.id;
  }
  if (on_ground && ImGui::IsMouseDoubleClicked(0)) app.add_note(block.id);
  ImGui::EndChild();
  if (!app.is_dragging || !ImGui::IsMouseHoveringRect(area.from, area.to, false)) return;
  ImGui::GetForegroundDrawList()->AddRect(area.from, area.to, theme.colours.accent, theme.px(12), 0, theme.px(2));
  if (ImGui::IsMouseReleased(0)) {
    app.is_dragging = false;
    app.move_selected(block.id, position_at(app, block, ImGui::GetIO().MousePos));
  }
}

// Colours, segments and types of the selected notes.
void view_note_bar(const BoardDrawing& drawing, const Area& area) {
  App& app = drawing.app;
  const Theme& theme = drawing.theme;
  if (app.view.notes.empty()) return;
  const Note* note = find_note(drawing.board, *app.view.notes.begin());
  const Block* block = note == nullptr ? nullptr : find_block_of(drawing.board, note->id);
  if (note == nullptr || block == nullptr) return;
  const Note shown = *note;
  const Block owner = *block;
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::SetCursorScreenPos({area.from.x + theme.px(4), area.from.y + theme.px(4)});
  constexpr Colour colours[] = {Colour::none,  Colour::yellow, Colour::orange, Colour::red,
                                Colour::green, Colour::blue,   Colour::violet};
  for (const Colour colour : colours) {
    const std::string key = "note.colour/" + std::string(colour_name(colour));
    const bool pressed = ImGui::InvisibleButton(key.c_str(), {theme.px(28), theme.px(28)});
    app.parts.add_last(key);
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 centre{from.x + theme.px(14), from.y + theme.px(14)};
    list->AddCircleFilled(centre, theme.px(10), theme.colours.of(colour).fill);
    list->AddCircle(centre, theme.px(10), shown.colour == colour ? theme.colours.accent : theme.colours.border, 0,
                    theme.px(shown.colour == colour ? 2.5F : 1));
    if (pressed) app.set_colour_of_selected(colour);
    ImGui::SameLine(0, theme.px(2));
  }
  ImGui::SameLine(0, theme.px(14));
  if (owner.role != segments_role) {
    for (const Segment& segment : drawing.segments) {
      const bool serves = std::ranges::find(shown.segments, segment.id) != shown.segments.end();
      const std::string key = "note.segment/" + segment.id;
      const bool pressed = ImGui::InvisibleButton(key.c_str(), {theme.px(28), theme.px(28)});
      app.parts.add_last(key);
      if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", segment.name.c_str());
      const ImVec2 from = ImGui::GetItemRectMin();
      const ImVec2 centre{from.x + theme.px(14), from.y + theme.px(14)};
      const ImU32 colour = theme.colours.of(segment.colour).mark;
      if (serves) list->AddCircleFilled(centre, theme.px(11), colour);
      if (!serves) list->AddCircle(centre, theme.px(11), colour, 0, theme.px(1.5F));
      const ImVec2 text = theme.fonts.small_bold->CalcTextSizeA(theme.px(13), 1e6F, 0, segment.mark.c_str());
      list->AddText(theme.fonts.small_bold, theme.px(13), {centre.x - text.x / 2, centre.y - text.y / 2},
                    serves ? IM_COL32_WHITE : theme.colours.text, segment.mark.c_str());
      if (pressed) app.toggle_segment_of_selected(segment.id);
      ImGui::SameLine(0, theme.px(2));
    }
    ImGui::SameLine(0, theme.px(14));
  }
  for (const NoteType& type : owner.types) {
    const bool has = std::ranges::find(shown.types, type.id) != shown.types.end();
    const ImVec2 text = theme.fonts.small->CalcTextSizeA(theme.fonts.small->FontSize, 1e6F, 0, type.title.c_str());
    const float width = text.x + theme.px(18);
    if (ImGui::GetCursorScreenPos().x + width > area.to.x) {
      ImGui::NewLine();
      ImGui::SetCursorScreenPos({area.from.x + theme.px(4), ImGui::GetCursorScreenPos().y});
    }
    const std::string key = "note.type/" + type.id;
    const bool pressed = ImGui::InvisibleButton(key.c_str(), {width, theme.px(28)});
    app.parts.add_last(key);
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    list->AddRectFilled(from, to, has ? theme.colours.selection : theme.colours.panel, theme.px(14));
    list->AddRect(from, to, has ? theme.colours.accent : theme.colours.border, theme.px(14));
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                  {from.x + theme.px(9), std::floor((from.y + to.y - text.y) / 2)},
                  has ? theme.colours.accent : theme.colours.muted, type.title.c_str());
    if (pressed) app.toggle_type_of_selected(type.id);
    ImGui::SameLine(0, theme.px(4));
  }
}

}  // namespace

void view_board(App& app, const Board& shown, const Area& area) {
  const Board board = shown;  // actions replace the shown one while it is drawn
  const Theme& theme = app.theme;
  const BoardDrawing drawing{app, board, segment_register(app.workbook()), {theme, app.parts}, theme};
  const float margin = theme.px(12);
  const float bar = theme.px(72);
  view_note_bar(drawing, {{area.from.x + margin, area.from.y + theme.px(6)}, {area.to.x - margin, area.from.y + bar}});
  const float gap = theme.px(board.frames.empty() ? 8.0F : 12.0F);
  const Area grid{{area.from.x + margin, area.from.y + bar}, {area.to.x - margin, area.to.y - margin}};
  const float column = (grid.width() + gap) / static_cast<float>(board.columns);
  const float row = (grid.height() + gap) / static_cast<float>(board.rows);
  for (const Block& block : board.blocks) {
    const ImVec2 from{std::floor(grid.from.x + static_cast<float>(block.place.column) * column),
                      std::floor(grid.from.y + static_cast<float>(block.place.row) * row)};
    const ImVec2 to{
        std::floor(grid.from.x + static_cast<float>(block.place.column + block.place.columns) * column - gap),
        std::floor(grid.from.y + static_cast<float>(block.place.row + block.place.rows) * row - gap)};
    view_block(drawing, block, {from, to});
  }
  if (app.is_dragging) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!ImGui::IsMouseDown(0)) app.is_dragging = false;
}

}  // namespace canvasbook
