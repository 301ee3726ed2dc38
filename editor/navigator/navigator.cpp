// The documents of the workbook and their sections, as a tree; its rows are chosen, written, moved and asked for more.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/frame/command_table.h"
#include "editor/frame/line_field.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/navigator/document_actions.h"
#include "editor/navigator/drag.h"
#include "editor/navigator/rows.h"
#include "editor/navigator/selection.h"
#include "editor/navigator/state.h"
#include "editor/parts/text_field.h"
#include "editor/parts/workbook_icons.h"
#include "editor/registers/register.h"

namespace canvasbook {

namespace {

using Kind = NavigatorRow::Kind;

constexpr float register_height = 34;  // logical pixels, as all below
constexpr float low_register = 27;     // where the contents are short of room
constexpr float low_panel = 680;
constexpr float register_pad = 6;

// In the order of their menus; an empty one separates.
constexpr std::string_view document_commands[] = {"command.rename_document", "command.duplicate_document",
                                                  "command.document_up",     "command.document_down",
                                                  "command.save_template",   "command.insert_section",
                                                  "command.take_sections",   "command.page_budget",
                                                  "command.revision",        {},
                                                  "command.remove_document"};
constexpr std::string_view section_commands[] = {"command.rename_section",
                                                 "command.duplicate_section",
                                                 "command.section_up",
                                                 "command.section_down",
                                                 "command.section_deeper",
                                                 "command.section_higher",
                                                 "command.move_section_to",
                                                 "command.insert_section",
                                                 "command.take_sections",
                                                 "command.section_budget",
                                                 {},
                                                 "command.remove_section"};

// The width of the rows in which the chosen one was brought into view.
struct NavigatorRoom {
  float width = 0;
  float row = 0;  // height of the chosen one
};

// What was done to a row, to act on after drawing, as what is done replaces the workbook.
struct Done {
  enum class What { nothing, show, fold, write, menu, drag };
  What what = What::nothing;
  NavigatorRow row;
};

class Tree {
 public:
  explicit Tree(App& app)
      : app_(app),
        theme_(app.theme),
        rows_(navigator_rows(app, ImGui::GetCursorScreenPos().y, ImGui::GetContentRegionAvail().x)) {}

  // Only the rows that are seen, and the one that is written.
  void draw() {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImRect seen = ImGui::GetCurrentWindow()->ClipRect;
    const auto first = std::ranges::lower_bound(rows_, seen.Min.y, {}, &NavigatorRow::bottom);
    for (auto row = first; row != rows_.end() && row->top < seen.Max.y; ++row) draw_row(*row);
    draw_written_unseen(seen.Min.y, seen.Max.y);
    bring_chosen_into_view();
    draw_drop_line();
    ImGui::SetCursorScreenPos(from);
    if (!rows_.empty()) ImGui::Dummy({1, rows_.back().bottom - from.y});
  }

  const std::vector<NavigatorRow>& rows() const { return rows_; }
  const Done& done() const { return done_; }

 private:
  bool is_written(const NavigatorRow& row, const std::string& id) const {
    const View& view = app_.session()->view();
    if (row.kind == Kind::part) return false;
    const Editing editing = row.kind == Kind::section ? Editing::section_title : Editing::document_title;
    return view.editing == editing && view.edited == id;
  }
  char32_t icon(const NavigatorRow& row) const {
    if (row.kind == Kind::part) return 0;
    if (row.kind == Kind::document) return icons::document;
    return icon_of(app_.session()->workbook().documents[row.document]->sections[row.section]->content);
  }

  void draw_row(const NavigatorRow& row);
  void draw_written_unseen(float seen_from, float seen_to);
  float draw_pages(const NavigatorRow& row, const PagesOfRow& pages, float left, float right);
  void draw_title(const NavigatorRow& row, const std::string& id, const PagesOfRow& pages, ImVec2 from, float right,
                  float row_width);
  void draw_field(const NavigatorRow& row, const std::string& key, ImVec2 from, ImVec2 to);
  // `icon`: 0 for three dots.
  void draw_small_button(const NavigatorRow& row, const std::string& key, float x, float width, char32_t icon,
                         Done::What what);
  void bring_chosen_into_view() const;
  void draw_drop_line() const;

