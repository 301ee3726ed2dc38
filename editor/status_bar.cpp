// The line at the foot of the window: what is known of the workbook, what to press, the language.
#include <algorithm>
#include <cmath>
#include <optional>

#include "editor/board/state.h"
#include "editor/find/finding.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/frame/workplace.h"
#include "export/on_paper/find_overfull.h"

namespace canvasbook {

namespace {

// One thing that the line tells.
struct StatusItem {
  const char* key = "";  // of the part
  char32_t icon = 0;
  ImU32 icon_colour = 0;
  std::string text;
  ImU32 text_colour = 0;
  const char* name = "";  // catalog key of its tooltip, where it is an icon alone
};

float item_width(const Theme& theme, const StatusItem& item) {
  const float icon = item.icon == 0 ? 0 : theme.px(18);
  const float gap = item.icon == 0 || item.text.empty() ? 0 : theme.px(6);
  return icon + gap + width_of_line(theme.fonts.small, item.text) + theme.px(16);
}

// Draws an item; true when it was pressed.
bool view_item(App& app, const StatusItem& item, float x, const Area& area) {
  const Theme& theme = app.theme;
  const float height = theme.px(26);
  const ImVec2 from{x, std::floor((area.from.y + area.to.y - height) / 2)};
  const ImVec2 to{x + item_width(theme, item), from.y + height};
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button(item.key, {to.x - from.x, height});
  app.parts.add(item.key, from, to, to.x <= area.to.x);
  if (item.text.empty()) name_by_tooltip(app, item.name);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) list->AddRectFilled(from, to, theme.colours.hover, theme.px(6));
  float text_x = x + theme.px(8);
  const float middle = (from.y + to.y) / 2;
  if (item.icon != 0) {
    draw_icon(list, theme.fonts.text, theme.px(18), {text_x + theme.px(9), middle}, item.icon_colour, item.icon);
    text_x += theme.px(24);
  }
  ImFont* font = theme.fonts.small;
  list->AddText(font, font->FontSize, {text_x, std::floor(middle - font->FontSize / 2)}, item.text_colour,
                item.text.c_str());
  return pressed;
}

StatusItem saved_item(const App& app) {
  const Colours& colours = app.theme.colours;
  if (app.is_file_gone()) return {"status/saved", icons::warning, colours.warning, {}, 0, "window.gone"};
  if (app.session()->is_saved() && app.session()->file().empty())
    return {"status/saved", icons::unsaved, colours.muted, {}, 0, "window.never_saved"};
  if (app.session()->is_saved()) return {"status/saved", icons::done, colours.good, {}, 0, "window.saved"};
  return {"status/saved", icons::unsaved, colours.warning, {}, 0, "window.unsaved"};
}

// What does not keep the work safe, as long as it does not.
std::optional<StatusItem> safety_item(const App& app) {
  const Colours& colours = app.theme.colours;
  const Session& session = *app.session();
  const char* text = session.journal_trouble() ? "safety.journal" : session.lock_trouble() ? "safety.lock" : nullptr;
  if (text == nullptr) return std::nullopt;
  return StatusItem{"status/safety",          icons::warning,  colours.warning,
                    app.catalog().text(text), colours.warning, "safety.explain"};
}

StatusItem pages_item(App& app) {
  Session& session = *app.session();
  const Colours& colours = app.theme.colours;
  const Catalog& words = app.catalog();
  const size_t pages = session.pages().pages.size();
  const auto budget = static_cast<size_t>(session.document() == nullptr ? 0 : session.document()->page_budget);
  if (budget == 0) {
    return {"status/pages", icons::document,      colours.muted, words.count("status.pages", pages),
            colours.muted,  "command.page_budget"};
  }
  const size_t counted = count_text_pages(session.pages());
  const bool over = counted > budget;
  return {"status/pages",
          over ? icons::warning : icons::document,
          over ? colours.warning : colours.muted,
          words.count(counted == pages ? "status.pages_with_limit" : "status.text_pages_with_limit", counted,
                      {{"budget", std::to_string(budget)}}),
          over ? colours.warning : colours.muted,
          "command.page_budget"};
}

StatusItem findings_item(App& app) {
  const Colours& colours = app.theme.colours;
  const size_t open = app.session()->open_findings();
  const size_t blanks = app.session()->open_blanks();
  std::string told = app.catalog().count("info.findings", open);
  if (blanks > 0) told += ", " + app.catalog().count("status.blanks_short", blanks);
  return {"status/findings",
          icons::review,
          app.session()->finds_broken() ? colours.warning
          : open > 0 || blanks > 0      ? colours.muted
                                        : colours.good,
          std::move(told),
          colours.muted,
          "panel.review"};
}

struct Entry {
  StatusItem item;
  const char* command;
};

// How near the board is, and the language.
std::vector<Entry> entries_at_right(const App& app) {
  const Colours& colours = app.theme.colours;
  const Catalog& words = app.catalog();
  std::vector<Entry> entries;
  if (app.session()->board() != nullptr) {
    const std::string percent =
        words.text("status.zoom", {{"percent", std::to_string(app.state<BoardState>().zoom_percent())}});
    entries.push_back(
        {{"status/zoom_out", icons::zoom_out, colours.muted, {}, 0, "command.zoom_out"}, "command.zoom_out"});
    entries.push_back({{"status/zoom", 0, 0, percent, colours.muted, "command.zoom_fit"}, "command.zoom_fit"});
    entries.push_back({{"status/zoom_in", icons::zoom_in, colours.muted, {}, 0, "command.zoom_in"}, "command.zoom_in"});
  }
  entries.push_back({{"status/language", icons::language, colours.muted, words.text("status.language"), colours.muted,
                      "command.language"},
                     "command.language"});
  return entries;
}

// As many of the keys that a hint names as have room, the last given up first.
std::string keys_that_fit(ImFont* font, std::string hint, float room) {
  constexpr std::string_view between = " · ";
  while (!hint.empty() && width_of_line(font, hint) > room) {
    const size_t last = hint.rfind(between);
    hint.resize(last == std::string::npos ? 0 : last);
  }
  return hint;
}

bool fits_in_two_lines(ImFont* font, const std::string& text, float room) {
  return wrapped_height(font, room, text) <= wrapped_height(font, room, "1\n2");
}

// A message on one line, else on two, else cut, which the pointer then tells.
void view_message(App& app, const std::string& message, float x, float right, const Area& area) {
  ImFont* font = app.theme.fonts.small;
  const float room = std::max(1.0F, right - x);
  const float middle = (area.from.y + area.to.y) / 2;
  const bool is_one_line = width_of_line(font, message) <= room;
  const bool fits = is_one_line || fits_in_two_lines(font, message, room);
  const float height = is_one_line || !fits ? font->FontSize : wrapped_height(font, room, message);
  const ImVec2 from{x, std::floor(middle - height / 2)};
  const ImVec2 to{right, from.y + height};
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (is_one_line || !fits) {
    clipped_text(list, font, from, room, app.theme.colours.text, message);
  } else {
    wrapped_text(list, font, from, room, app.theme.colours.text, message);
  }
  app.parts.add("status/message", {from.x, std::max(from.y, area.from.y)}, {to.x, std::min(to.y, area.to.y)}, fits);
  if (!fits && ImGui::IsMouseHoveringRect(from, to)) tooltip(app, message);
}

const char* hint_key(const App& app) {
  if (menu_is_open() && !app.has_dialog()) return app.open_menu.stays ? "window.hint_ticks" : "window.hint_menu";
  if (app.keys_in_panel) return "window.hint_find";
  switch (app.session()->view().editing) {
    case Editing::note:
      return "window.hint_editing";
    case Editing::prose:
    case Editing::details:
      return "window.hint_prose";
    case Editing::document_title:
    case Editing::section_title:
    case Editing::company:
    case Editing::entry:
    case Editing::entry_value:
      return "window.hint_title";
    case Editing::field:
    case Editing::visit:
    case Editing::nothing:
      break;
  }
  return workplace_of(app).hint(app);
}

}  // namespace

