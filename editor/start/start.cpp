// The start screen: what to go on with, and the templates to begin from.
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "editor/start/parts.h"
#include "editor/start/state.h"

namespace canvasbook {

namespace {

constexpr float widest_content = 1200;             // logical pixels
constexpr std::chrono::milliseconds patience{50};  // a disk at hand answers sooner, so that nothing pops up later

void enter_screen(App& app) {
  app.state<StartState>().all_recent = false;
  app.reload_own_templates();
  app.recent_files.look(app.settings.recent_files);
  app.recent_files.wait(patience);
}

// The sign of the program: a canvas of four blocks.
void draw_logo(const StartScreen& screen, ImVec2 at, float size) {
  const Theme& theme = screen.theme;
  screen.list->AddRectFilled(at, {at.x + size, at.y + size}, theme.colours.accent, theme.px(13));
  struct Block {
    float x, y, width, height;  // by the square inside the margin
  };
  constexpr Block blocks[] = {
      {0, 0, 0.44F, 0.56F}, {0, 0.68F, 0.44F, 0.32F}, {0.56F, 0, 0.44F, 0.32F}, {0.56F, 0.44F, 0.44F, 0.56F}};
  const float margin = std::floor(size * 0.24F);
  const float inner = size - 2 * margin;
  for (const Block& block : blocks) {
    const ImVec2 from{std::floor(at.x + margin + inner * block.x), std::floor(at.y + margin + inner * block.y)};
    const ImVec2 to{std::floor(from.x + inner * block.width), std::floor(from.y + inner * block.height)};
    screen.list->AddRectFilled(from, to, theme.colours.accent_text, theme.px(3));
  }
}

// What the program has to say, such as settings that could not be read; returns its height.
float draw_message(const App& app, const Area& area) {
  const std::string message = app.message();
  if (message.empty()) return 0;
  const Theme& theme = app.theme;
  const float width = std::min(area.width() - theme.px(48), theme.px(widest_content));
  const float height = wrapped_height(theme.fonts.small, width, message) + theme.px(20);
  const Area strip{{area.from.x, area.to.y - height}, area.to};
  fill_panel(app, strip);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(strip.from, {strip.to.x, strip.from.y}, theme.colours.border);
  wrapped_text(list, theme.fonts.small,
               {std::floor(area.from.x + (area.width() - width) / 2), strip.from.y + theme.px(10)}, width,
               theme.colours.text, message);
  return height;
}

// Draws everything and returns what was chosen.
std::function<void()> draw_screen(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const float margin = theme.px(48);
  const float width = std::floor(std::min(area.width() - 2 * margin, theme.px(widest_content)));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  // more air above on a tall window, so that the content does not hang at its top
  const float top = std::clamp(area.height() * 0.05F, theme.px(28), theme.px(88));
  StartScreen screen{app,
                     theme,
                     app.catalog(),
                     {theme, app.parts},
                     ImGui::GetWindowDrawList(),
                     std::floor(origin.x + (area.width() - width) / 2),
                     width,
                     origin.y + top,
                     app.world().clock ? app.world().clock() : std::string(),
                     {}};
  start_header(screen);
  start_unsaved(screen);
  start_files(screen);
  start_wishes(screen);
  start_gallery(screen);
  ImGui::SetCursorScreenPos({origin.x, screen.y + theme.px(32)});
  ImGui::Dummy({1, 1});
  return std::move(screen.chosen);
}

// Calls visit(line, is_last) for the lines of a text until it returns false.
template <class Visit>
void visit_lines(ImFont* font, float width, std::string_view text, Visit visit) {
  const char* end = text.data() + text.size();
  for (const char* line = text.data(); line < end;) {
    const char* line_end = std::find(line, end, '\n');
    const char* next = std::min(line_end, std::max(font->CalcWordWrapPositionA(1, line, line_end, width), line + 1));
    const char* after = next;
    while (after < end && (*after == ' ' || *after == '\n')) ++after;
    if (!visit(std::string_view(line, next), after == end)) return;
    line = after;
  }
}

void scroll_by_keys(App& app, const Area& area) {
  const float page = area.height() * 0.85F;
  if (app.input.take(Key::page_down, {}))
    ImGui::SetScrollY(std::min(ImGui::GetScrollY() + page, ImGui::GetScrollMaxY()));
  if (app.input.take(Key::page_up, {})) ImGui::SetScrollY(std::max(ImGui::GetScrollY() - page, 0.0F));
}

// Scrolls to what the keyboard came to; from the first and the last parts all the way, since what stands above and
// below them cannot be focused.
void show_focused(const Theme& theme, const KeyFocus::Place& place) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float edge = theme.px(120);
  const float air = theme.px(24);
  if (place.from.y - window->DC.CursorStartPos.y < edge) {
    ImGui::SetScrollY(0);
  } else if (window->DC.CursorMaxPos.y - place.to.y < edge) {
    ImGui::SetScrollY(window->ScrollMax.y);
  } else {
    ImGui::ScrollToBringRectIntoView(window, {{place.from.x, place.from.y - air}, {place.to.x, place.to.y + air}});
  }
}

}  // namespace