  App& app_;
  const Theme& theme_;
  std::vector<NavigatorRow> rows_;
  Done done_;
};

void Tree::draw_row(const NavigatorRow& row) {
  const ImVec2 from{ImGui::GetCursorScreenPos().x, row.top};
  ImGui::SetCursorScreenPos(from);
  const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, row.bottom};
  const std::string id = id_of(app_, row);
  const std::string key = key_of(app_, row);
  const bool chosen = is_chosen(app_, row);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool is_dragging = !app_.state<NavigatorState>().dragged.empty();
  // Also while its own small buttons are pressed, which would else be gone.
  const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                       ImGui::IsMouseHoveringRect(from, to) && !is_dragging;
  const bool has_menu = app_.state<NavigatorState>().menu_of == key;
  const bool is_selected = row.kind == Kind::section && is_section_selected(app_, id);
  if (chosen || is_selected) {
    list->AddRectFilled(from, to, theme_.colours.selection, theme_.px(8));
    if (is_selected) list->AddRect(from, to, theme_.colours.accent, theme_.px(8));
  } else if (hovered || has_menu) {
    list->AddRectFilled(from, to, theme_.colours.hover, theme_.px(8));
  }
  if (is_written(row, id)) {
    draw_field(row, key, {from.x + title_left(app_, row) - theme_.px(6), from.y}, to);
    ImGui::SetCursorScreenPos(from);
    return;
  }
  const float fold_width = row.kind == Kind::document ? theme_.px(24) : 0;
  const bool has_more = row.kind != Kind::part && (hovered || chosen || has_menu);
  const float more_width = has_more ? theme_.px(menu_width_of_row) : 0;
  const ImVec2 body_from{from.x + fold_width, from.y};
  const ImVec2 body_to{to.x - more_width, to.y};
  if (row.kind == Kind::document) {
    draw_small_button(row, key + "/fold", from.x, fold_width, is_folded(app_, row) ? icons::chevron : icons::expand,
                      Done::What::fold);
  }
  ImGui::SetCursorScreenPos(body_from);
  const bool pressed = invisible_button(key.c_str(), {body_to.x - body_from.x, body_to.y - body_from.y});
  app_.parts.add_last(key);
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, theme_.px(5)) && !is_dragging) {
    done_ = {Done::What::drag, row};
  } else if (row.kind != Kind::part && ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) {
    done_ = {Done::What::write, row};
  } else if (pressed && !is_dragging) {
    done_ = {Done::What::show, row};
  }
  if (hovered && row.kind != Kind::part && ImGui::IsMouseReleased(1)) done_ = {Done::What::menu, row};
  const PagesOfRow pages = pages_of(app_, row);
  const float title_end = draw_pages(row, pages, from.x + title_left(app_, row), body_to.x);
  draw_title(row, id, pages, from, title_end, to.x - from.x);
  if (has_more) draw_small_button(row, key + "/more", body_to.x, more_width, 0, Done::What::menu);
  ImGui::SetCursorScreenPos(from);
}

// How many pages the row takes, from `left` to `right`: a quiet bar where there is a limit, in numbers where it is
// passed, so that the title keeps its room; the tooltip tells in words. Returns where the title has to end.
float Tree::draw_pages(const NavigatorRow& row, const PagesOfRow& pages, float left, float right) {
  const float end = right - theme_.px(4);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (pages.share > 0) {
    const float y = row.bottom - theme_.px(4);
    const float filled = left + (end - left) * std::min(pages.share, 1.0F);
    list->AddRectFilled({left, y}, {end, y + theme_.px(2)}, theme_.colours.border, theme_.px(1));
    list->AddRectFilled({left, y}, {filled, y + theme_.px(2)},
                        pages.is_over ? theme_.colours.warning : theme_.colours.faint, theme_.px(1));
  }
  if (!pages.is_over) return end;
  ImFont* font = theme_.fonts.small;
  const float width = width_of_line(font, pages.brief);
  const float x = right - theme_.px(8) - width;
  const float y = std::floor((row.top + row.bottom - font->FontSize) / 2);
  list->AddText(font, font->FontSize, {x, y}, theme_.colours.warning, pages.brief.c_str());
  app_.parts.add(key_of(app_, row) + "/pages", {x, y}, {x + width, y + font->FontSize});
  return x - theme_.px(8);
}