void view_status(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const Colours& colours = theme.colours;
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(area.from, {area.to.x, area.from.y}, colours.border);
  const char* pressed = nullptr;
  float x = area.from.x + theme.px(8);
  const auto add = [&](const StatusItem& item, const char* command) {
    if (view_item(app, item, x, area)) pressed = command;
    x += item_width(theme, item) + theme.px(2);
  };
  add(saved_item(app), "command.save");
  if (const auto safety = safety_item(app)) {
    if (view_item(app, *safety, x, area)) app.explain_safety();
    x += item_width(theme, *safety) + theme.px(2);
  }
  const float behind_saved = x + theme.px(8);
  const std::vector<Entry> entries = entries_at_right(app);
  float right = area.to.x - theme.px(8);
  for (const Entry& entry : entries) right -= item_width(theme, entry.item);
  float entry_x = right;
  for (const Entry& entry : entries) {
    if (view_item(app, entry.item, entry_x, area)) pressed = entry.command;
    entry_x += item_width(theme, entry.item);
  }
  right -= theme.px(16);

  ImFont* font = theme.fonts.small;
  // first what is told of the document, then what is told of the workbook
  std::vector<Entry> of_document;
  if (app.session()->document() != nullptr && !app.session()->view().shown_register) {
    of_document.push_back({pages_item(app), "command.page_budget"});
    if (const size_t blanks = app.session()->blank_count(); blanks > 0) {
      const std::string told = words.count("status.blanks", blanks);
      of_document.push_back({{"status/blanks", 0, 0, told, colours.muted, "command.next_blank"}, "command.next_blank"});
    }
  }
  const StatusItem findings = findings_item(app);
  const std::string in_workbook = words.text("status.in_workbook");
  const std::string count = words.count("info.words", app.session()->word_count());
  float behind_counts = behind_saved + width_of_line(font, in_workbook) + item_width(theme, findings) +
                        width_of_line(font, count) + theme.px(36);
  for (const Entry& entry : of_document) behind_counts += item_width(theme, entry.item) + theme.px(2);

  // the last message, else what to press; they give way to the rest, but for a message that would be cut
  const std::string message = app.message();
  const bool takes_all = !message.empty() && !fits_in_two_lines(font, message, std::max(1.0F, right - behind_counts));
  if (takes_all) {
    view_message(app, message, behind_saved, right, area);
    if (pressed != nullptr) app.run_command(pressed);
    return;
  }
  for (const Entry& entry : of_document) add(entry.item, entry.command);
  const float y = std::floor((area.from.y + area.to.y - font->FontSize) / 2);
  list->AddText(font, font->FontSize, {x + theme.px(8), y}, colours.muted, in_workbook.c_str());
  app.parts.add("status/in_workbook", {x + theme.px(8), y},
                {x + theme.px(8) + width_of_line(font, in_workbook), y + font->FontSize});
  x += width_of_line(font, in_workbook) + theme.px(10);
  add(findings, "panel.review");
  list->AddText(font, font->FontSize, {x + theme.px(8), y}, colours.muted, count.c_str());
  x = behind_counts;
  if (!message.empty()) {
    view_message(app, message, x, right, area);
  } else if (const std::string told = workplace_of(app).told(app); !told.empty()) {
    const float width = std::min(right - x, width_of_line(font, told));
    const ImVec2 from{std::floor(right - width), y};
    clipped_text(list, font, from, width, colours.text, told);
    app.parts.add("status/told", from, {right, y + font->FontSize});
  } else if (app.settings.hints_shown) {
    const std::string hint = keys_that_fit(font, words.text(hint_key(app)), right - x);
    list->AddText(font, font->FontSize, {std::floor(right - width_of_line(font, hint)), y}, colours.muted,
                  hint.c_str());
  }
  if (pressed != nullptr) app.run_command(pressed);
}

}  // namespace canvasbook