float start_line_height(ImFont* font) { return std::floor(font->FontSize * 1.28F); }

float start_text_height(ImFont* font, float width, std::string_view text, int most_lines) {
  int lines = 0;
  visit_lines(font, width, text, [&](std::string_view, bool) { return ++lines < most_lines; });
  return start_line_height(font) * static_cast<float>(lines);
}

float start_text(const StartScreen& screen, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text,
                 int most_lines) {
  int lines = 0;
  visit_lines(font, width, text, [&](std::string_view line, bool is_last) {
    ++lines;
    const bool cut = lines == most_lines && !is_last;
    // the rest of a text that is cut stands behind its last line, so that the line is filled up to the "…"
    const std::string_view shown = cut ? text.substr(static_cast<size_t>(line.data() - text.data())) : line;
    clipped_text(screen.list, font, at, width, colour, shown);
    at.y += start_line_height(font);
    return lines < most_lines;
  });
  return start_line_height(font) * static_cast<float>(lines);
}

bool start_area(StartScreen& screen, const std::string& key, const Area& area) {
  ImGui::SetCursorScreenPos(area.from);
  const bool clicked = invisible_button(key.c_str(), {area.width(), area.height()});
  screen.parts.parts.add_last(key);
  KeyFocus& focus = screen.app.state<StartState>().focus;
  const bool pressed = focus.part(key, area.from, area.to);
  if (focus.is_on(key)) {
    const float out = screen.theme.px(3);
    screen.list->AddRect({area.from.x - out, area.from.y - out}, {area.to.x + out, area.to.y + out},
                         screen.theme.colours.accent, screen.theme.px(12), 0, screen.theme.px(2));
  }
  return clicked || pressed;
}

void start_ground(const StartScreen& screen, const Area& area, bool lifted) {
  const Theme& theme = screen.theme;
  const float strength = (theme.name == ThemeName::dark ? 0.4F : 0.07F) * (lifted ? 2.0F : 1.0F);
  const float down = theme.px(lifted ? 4 : 2);
  draw_shadow(screen.list, theme, {area.from.x, area.from.y + down}, {area.to.x, area.to.y + down},
              theme.px(lifted ? 18 : 12), strength);
  screen.list->AddRectFilled(area.from, area.to, theme.colours.panel, theme.px(12));
  screen.list->AddRect(area.from, area.to, lifted ? theme.colours.accent : theme.colours.border, theme.px(12));
}

bool start_card(StartScreen& screen, const std::string& key, const Area& area) {
  const bool pressed = start_area(screen, key, area);
  start_ground(screen, area, ImGui::IsItemHovered());
  return pressed;
}