void Tree::draw_title(const NavigatorRow& row, const std::string& id, const PagesOfRow& pages, ImVec2 from, float right,
                      float row_width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool dragged = app_.state<NavigatorState>().dragged == id;
  const bool chosen = is_chosen(app_, row);
  const float middle = std::floor((row.top + row.bottom) / 2);
  const float x = from.x + title_left(app_, row);
  ImFont* font = title_font(app_, row);
  const ImU32 mark = dragged ? theme_.colours.faint : chosen ? theme_.colours.accent : theme_.colours.muted;
  if (const char32_t shape = icon(row); shape != 0) {
    draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize * 1.15F, {x - theme_.px(15), middle}, mark, shape);
  }
  std::string title = title_of(app_, row);
  const bool named = title.find_first_not_of(" \n") != std::string::npos;
  if (!named) title = app_.catalog().text("window.unnamed");
  std::ranges::replace(title, '\n', ' ');
  const ImU32 named_colour = row.kind == Kind::part ? theme_.colours.muted
                             : chosen               ? theme_.colours.accent
                                                    : theme_.colours.text;
  const ImU32 colour = dragged ? theme_.colours.faint : named ? named_colour : theme_.colours.muted;
  const float room = right - x;
  const bool is_high = row.bottom - row.top > theme_.px(40);
  size_t first = title.size();
  // where it breaks does not change when the menu's button comes
  if (is_high) first = end_of_first_line(font, std::min(room, first_line_room(app_, row, row_width)), title);
  const std::string_view rest = std::string_view(title).substr(std::min(title.size(), first + 1));
  const float lines = rest.empty() ? 1 : 2;
  const float step = std::floor(font->FontSize * 1.2F);
  const float y = std::floor(middle - (font->FontSize + (lines - 1) * step) / 2);
  clipped_text(list, font, {x, y}, room, colour, std::string_view(title).substr(0, first));
  if (!rest.empty()) clipped_text(list, font, {x, y + step}, room, colour, rest);
  const bool is_cut = width_of_line(font, rest.empty() ? std::string_view(title) : rest) > room + 1;
  if (!ImGui::IsItemHovered() || !app_.state<NavigatorState>().dragged.empty()) return;
  std::string told = is_cut && named ? title : std::string();
  if (!pages.text.empty()) told += (told.empty() ? "" : "\n") + pages.text;
  // beside the tree, so that the row below stays in sight
  if (!told.empty())
    tooltip_at(app_, {ImGui::GetWindowPos().x + ImGui::GetWindowWidth() + theme_.px(10), from.y}, told);
}

void Tree::draw_field(const NavigatorRow& row, const std::string& key, ImVec2 from, ImVec2 to) {
  Session& session = *app_.session();
  ImFont* font = title_font(app_, row);
  if (lay_out(session.field, font, any_width)) app_.state<NavigatorState>().title_scroll = 0;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 box_from{from.x, from.y + theme_.px(2)};
  const ImVec2 box_to{to.x, to.y - theme_.px(2)};
  list->AddRectFilled(box_from, box_to, theme_.colours.panel, theme_.px(6));
  list->AddRect(box_from, box_to, theme_.colours.accent, theme_.px(6), 0, theme_.px(2));
  draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize * 1.15F,
            {from.x - theme_.px(9), std::floor((from.y + to.y) / 2)}, theme_.colours.accent, icon(row));
  const float top = std::floor((from.y + to.y - session.field.height()) / 2);
  const ImVec2 text_from{from.x + theme_.px(6), top};
  const ImVec2 text_to{to.x - theme_.px(6), top + session.field.height()};
  const LineFieldResult result = write_line(app_, key + "/title", session.field,
                                            app_.state<NavigatorState>().title_scroll, font, text_from, text_to);
  ImGui::PushClipRect(text_from, text_to, true);
  mark_spelling_in_field(app_, {text_from.x - app_.state<NavigatorState>().title_scroll, top});
  ImGui::PopClipRect();
  app_.parts.add(key, box_from, box_to);
  if (result.changed) session.take_over_field();
  if (!result.entered && !result.left) return;
  session.end_writing();
  // The board must not answer to the key that ended the writing.
  while (app_.input.take(Key::enter, {}) || app_.input.take(Key::escape, {})) continue;
}

