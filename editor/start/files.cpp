// The start screen's files: unsaved work of earlier sessions, the newest file, and the others.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "editor/parts/document_picture.h"
#include "editor/session/moment_words.h"
#include "editor/session/recovery_offers.h"
#include "editor/start/parts.h"
#include "editor/start/state.h"
#include "editor/system/system_reason.h"

namespace canvasbook {

namespace {

constexpr size_t first_recent = 4;     // shown before all are asked for
constexpr float file_row_height = 54;  // logical pixels

std::string name_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

// The folder of a file, from the home folder on where it lies there.
std::string folder_of(const StartScreen& screen, const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  const std::string& home = screen.app.world().home;
  if (folder == home) return screen.words.text("browser.home");
  return home.size() > 1 && folder.starts_with(home + "/") ? folder.substr(home.size() + 1) : folder;
}

// A path that loses its first folders where it is too wide: the last ones tell files apart.
void draw_path(const StartScreen& screen, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string path) {
  while (width_of_line(font, path) > width) {
    const size_t slash = path.find('/', path.starts_with("…/") ? sizeof "…/" - 1 : 1);
    if (slash == std::string::npos) break;
    path = "…" + path.substr(slash);
  }
  clipped_text(screen.list, font, at, width, colour, path);
}

void ask_to_forget(App& app, const RecoveryOffer& recovered, const std::string& title) {
  app.ask_to_forget(
      title, !recovered.header.path.empty(), [&app, id = recovered.id] { app.open_recovered(id); },
      [&app, id = recovered.id] { app.forget_recovery(id); });
}

// The file's name tells workbooks of one company apart.
std::string title_of_record(const RecoveryOffer& recovered, const Catalog& words) {
  const std::string& title = recovered.header.title;
  const std::string file = std::filesystem::path(recovered.header.path).filename().string();
  if (file.empty()) return title.empty() ? words.text("window.unnamed") : title;
  return title.empty() ? file : file + " · " + title;
}

void unsaved_card(StartScreen& screen, const RecoveryOffer& recovered) {
  const Theme& theme = screen.theme;
  const Catalog& words = screen.words;
  const std::string title = title_of_record(recovered, words);
  const std::string take = words.text("recovery.take");
  const std::string discard = words.text("recovery.discard");
  const float pad = theme.px(18);
  const float take_width = button_width(screen.parts, take, 0);
  const float discard_width = button_width(screen.parts, discard, 0);
  const float buttons = take_width + theme.px(8) + discard_width;
  const bool beside = screen.is_wide();
  const float text_left = screen.left + pad + theme.px(54);
  const float text_room = screen.left + screen.width - pad - text_left - (beside ? buttons + theme.px(16) : 0);
  ImFont* bold = theme.fonts.bold;
  ImFont* small = theme.fonts.small;
  const float text_height = bold->FontSize + theme.px(4) + small->FontSize + theme.px(3) + small->FontSize;
  const float height = text_height + 2 * theme.px(16) + (beside ? 0 : theme.px(48));
  const Area card{{screen.left, screen.y}, {screen.left + screen.width, screen.y + height}};
  start_ground(screen, card);
  const CardColours& mark = theme.colours.of(Colour::orange);
  const ImVec2 sign{screen.left + pad, screen.y + theme.px(16) + std::floor((text_height - theme.px(40)) / 2)};
  screen.list->AddRectFilled(sign, {sign.x + theme.px(40), sign.y + theme.px(40)}, mark.fill, theme.px(10));
  draw_icon(screen.list, theme.fonts.text, theme.fonts.text->FontSize, {sign.x + theme.px(20), sign.y + theme.px(20)},
            theme.colours.warning, icons::warning);
  float y = screen.y + theme.px(16);
  clipped_text(screen.list, bold, {text_left, y}, text_room, theme.colours.text, title);
  y += bold->FontSize + theme.px(4);
  std::string facts = words.text("start.record", {{"when", moment_words(words, recovered.time, screen.now)}});
  if (recovered.summary) facts += " · " + summary_words(words, *recovered.summary);
  clipped_text(screen.list, small, {text_left, y}, text_room, theme.colours.text, facts);
  y += small->FontSize + theme.px(3);
  if (recovered.header.path.empty()) {
    clipped_text(screen.list, small, {text_left, y}, text_room, theme.colours.muted, words.text("window.never_saved"));
  } else {
    const std::string path = folder_of(screen, recovered.header.path) + "/" +
                             std::filesystem::path(recovered.header.path).filename().string();
    draw_path(screen, small, {text_left, y}, text_room, theme.colours.muted, path);
  }
  const float button_y = beside ? std::floor(screen.y + (height - theme.px(36)) / 2) : card.to.y - theme.px(48);
  const float x = beside ? card.to.x - pad - buttons : text_left;
  const std::string key = "start/recovery/" + recovered.id;
  App& app = screen.app;
  if (start_button(screen, key + "/forget", discard, 0, ButtonStyle::plain, {x, button_y})) {
    screen.chosen = [&app, recovered, title] { ask_to_forget(app, recovered, title); };
  }
  if (start_button(screen, key, take, 0, ButtonStyle::primary, {x + discard_width + theme.px(8), button_y})) {
    screen.chosen = [&app, id = recovered.id] { app.open_recovered(id); };
  }
  screen.y = card.to.y + theme.px(12);
}

// The file that was open last, with a picture of its first document.
void continue_card(StartScreen& screen, const WorkbookGlimpse& newest, const Area& card) {
  const Theme& theme = screen.theme;
  const Catalog& words = screen.words;
  App& app = screen.app;
  const bool is_first = app.recoveries().empty();  // unsaved work is to be decided on before
  const bool has_enter = is_first && !app.has_dialog() && !app.state<StartState>().focus.is_shown();
  const bool pressed = start_card(screen, "start/continue", card);
  if (pressed || (has_enter && app.input.take(Key::enter, plain))) {
    screen.chosen = [&app, file = newest.path] { app.open_file(file); };
  }
  const float picture_width = std::floor(std::min(card.width() * 0.46F, theme.px(340)));
  const Area picture{{card.from.x + 1, card.from.y + 1}, {card.from.x + picture_width, card.to.y - 1}};
  screen.list->AddRectFilled(picture.from, picture.to, theme.colours.hover, theme.px(11), ImDrawFlags_RoundCornersLeft);
  const float inset = theme.px(18);
  draw_document_picture(screen.list, theme, newest.sections, newest.segments, false,
                        {picture.from.x + inset, picture.from.y + inset}, {picture.to.x - inset, picture.to.y - inset});
  const float x = picture.to.x + theme.px(20);
  const float room = card.to.x - theme.px(18) - x;
  float y = card.from.y + theme.px(18);
  const std::string title = newest.title.empty() ? name_of(newest.path) : newest.title;
  y += start_text(screen, theme.fonts.title, {x, y}, room, theme.colours.text, title, 2) + theme.px(8);
  ImFont* small = theme.fonts.small;
  const float step = small->FontSize + theme.px(5);
  clipped_text(screen.list, small, {x, y}, room, theme.colours.text,
               std::filesystem::path(newest.path).filename().string());
  y += step;
  draw_path(screen, small, {x, y}, room, theme.colours.muted, folder_of(screen, newest.path));
  y += step;
  if (const RecentFile* file = app.recent_files.find(newest.path)) {
    clipped_text(screen.list, small, {x, y}, room, theme.colours.muted,
                 words.text("start.changed", {{"when", moment_words(words, file->changed, screen.now)}}));
    y += step;
  }
  if (newest.documents > 0) {
    clipped_text(screen.list, small, {x, y}, room, theme.colours.muted,
                 holding_words(words, newest.documents, newest.notes));
  }
  const std::string go_on = words.text("start.go_on");
  const float foot = card.to.y - theme.px(18) - theme.fonts.bold->FontSize;
  clipped_text(screen.list, theme.fonts.bold, {x, foot}, room, theme.colours.accent, go_on);
  if (!is_first) return;
  const float behind = width_of_line(theme.fonts.bold, go_on) + theme.px(12);
  clipped_text(screen.list, small, {x + behind, foot + theme.fonts.bold->FontSize - small->FontSize}, room - behind,
               theme.colours.muted, shortcut_text(Shortcut{Key::enter, plain}, words));
}

void recent_row(StartScreen& screen, const std::string& path, size_t index, const Area& row) {
  const Theme& theme = screen.theme;
  const Catalog& words = screen.words;
  App& app = screen.app;
  const std::string key = "start/recent/" + std::to_string(index);
  const RecentFile* known = app.recent_files.find(path);
  const int problem = known == nullptr ? 0 : known->problem;
  const float remove_size = theme.px(32);
  const Area open{row.from, {row.to.x - remove_size - theme.px(10), row.to.y}};
  const float inset = theme.px(6);
  if (ImGui::IsMouseHoveringRect(open.from, open.to) && !app.has_dialog() && ImGui::IsWindowHovered()) {
    screen.list->AddRectFilled({row.from.x + inset, row.from.y + inset}, {row.to.x - inset, row.to.y - inset},
                               theme.colours.hover, theme.px(8));
  }
  if (start_area(screen, key, {{open.from.x + inset, open.from.y + inset}, {open.to.x, open.to.y - inset}})) {
    screen.chosen = [&app, path, problem] {
      if (problem == 0) return app.open_file(path);
      app.show_error({ErrorCode::cannot_open, path, 0, 0, {}, std::to_string(problem)});
    };
  }
  draw_icon(screen.list, theme.fonts.text, theme.fonts.text->FontSize,
            {row.from.x + theme.px(30), (row.from.y + row.to.y) / 2},
            problem == 0 ? theme.colours.accent : theme.colours.faint, problem == 0 ? icons::document : icons::warning);
  ImFont* small = theme.fonts.small;
  const std::string when =
      known == nullptr || problem != 0 ? std::string() : moment_words(words, known->changed, screen.now);
  const float when_width = when.empty() ? 0 : width_of_line(small, when);
  const float x = row.from.x + theme.px(54);
  const float right = open.to.x - theme.px(8);
  const float top =
      std::floor(row.from.y + (row.to.y - row.from.y - theme.fonts.text->FontSize - theme.px(3) - small->FontSize) / 2);
  clipped_text(screen.list, theme.fonts.text, {x, top}, right - x - when_width - theme.px(16),
               problem == 0 ? theme.colours.text : theme.colours.muted, name_of(path));
  const ImVec2 below{x, top + theme.fonts.text->FontSize + theme.px(3)};
  if (problem == 0) {
    draw_path(screen, small, below, right - x - when_width - theme.px(16), theme.colours.muted,
              folder_of(screen, path));
  } else {
    clipped_text(screen.list, small, below, right - x, theme.colours.muted,
                 words.text("start.gone", {{"reason", system_reason(words, problem)}}));
  }
  clipped_text(screen.list, small, {right - when_width, std::floor((row.from.y + row.to.y - small->FontSize) / 2)},
               when_width + 1, theme.colours.muted, when);
  const ImVec2 remove_at{open.to.x, std::floor((row.from.y + row.to.y - remove_size) / 2)};
  const Area remove{remove_at, {remove_at.x + remove_size, remove_at.y + remove_size}};
  const bool remove_by_key = app.state<StartState>().focus.is_on(key) && app.input.take(Key::delete_, {});
  const bool remove_pressed = start_area(screen, key + "/remove", remove);
  const bool remove_hovered = ImGui::IsItemHovered();
  name_by_tooltip(app, "start.remove_recent");
  if (remove_hovered) screen.list->AddRectFilled(remove.from, remove.to, theme.colours.selection, theme.px(8));
  draw_icon(screen.list, small, small->FontSize, {(remove.from.x + remove.to.x) / 2, (remove.from.y + remove.to.y) / 2},
            remove_hovered ? theme.colours.text : theme.colours.faint, icons::close);
  if (remove_pressed || remove_by_key) {
    screen.chosen = [&app, path] {
      app.change_settings([path](Settings& changed) { changed = remove_recent(std::move(changed), path); });
    };
  }
}

// The height of a list before all is asked for.
float recent_height(const StartScreen& screen, size_t files) {
  const float rows = screen.theme.px(file_row_height) * static_cast<float>(std::min(files, first_recent));
  return rows + (files > first_recent ? screen.theme.px(44) : 0);
}

// The other recent files in a card; returns its height.
float recent_list(StartScreen& screen, const std::vector<std::string>& files, ImVec2 at, float width) {
  const Theme& theme = screen.theme;
  const bool more = files.size() > first_recent;
  const size_t shown = screen.app.state<StartState>().all_recent ? files.size() : std::min(files.size(), first_recent);
  const float step = theme.px(file_row_height);
  const float rows = step * static_cast<float>(shown);
  const float height = rows + (more ? theme.px(44) : 0);
  start_ground(screen, {at, {at.x + width, at.y + height}});
  for (size_t i = 0; i < shown; ++i) {
    const float y = at.y + step * static_cast<float>(i);
    if (i > 0) {
      screen.list->AddLine({at.x + theme.px(54), y}, {at.x + width - theme.px(14), y}, theme.colours.border);
    }
    recent_row(screen, files[i], i, {{at.x, y}, {at.x + width, y + step}});
  }
  if (more) {
    const bool all = screen.app.state<StartState>().all_recent;
    const std::string label = all ? screen.words.text("start.fewer_recent")
                                  : screen.words.text("start.all_recent", {{"count", std::to_string(files.size())}});
    screen.list->AddLine({at.x + theme.px(14), at.y + rows}, {at.x + width - theme.px(14), at.y + rows},
                         theme.colours.border);
    if (start_button(screen, "start/recent/all", label, 0, ButtonStyle::plain,
                     {at.x + theme.px(42), at.y + rows + theme.px(4)})) {
      screen.app.state<StartState>().all_recent = !all;
    }
  }
  return height;
}

}  // namespace

void start_unsaved(StartScreen& screen) {
  const std::vector<RecoveryOffer>& found = screen.app.recoveries();
  if (found.empty()) return;
  screen.app.state<StartState>().focus.prefer("start/recovery/" + found.front().id);
  start_heading(screen, screen.words.text("start.unsaved"), screen.words.text("start.unsaved_hint"));
  for (const RecoveryOffer& recovered : found) unsaved_card(screen, recovered);
  screen.y += screen.theme.px(24);
}

void start_files(StartScreen& screen) {
  const Theme& theme = screen.theme;
  App& app = screen.app;
  std::vector<std::string> others = app.settings.recent_files;
  const WorkbookGlimpse* newest = app.recent_files.newest();
  // it may have been taken off the list a moment ago
  if (newest != nullptr && std::erase(others, newest->path) == 0) newest = nullptr;
  if (newest == nullptr && others.empty()) return;
  if (newest != nullptr && app.recoveries().empty()) app.state<StartState>().focus.prefer("start/continue");
  const bool beside = newest != nullptr && !others.empty() && screen.is_wide();
  const float gap = theme.px(24);
  const float card_width = beside ? std::floor((screen.width - gap) * 0.5F) : screen.width;
  const float top = screen.y;
  float bottom = top;
  if (newest != nullptr) {
    start_heading(screen, screen.words.text("start.continue"));
    const float least = theme.px(4 * file_row_height);
    const float height = beside ? std::max(least, recent_height(screen, others.size())) : least;
    continue_card(screen, *newest, {{screen.left, screen.y}, {screen.left + card_width, screen.y + height}});
    bottom = screen.y + height;
  }
  if (!others.empty()) {
    const float left = screen.left;
    if (beside) {
      screen.left += card_width + gap;
      screen.y = top;
    } else if (newest != nullptr) {
      screen.y = bottom + theme.px(24);
    }
    start_heading(screen, screen.words.text("start.recent"));
    const float height = recent_list(screen, others, {screen.left, screen.y}, beside ? card_width : screen.width);
    bottom = std::max(bottom, screen.y + height);
    screen.left = left;
  }
  screen.y = bottom + theme.px(36);
}

}  // namespace canvasbook
