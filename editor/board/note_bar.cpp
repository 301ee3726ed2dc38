// The bar above the board: colours, segments and types of the selected notes; with none selected, the segments that the
// board can be looked at for.
#include <algorithm>
#include <cmath>

#include "editor/board/note.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr Colour colours[] = {Colour::none,  Colour::yellow, Colour::orange, Colour::red,
                              Colour::green, Colour::blue,   Colour::violet};
constexpr size_t most_segments = 60;  // more letters than that nobody tells apart
constexpr float row_height = 34;      // logical pixels

// Puts parts beside one another and, where the row ends, below.
class PartRows {
 public:
  PartRows(const Theme& theme, float width) : theme_(theme), origin_(ImGui::GetCursorScreenPos()), width_(width) {}

  ImVec2 place(float width, float height, float gap) {
    if (x_ > 0 && x_ + width > width_) {
      x_ = 0;
      ++row_;
    }
    const float middle = (static_cast<float>(row_) + 0.5F) * theme_.px(row_height);
    const ImVec2 at{origin_.x + x_, std::floor(origin_.y + middle - height / 2)};
    x_ += width + theme_.px(gap);
    ImGui::SetCursorScreenPos(at);
    return at;
  }
  float room() const { return width_ - x_; }  // left on the row
  void space() { x_ += x_ > 0 ? theme_.px(12) : 0; }
  float height() const { return static_cast<float>(row_ + 1) * theme_.px(row_height); }

 private:
  const Theme& theme_;
  ImVec2 origin_;
  float width_;
  float x_ = 0;
  int row_ = 0;
};

bool part_is_pressed(const BoardDrawing& drawing, const std::string& key, ImVec2 size, const std::string& name) {
  const bool pressed = invisible_button(key.c_str(), size);
  drawing.app.parts.add_last(key);
  if (!name.empty() && ImGui::IsItemHovered()) tooltip(drawing.app, name);
  return pressed;
}

void colour_parts(const BoardDrawing& drawing, PartRows& flow, const Note& note) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImFont* font = theme.fonts.small_bold;
  const float side = theme.px(30);
  int digit = 0;
  for (const Colour colour : colours) {
    ++digit;
    const std::string name(colour_name(colour));
    const ImVec2 from = flow.place(side, side, 0);
    const std::string title = drawing.app.catalog().text("colour." + name) + " — " + std::to_string(digit);
    const bool pressed = part_is_pressed(drawing, "note.colour/" + name, {side, side}, title);
    const ImVec2 centre{from.x + side / 2, from.y + side / 2};
    const bool chosen = note.colour == colour;
    const CardColours& tint = theme.colours.of(colour);
    list->AddCircleFilled(centre, theme.px(11), tint.fill);
    const bool hovered = ImGui::IsItemHovered();
    list->AddCircle(centre, theme.px(11),
                    chosen    ? theme.colours.accent
                    : hovered ? theme.colours.faint
                              : theme.colours.border,
                    0, theme.px(chosen ? 2.5F : 1.0F));
    const std::string label = std::to_string(digit);
    const float size = theme.px(12);
    const ImVec2 text = size_of_line(font, label, size);
    list->AddText(font, size, {centre.x - text.x / 2, centre.y - text.y / 2}, with_alpha(tint.text, chosen ? 1 : 0.7F),
                  label.c_str());
    if (pressed) drawing.session.set_colour_of_selected(colour);
  }
}

void segment_parts(const BoardDrawing& drawing, PartRows& flow, const Note& note) {
  const Theme& theme = drawing.theme;
  const float sign = theme.px(24);
  for (size_t i = 0; i < std::min(drawing.state.segments.size(), most_segments); ++i) {
    const Segment segment = drawing.state.segments[i];
    const bool served = std::ranges::find(note.segments, segment.id) != note.segments.end();
    const float width = segment_sign_width(theme, segment, sign) + theme.px(6);
    const ImVec2 from = flow.place(width, theme.px(30), 0);
    const bool pressed = part_is_pressed(drawing, "note.segment/" + segment.id, {width, theme.px(30)}, segment.name);
    draw_segment_sign(ImGui::GetWindowDrawList(), theme, segment, {from.x + theme.px(3), from.y + theme.px(3)}, sign,
                      served);
    if (pressed) drawing.session.toggle_segment_of_selected(segment.id);
  }
}

float chip_width(const Theme& theme, const std::string& label, float sign) {
  ImFont* font = theme.fonts.small;
  return width_of_line(font, label) + sign + theme.px(20);
}

// A chip with a label; `sign` leaves room for what is drawn at its left.
bool chip(const BoardDrawing& drawing, PartRows& flow, const std::string& key, const std::string& label, bool chosen,
          float sign, float most_width, const std::string& tooltip, ImVec2& at) {
  const Theme& theme = drawing.theme;
  ImFont* font = theme.fonts.small;
  const float width = std::min(chip_width(theme, label, sign), most_width);
  const float height = theme.px(28);
  at = flow.place(width, height, 6);
  const bool pressed = part_is_pressed(drawing, key, {width, height}, tooltip);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 to{at.x + width, at.y + height};
  list->AddRectFilled(at, to,
                      chosen    ? theme.colours.selection
                      : hovered ? theme.colours.hover
                                : theme.colours.panel,
                      height / 2);
  list->AddRect(at, to, chosen ? theme.colours.accent : theme.colours.border, height / 2, 0,
                theme.px(chosen ? 1.5F : 1.0F));
  clipped_text(list, font, {at.x + sign + theme.px(10), std::floor(at.y + (height - font->FontSize) / 2)},
               width - sign - theme.px(18), chosen ? theme.colours.accent : theme.colours.text, label);
  return pressed;
}