void Tree::draw_small_button(const NavigatorRow& row, const std::string& key, float x, float width, char32_t icon,
                             Done::What what) {
  ImGui::SetCursorScreenPos({x, row.top});
  if (invisible_button(key.c_str(), {width, row.bottom - row.top})) done_ = {what, row};
  app_.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  const ImU32 colour = hovered ? theme_.colours.text : theme_.colours.muted;
  const ImVec2 centre{std::floor(x + width / 2), std::floor((row.top + row.bottom) / 2)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (icon != 0) return draw_icon(list, theme_.fonts.text, theme_.px(20), centre, colour, icon);
  for (const float dot : {-5.0F, 0.0F, 5.0F}) {
    list->AddCircleFilled({centre.x + theme_.px(dot), centre.y}, theme_.px(1.6F), colour);
  }
}

// The title that is written takes the keys even where it does not show yet.
void Tree::draw_written_unseen(float seen_from, float seen_to) {
  const Editing editing = app_.session()->view().editing;
  if (editing != Editing::section_title && editing != Editing::document_title) return;
  const auto row =
      std::ranges::find_if(rows_, [&](const NavigatorRow& other) { return is_written(other, id_of(app_, other)); });
  if (row != rows_.end() && (row->bottom < seen_from || row->top >= seen_to)) draw_row(*row);
}

// Once when another row is chosen, and again when it becomes higher as its title is written or when the room changes: a
// scroll bar that comes takes some of it, and titles that take second lines for that push the row out of view.
void Tree::bring_chosen_into_view() const {
  const auto row = std::ranges::find_if(rows_, [&](const NavigatorRow& other) { return is_chosen(app_, other); });
  if (row == rows_.end()) return;
  const std::string key = key_of(app_, *row);
  const bool is_same_row = std::exchange(app_.state<NavigatorState>().shown, key) == key;
  const float width = ImGui::GetContentRegionAvail().x;
  const bool is_same_room = std::exchange(app_.state<NavigatorRoom>().width, width) == width;
  const float height = row->bottom - row->top;
  const bool is_as_high = std::exchange(app_.state<NavigatorRoom>().row, height) == height;
  if (is_same_row && is_same_room && is_as_high) return;
  const float top = ImGui::GetWindowPos().y;
  const float bottom = top + ImGui::GetWindowHeight();
  const bool is_below_title = row->kind == Kind::section && row->section == 0 && row != rows_.begin();
  const float row_top = is_below_title ? std::prev(row)->top : row->top;  // the document's title is shown with it
  if (row_top < top) ImGui::SetScrollY(ImGui::GetScrollY() - (top - row_top) - theme_.px(8));
  if (row->bottom > bottom) ImGui::SetScrollY(ImGui::GetScrollY() + (row->bottom - bottom) + theme_.px(8));
}

void Tree::draw_drop_line() const {
  const auto place = drop_of(app_, rows_);
  if (!place) return;
  const NavigatorRow& row = *dragged_row(app_, rows_);
  const float indent = row.kind == Kind::document ? theme_.px(2) : title_left(app_, row) - theme_.px(26);
  const float y = std::floor(place->y);
  const float left = ImGui::GetWindowPos().x + indent;
  const float right = left - indent + ImGui::GetContentRegionAvail().x;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({left, y - theme_.px(1)}, {right, y + theme_.px(1)}, theme_.colours.accent);
  list->AddCircleFilled({left + theme_.px(3), y}, theme_.px(4), theme_.colours.accent);
}

void begin_title(App& app, const NavigatorRow& row) {
  Session& session = *app.session();
  if (row.kind == Kind::section) {
    session.begin_section_title(id_of(app, row));
  } else {
    session.begin_document_title(id_of(app, row));
  }
  session.field.select_all();
}

// Shows what a row stands for; a document that is shown already stays at its section.
void show_row(App& app, const NavigatorRow& row) {
  Session& session = *app.session();
  if (row.kind == Kind::part) return session.go_to_part(row.part);
  if (row.kind == Kind::section) return session.show_section(row.document, row.section);
  app.state<NavigatorState>().folded.erase(id_of(app, row));
  if (session.view().document != row.document) return session.show_section(row.document, 0);
  if (session.view().shown_register) return session.show_section(row.document, session.view().section);
  session.end_writing();
}

// Ctrl and Shift choose several sections.
void press_row(App& app, const NavigatorRow& row) {
  const ImGuiIO& io = ImGui::GetIO();
  const std::string id = id_of(app, row);
  if (row.kind == Kind::section && (io.KeyCtrl || io.KeyShift)) return select_section(app, id, !io.KeyShift);
  show_row(app, row);
  press_section(app, row.kind == Kind::section ? id : std::string());
}

void act(App& app, const Tree& tree) {
  if (!app.state<NavigatorState>().dragged.empty()) {
    if (app.input.take(Key::escape, {})) {
      app.state<NavigatorState>().dragged.clear();
      ImGui::ClearActiveID();  // or the drag would begin again
    } else if (!ImGui::IsMouseDown(0)) {
      drop_dragged_row(app, tree.rows());
    }
    return;
  }
  const NavigatorRow& row = tree.done().row;
  switch (tree.done().what) {
    case Done::What::show:
      return press_row(app, row);
    case Done::What::write:
      return begin_title(app, row);
    case Done::What::drag:
      app.session()->end_writing();
      app.state<NavigatorState>().dragged = id_of(app, row);
      return;
    case Done::What::menu:
      if (row.kind != Kind::section || !is_section_selected(app, id_of(app, row))) show_row(app, row);
      app.state<NavigatorState>().menu_of = key_of(app, row);
      return ImGui::OpenPopup("navigator/menu");
    case Done::What::fold:
      if (const std::string id = id_of(app, row); app.state<NavigatorState>().folded.erase(id) == 0)
        app.state<NavigatorState>().folded.insert(id);
      return;
    case Done::What::nothing:
      return;
  }
}

// The registers, below the documents and always in view; they come from these and are neither moved nor written.
void draw_registers(App& app, const Area& area, float height) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(area.from, {area.to.x, area.from.y}, theme.colours.border);
  float y = area.from.y + theme.px(register_pad);
  std::optional<RegisterKind> pressed;
  for (const RegisterKind kind : all_registers) {
    const ImVec2 from{area.from.x + theme.px(8), y};
    const ImVec2 to{area.to.x - theme.px(8), y + theme.px(height)};
    y = to.y;
    ImGui::SetCursorScreenPos(from);
    const std::string key = std::string("registers/") + register_key(kind);
    if (invisible_button(key.c_str(), {to.x - from.x, to.y - from.y})) pressed = kind;
    app.parts.add_last(key);
    const bool is_shown = session.view().shown_register == kind;
    if (is_shown || ImGui::IsItemHovered()) {
      list->AddRectFilled(from, to, is_shown ? theme.colours.selection : theme.colours.hover, theme.px(8));
    }
    const float middle = std::floor((from.y + to.y) / 2);
    draw_icon(list, theme.fonts.text, theme.fonts.text->FontSize * 1.15F, {from.x + theme.px(22), middle},
              is_shown ? theme.colours.accent : theme.colours.muted, icon_of(kind));
    const size_t count = session.entry_count(kind);
    const std::string title = app.catalog().text(register_key(kind));
    const std::string counted = title + " · " + std::to_string(count);
    const float x = from.x + theme.px(38);
    ImFont* font = theme.fonts.text;
    const bool fits = width_of_line(font, counted) <= to.x - theme.px(4) - x;
    clipped_text(list, font, {x, std::floor(middle - font->FontSize / 2)}, to.x - theme.px(4) - x,
                 is_shown ? theme.colours.accent : theme.colours.text, fits ? counted : title);
  }
  if (pressed) session.show_register(*pressed);
}

