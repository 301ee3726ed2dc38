// The parts of the start screen, one file each. Internal to editor/start.
#pragma once

#include <functional>

#include "editor/frame/views.h"

namespace canvasbook {

// One frame of the start screen, drawn from the top down.
struct StartScreen {
  App& app;
  const Theme& theme;
  const Catalog& words;
  PartContext parts;
  ImDrawList* list;
  float left;   // pixels of the window; of the content
  float width;  // pixels
  float y;      // where the next part begins
  std::string now;
  std::function<void()> chosen;  // done after the frame, since it may take away what is drawn

  // Two columns have room beside each other.
  bool is_wide() const { return width >= theme.px(820); }
};

void start_header(StartScreen& screen);
void start_unsaved(StartScreen& screen);  // work of earlier sessions that was never saved
void start_files(StartScreen& screen);    // the newest file as a card, the others as a list
void start_wishes(StartScreen& screen);   // what one may want to do, each leading to its template
void start_gallery(StartScreen& screen);  // the templates

// The part that a newcomer's keyboard begins at.
inline constexpr std::string_view first_wish = "start/wish/business_model_canvas";

// A rectangle that answers to the mouse and to the keyboard; true when pressed.
bool start_area(StartScreen& screen, const std::string& key, const Area& area);

// The same, drawn as a white card.
bool start_card(StartScreen& screen, const std::string& key, const Area& area);

// A button that the keyboard reaches too.
bool start_button(StartScreen& screen, const std::string& key, std::string_view label, char32_t icon, ButtonStyle style,
                  ImVec2 at);

// The ground of a card.
void start_ground(const StartScreen& screen, const Area& area, bool lifted = false);

// A heading and what stands under it; moves on to what follows.
void start_heading(StartScreen& screen, std::string_view text, std::string_view hint = {});

// A text of some lines at most, the last cut with "…"; returns its height.
float start_text(const StartScreen& screen, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text,
                 int most_lines);

// The height of such a text.
float start_text_height(ImFont* font, float width, std::string_view text, int most_lines);

// From one line of such a text to the next.
float start_line_height(ImFont* font);

}  // namespace canvasbook