bool start_button(StartScreen& screen, const std::string& key, std::string_view label, char32_t icon, ButtonStyle style,
                  ImVec2 at) {
  ImGui::SetCursorScreenPos(at);
  const bool clicked = button(screen.parts, key, label, icon, style);
  const Area area{ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
  KeyFocus& focus = screen.app.state<StartState>().focus;
  const bool pressed = focus.part(key, area.from, area.to);
  if (focus.is_on(key)) {
    const float out = screen.theme.px(3);
    screen.list->AddRect({area.from.x - out, area.from.y - out}, {area.to.x + out, area.to.y + out},
                         screen.theme.colours.accent, screen.theme.px(10), 0, screen.theme.px(2));
  }
  return clicked || pressed;
}

void start_heading(StartScreen& screen, std::string_view text, std::string_view hint) {
  const Theme& theme = screen.theme;
  screen.list->AddText(theme.fonts.title, theme.fonts.title->FontSize, {screen.left, screen.y}, theme.colours.text,
                       text.data(), text.data() + text.size());
  screen.y += theme.fonts.title->FontSize + theme.px(4);
  if (!hint.empty()) {
    screen.y += start_text(screen, theme.fonts.small, {screen.left, screen.y}, screen.width * 0.65F,
                           theme.colours.muted, hint, 3);
  }
  screen.y += theme.px(12);
}

void start_header(StartScreen& screen) {
  const Theme& theme = screen.theme;
  const Catalog& words = screen.words;
  struct Entry {
    const char* key;
    std::string label;
    ButtonStyle style;
  };
  Entry entries[] = {{"command.open", words.text("command.open"), ButtonStyle::primary},
                     {"command.example", words.text("command.example"), ButtonStyle::plain},
                     {"command.first_steps", words.text("command.first_steps"), ButtonStyle::plain},
                     {"command.theme", {}, ButtonStyle::plain},
                     {"command.language", words.text("start.other_language"), ButtonStyle::plain}};
  const float logo = theme.px(56);
  const float gap = theme.px(8);
  const float height = theme.px(36);
  const auto width_of_buttons = [&] {
    float width = 0;
    for (const Entry& entry : entries)
      width += gap + button_width(screen.parts, entry.label, find_command(entry.key)->icon);
    return width;
  };
  const float text_left = screen.left + logo + theme.px(18);
  const auto fit_beside = [&](float buttons) {
    return screen.width - buttons - (text_left - screen.left) >= theme.px(380);
  };
  if (!fit_beside(width_of_buttons())) entries[2].label.clear();  // its sign alone, as the first steps have a menu too
  const float buttons = width_of_buttons();
  const bool beside = fit_beside(buttons);
  const float text_room = screen.left + screen.width - text_left - (beside ? buttons + theme.px(16) : 0);
  draw_logo(screen, {screen.left, screen.y}, logo);
  ImFont* large = theme.fonts.heading_1;
  const std::string about = words.text("start.about");
  const float about_height = wrapped_height(theme.fonts.text, text_room, about);
  const float both = large->FontSize + theme.px(2) + about_height;
  const float text_top = std::floor(screen.y + std::max(0.0F, (logo - both) / 2));
  screen.list->AddText(large, large->FontSize, {text_left, text_top}, theme.colours.text, "Canvasbook");
  wrapped_text(screen.list, theme.fonts.text, {text_left, text_top + large->FontSize + theme.px(2)}, text_room,
               theme.colours.muted, about);
  const float text_bottom = std::max(screen.y + logo, text_top + both);
  const float buttons_y = beside ? std::floor(screen.y + (logo - height) / 2) : text_bottom + theme.px(14);
  float x = beside ? screen.left + screen.width - buttons + gap : screen.left;
  // what a newcomer needs stands at the outer end of the row
  if (beside) std::ranges::reverse(entries);
  for (const Entry& entry : entries) {
    const Command& command = *find_command(entry.key);
    if (start_button(screen, entry.key, entry.label, command.icon, entry.style, {x, buttons_y})) {
      screen.chosen = [&app = screen.app, key = entry.key] { app.run_command(key); };
    }
    if (entry.label.empty()) name_by_tooltip(screen.app, entry.key);
    x += button_width(screen.parts, entry.label, command.icon) + gap;
  }
  screen.y = (beside ? text_bottom : buttons_y + height) + theme.px(32);
}

void view_start(App& app, const Area& area) {
  StartState& start = app.state<StartState>();
  const int frame = ImGui::GetFrameCount();
  const bool entered = start.last_frame + 1 != frame;
  start.last_frame = frame;
  if (entered) enter_screen(app);
  const bool has_keys = !app.has_dialog();
  start.focus.begin(app.input, has_keys);
  const float message = draw_message(app, area);
  const Area room{area.from, {area.to.x, area.to.y - message}};
  ImGui::SetCursorScreenPos(room.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  // the keyboard is led by KeyFocus
  ImGui::BeginChild("start", {room.width(), room.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoNavFocus);
  ImGui::PopStyleVar();
  if (entered && has_keys) ImGui::SetWindowFocus();
  const std::function<void()> chosen = draw_screen(app, room);
  if (const auto target = start.focus.end()) show_focused(app.theme, *target);
  if (has_keys) scroll_by_keys(app, room);
  ImGui::EndChild();
  if (chosen) chosen();
}

}  // namespace canvasbook