// The menu of the row that is shown since it was asked for.
void draw_menu(App& app) {
  const bool of_document = app.state<NavigatorState>().menu_of.starts_with("document/");
  const std::span<const std::string_view> keys =
      of_document ? std::span<const std::string_view>(document_commands) : section_commands;
  std::vector<MenuRow> rows;
  for (const std::string_view key : keys) {
    rows.push_back(key.empty() ? MenuRow{} : menu_row(app, *find_command(key), "navigator/"));
  }
  if (!ImGui::IsPopupOpen("navigator/menu")) app.state<NavigatorState>().menu_of.clear();
  const int chosen = popup_menu(app, "navigator/menu", rows);
  if (chosen >= 0) app.run_command(keys[static_cast<size_t>(chosen)]);
}

}  // namespace

void view_navigator(App& app, const Area& area) {
  const Theme& theme = app.theme;
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine({area.to.x, area.from.y}, area.to, theme.colours.border);
  const float foot = area.to.y - theme.px(44);
  const float row = area.height() < theme.px(low_panel) ? low_register : register_height;
  const float registers = foot - theme.px(std::size(all_registers) * row + 2 * register_pad);
  ImGui::SetCursorScreenPos({area.from.x + theme.px(8), area.from.y + theme.px(2)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("navigator", {area.width() - theme.px(16), registers - area.from.y - theme.px(8)}, false,
                    ImGuiWindowFlags_NoBackground);
  const bool is_clicked_beside = ImGui::IsMouseClicked(0) && ImGui::GetMousePos().x > area.to.x &&
                                 ImGui::GetMousePos().y > area.from.y && !menu_is_open() && !app.has_dialog();
  keep_selected_sections(app, is_clicked_beside);
  Tree tree(app);
  tree.draw();
  if (std::exchange(app.state<NavigatorState>().is_fresh, false)) {
    ImGui::SetScrollY(0);
    app.state<NavigatorState>().shown.clear();  // in the next frame the shown row is looked for from there
  }
  scroll_while_dragging(app);
  act(app, tree);
  ImGui::PopStyleVar();
  draw_menu(app);
  // F2 belongs to the selected note or the text; where there is none it is the section's.
  if (!app.has_dialog() && !app.text_field_is_active() && app.session()->section() != nullptr &&
      app.input.take(Key::f2, {})) {
    rename_shown_section(app);
  }
  // What is selected in the section has the key before.
  if (!app.has_dialog() && !app.text_field_is_active() && is_shown_section_pressed(app) && can_remove_section(app) &&
      app.input.take(Key::delete_, {})) {
    remove_shown_section(app);
  }
  ImGui::EndChild();
  draw_registers(app, {{area.from.x, registers}, {area.to.x, foot}}, row);
  const PartContext parts{theme, app.parts};
  const Catalog& words = app.catalog();
  const float width = area.width() - theme.px(16);
  std::string label = words.text("command.add_document");
  if (button_width(parts, label, icons::add) > width) label = words.text("navigator.add");
  ImGui::SetCursorScreenPos({area.from.x + theme.px(8), foot});
  if (button(parts, "command.add_document", label, icons::add, ButtonStyle::entry, true, width)) {
    app.run_command("command.add_document");
  }
  if (ImGui::IsItemHovered()) app.input.set_clicks_aside(true);  // its dialog may be left: the text keeps its caret
}

}  // namespace canvasbook