bool has_type(const Note& note, const NoteType& type) {
  return std::ranges::find(note.types, type.id) != note.types.end();
}

// All types beside one another where they fit the row; else behind one chip that says which are chosen.
void type_parts(const BoardDrawing& drawing, PartRows& flow, const Block& block, const Note& note) {
  ImVec2 at;
  float together = 0;
  for (const NoteType& type : block.types) together += chip_width(drawing.theme, type.title, 0) + drawing.theme.px(6);
  if (together <= flow.room()) {
    for (const NoteType& type : block.types) {
      if (chip(drawing, flow, "note.type/" + type.id, type.title, has_type(note, type), 0, flow.room(), {}, at)) {
        drawing.session.toggle_type_of_selected(type.id);
      }
    }
    return;
  }
  std::string chosen;
  for (const NoteType& type : block.types) {
    if (has_type(note, type)) chosen += (chosen.empty() ? "" : ", ") + type.title;
  }
  const std::string title = drawing.app.catalog().text("note.types");
  const std::string label = chosen.empty() ? title : chosen;
  if (chip(drawing, flow, "note.types", label, !chosen.empty(), 0, flow.room(), title, at)) {
    ImGui::OpenPopup("note.types/menu");
  }
  std::vector<MenuRow> rows;
  for (const NoteType& type : block.types) {
    rows.push_back({"note.type/" + type.id, type.title, {}, 0, true, has_type(note, type)});
  }
  ImGui::SetNextWindowPos({at.x, at.y + drawing.theme.px(32)});
  const int pressed = popup_menu(drawing.app, "note.types/menu", rows, AfterChoice::stay_open);
  if (pressed >= 0) drawing.session.toggle_type_of_selected(block.types[static_cast<size_t>(pressed)].id);
}

void command_part(const BoardDrawing& drawing, PartRows& flow, const char* key, ButtonStyle style) {
  const Command& command = *find_command(key);
  flow.place(button_width(drawing.parts(), "", command.icon), drawing.theme.px(36), 0);
  if (button(drawing.parts(), key, "", command.icon, style, is_enabled(command, drawing.app))) {
    drawing.app.run_command(key);
  }
  if (!ImGui::IsItemHovered()) return;
  const Catalog& words = drawing.app.catalog();
  const std::string shortcut = command.shortcuts.empty() ? std::string() : shortcut_text(command, words);
  tooltip(drawing.app, words.text(key) + (shortcut.empty() ? "" : " — ") + shortcut);
}

void command_parts(const BoardDrawing& drawing, PartRows& flow, const Block* block, const Note& note) {
  for (const char* key : {"command.details", "command.park"}) command_part(drawing, flow, key, ButtonStyle::plain);
  if (block == nullptr || block->role != costs_role) return;
  command_part(drawing, flow, "command.drivers", note.drivers.empty() ? ButtonStyle::plain : ButtonStyle::selected);
}

void dim_parts(const BoardDrawing& drawing, PartRows& flow) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.app.catalog();
  ImFont* font = theme.fonts.small;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto sentence = [&](const std::string& text, float room) {
    const float width = width_of_line(font, text);
    const ImVec2 at = flow.place(std::min(width, room) + theme.px(6), theme.px(28), 4);
    clipped_text(list, font, {at.x, std::floor(at.y + (theme.px(28) - font->FontSize) / 2)}, room, theme.colours.muted,
                 text);
  };
  const float room = ImGui::GetContentRegionAvail().x;
  if (drawing.state.segments.empty()) {
    if (drawing.app.settings.hints_shown) sentence(words.text("tip.notes"), room);
    return;
  }
  sentence(words.text("dim.title"), room);
  const size_t shown = std::min(drawing.state.segments.size(), most_segments);
  const float share = flow.room() / static_cast<float>(shown) - theme.px(6);
  const float most_width = std::clamp(share, theme.px(52), theme.px(200));
  for (size_t i = 0; i < shown; ++i) {
    const Segment segment = drawing.state.segments[i];
    const bool chosen = drawing.session.view.dimmed_for == segment.id;
    const float sign = segment_sign_width(theme, segment, theme.px(20));
    ImVec2 at;
    const bool pressed =
        chip(drawing, flow, "dim/" + segment.id, segment.name, chosen, sign, most_width, segment.name, at);
    draw_segment_sign(list, theme, segment, {at.x + theme.px(4), at.y + theme.px(4)}, theme.px(20), true);
    if (pressed) drawing.session.view.dimmed_for = chosen ? std::string() : segment.id;
  }
}

}  // namespace

float note_bar_height(const BoardDrawing& drawing) { return drawing.theme.px(row_height + 10); }

void view_note_bar(const BoardDrawing& drawing, const Area& area) {
  const Theme& theme = drawing.theme;
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, theme.px(6));
  ImGui::BeginChild("note_bar", {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar(2);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width = area.width() - theme.px(8);
  PartRows flow(theme, width);
  const std::string cursor = drawing.session.cursor();
  const auto at = cursor.empty() ? std::nullopt : find_on_layout(drawing.state, cursor);
  if (at) {
    const Note& note = (*at->block->notes)[at->index];
    const Block* block = find_block(drawing.board, at->block->id);
    colour_parts(drawing, flow, note);
    flow.space();
    command_parts(drawing, flow, block, note);
    if (block != nullptr && block->role != segments_role && !drawing.state.segments.empty()) {
      flow.space();
      segment_parts(drawing, flow, note);
    }
    if (block != nullptr && !block->types.empty()) {
      flow.space();
      type_parts(drawing, flow, *block, note);
    }
  } else {
    dim_parts(drawing, flow);
  }
  ImGui::SetCursorScreenPos({origin.x, origin.y + flow.height() - theme.px(6)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace canvasbook
