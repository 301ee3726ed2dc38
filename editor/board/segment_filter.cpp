// The row above the board by which it is looked at for one segment: notes that do not serve it are dimmed.
#include <algorithm>
#include <cmath>

#include "editor/board/note.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr float chip_height = 28;  // logical pixels, as the others
constexpr float filter_height = 44;
constexpr float chip_gap = 6;
constexpr float least_chip = 34;  // a sign without its name

// Puts what follows one another on the row; draws in its middle.
class FilterRow {
 public:
  FilterRow(const BoardDrawing& drawing, const Area& area)
      : drawing_(drawing),
        theme_(drawing.theme),
        x_(area.from.x + theme_.px(14)),
        right_(area.to.x - theme_.px(14)),
        middle_(std::floor((area.from.y + area.to.y) / 2)) {}

  float room() const { return right_ - x_; }

  void sentence(const std::string& text, ImU32 colour) {
    ImFont* font = theme_.fonts.small;
    const float width = std::min(width_of_line(font, text), room());
    clipped_text(ImGui::GetWindowDrawList(), font, {x_, std::floor(middle_ - font->FontSize / 2)}, width, colour, text);
    x_ += width + theme_.px(10);
  }

  // The sign of a segment and its name, where it has one and there is room for it; returns whether it was pressed.
  bool chip(const Segment& segment, bool chosen, bool waits, float most_width) {
    ImFont* font = theme_.fonts.small;
    const float sign_size = theme_.px(20);
    const float sign = segment_sign_width(theme_, segment, sign_size);
    const float width = std::min(width_of_line(font, segment.name) + sign + theme_.px(20), most_width);
    const ImVec2 at{x_, middle_ - theme_.px(chip_height / 2)};
    const ImVec2 to{at.x + width, at.y + theme_.px(chip_height)};
    ImGui::SetCursorScreenPos(at);
    const std::string key = "dim/" + segment.id;
    const bool pressed = invisible_button(key.c_str(), {to.x - at.x, to.y - at.y});
    drawing_.app.parts.add_last(key);
    const bool hovered = ImGui::IsItemHovered();
    const float room_of_name = width - sign - theme_.px(18);
    if (hovered && width_of_line(font, segment.name) > room_of_name) tooltip(drawing_.app, segment.name);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colours& colours = theme_.colours;
    list->AddRectFilled(at, to,
                        chosen    ? colours.selection
                        : hovered ? colours.hover
                                  : colours.panel,
                        theme_.px(chip_height / 2));
    list->AddRect(at, to, chosen || waits ? colours.accent : colours.border, theme_.px(chip_height / 2), 0,
                  theme_.px(waits    ? 2.0F
                            : chosen ? 1.5F
                                     : 1.0F));
    draw_segment_sign(list, theme_, segment, {at.x + theme_.px(4), at.y + theme_.px(4)}, sign_size, true);
    clipped_text(list, font, {at.x + sign + theme_.px(10), std::floor(middle_ - font->FontSize / 2)}, room_of_name,
                 chosen ? colours.accent : colours.text, segment.name);
    x_ = to.x + theme_.px(chip_gap);
    return pressed;
  }

  // What has no room of its own is chosen from a menu; returns whether that is to open.
  bool more() {
    ImGui::SetCursorScreenPos({x_, middle_ - theme_.px(18)});
    x_ += button_width(drawing_.parts(), "…", 0) + theme_.px(chip_gap);
    return button(drawing_.parts(), "dim/more", "…", 0, ButtonStyle::plain);
  }

  bool leave(const std::string& label) {
    ImGui::SetCursorScreenPos({x_, middle_ - theme_.px(18)});
    return button(drawing_.parts(), "dim.leave", label, icons::close, ButtonStyle::plain);
  }

 private:
  const BoardDrawing& drawing_;
  const Theme& theme_;
  float x_;
  float right_;
  float middle_;
};

// Returns the id of the segment that is chosen in this frame; empty for none.
std::string chosen_from_menu(const BoardDrawing& drawing) {
  const std::vector<Segment>& segments = drawing.state.segments;
  std::vector<MenuRow> rows;
  for (const Segment& segment : segments) {
    MenuRow choice{"dim.segment/" + segment.id, segment.mark + "  " + segment.name};
    choice.checked = drawing.session.view().dimmed_for == segment.id;
    rows.push_back(std::move(choice));
  }
  const int chosen = popup_menu(drawing.app, "dim/more/menu", rows);
  return chosen < 0 ? std::string() : segments[static_cast<size_t>(chosen)].id;
}

}  // namespace

float segment_filter_height(const BoardDrawing& drawing) {
  const bool says_something = !drawing.state.segments.empty() || drawing.app.settings.hints_shown;
  return drawing.theme.px(says_something ? filter_height : 6);
}

void view_segment_filter(const BoardDrawing& drawing, const Area& area) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.app.catalog();
  const std::string shown_for = drawing.session.view().dimmed_for;
  FilterRow row(drawing, area);
  if (drawing.state.segments.empty()) {
    if (drawing.app.settings.hints_shown) row.sentence(words.text("tip.notes"), theme.colours.muted);
    return;
  }
  const bool filters = !shown_for.empty();
  row.sentence(words.text("dim.title"), filters ? theme.colours.accent : theme.colours.muted);
  const std::string leave = words.text("dim.leave");
  const std::vector<Segment>& segments = drawing.state.segments;
  const float room = row.room() - (filters ? button_width(drawing.parts(), leave, icons::close) : 0);
  const float least = theme.px(least_chip + chip_gap);
  const bool all_fit = least * static_cast<float>(segments.size()) <= room;
  const float room_of_chips = room - (all_fit ? 0 : button_width(drawing.parts(), "…", 0) + theme.px(chip_gap));
  const size_t count = all_fit ? segments.size() : static_cast<size_t>(std::max(0.0F, room_of_chips / least));
  const float share = count == 0 ? 0 : room_of_chips / static_cast<float>(count) - theme.px(chip_gap);
  const float most = std::clamp(share, theme.px(least_chip), theme.px(200));
  std::string pressed;
  for (size_t i = 0; i < count; ++i) {
    const Segment& segment = segments[i];
    const bool waits = drawing.state.drop_segment == segment.id;
    if (row.chip(segment, shown_for == segment.id, waits, most)) pressed = segment.id;
  }
  if (!all_fit) {
    if (row.more()) open_menu_of_button(drawing.app, "dim/more/menu");
    const bool is_open = ImGui::IsPopupOpen("dim/more/menu");
    if (const std::string chosen = is_open ? chosen_from_menu(drawing) : ""; !chosen.empty()) pressed = chosen;
  }
  const bool leaves = filters && row.leave(leave);
  if (leaves || (!pressed.empty() && pressed == shown_for)) {
    drawing.session.dim_for({});
  } else if (!pressed.empty()) {
    drawing.session.dim_for(pressed);
  }
}

}  // namespace canvasbook
