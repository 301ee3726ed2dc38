// The documents of the workbook and their sections, as a tree; its rows are chosen, written, moved and asked for more.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "editor/command_table.h"
#include "editor/document_actions.h"
#include "editor/line_field.h"
#include "editor/popup_menu.h"
#include "editor/views.h"

namespace canvasbook {

namespace {

// In the order of their menus; an empty one separates.
constexpr std::string_view document_commands[] = {"command.rename_document",
                                                  "command.duplicate_document",
                                                  "command.document_up",
                                                  "command.document_down",
                                                  "command.save_template",
                                                  "command.insert_section",
                                                  {},
                                                  "command.remove_document"};
constexpr std::string_view section_commands[] = {
    "command.rename_section", "command.section_up",      "command.section_down",   "command.section_deeper",
    "command.section_higher", "command.move_section_to", "command.insert_section", {},
    "command.remove_section"};

// A row as it was when the frame began: what is done to one replaces the workbook.
struct Row {
  size_t document = 0;
  size_t section = 0;
  std::optional<size_t> part = {};  // of the outline of the shown section
  bool is_section = false;
  bool is_chosen = false;
  bool is_folded = false;
  char32_t icon = 0;
  std::string id;
  std::string title;
  std::string key;   // of its part
  float indent = 0;  // steps
  float top = 0;     // on the screen
  float bottom = 0;
};

// What was done to a row, to act on after drawing.
struct Done {
  enum class What { nothing, show, fold, write, menu, drag };
  What what = What::nothing;
  size_t row = 0;
};

// The headings of a longer text, below its section.
void add_parts(App& app, std::vector<Row>& rows) {
  const std::vector<OutlinePart>& parts = app.session()->outline();
  if (parts.size() < 2) return;
  const Row section = rows.back();
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::string key = "part/" + std::to_string(i);
    Row row{section.document, section.section, i, false, false, false, 0, key, parts[i].title, key};
    row.indent = section.indent + static_cast<float>(std::min(parts[i].level, 4) - 1);
    rows.push_back(std::move(row));
  }
}

std::vector<Row> rows_of(App& app) {
  const Session& session = *app.session();
  const auto& documents = session.workbook().documents;
  std::vector<Row> rows;
  for (size_t d = 0; d < documents.size(); ++d) {
    const Document& document = *documents[d];
    const bool folded = app.navigator.folded.contains(document.id);
    const bool is_shown = session.view.document == d;
    rows.push_back({d,
                    0,
                    {},
                    false,
                    is_shown && (folded || document.sections.empty()),
                    folded,
                    icons::document,
                    document.id,
                    document.title,
                    "document/" + document.id});
    if (folded) continue;
    for (size_t s = 0; s < document.sections.size(); ++s) {
      const Section& section = *document.sections[s];
      const char32_t icon = icon_of(section.content);
      rows.push_back({d,
                      s,
                      {},
                      true,
                      is_shown && session.view.section == s,
                      false,
                      icon,
                      section.id,
                      section.title,
                      "section/" + section.id});
      rows.back().indent = static_cast<float>(section.level - 1);
      if (is_shown && session.view.section == s) add_parts(app, rows);
    }
  }
  return rows;
}

// A place for a dragged row, counted without it, and where its line is drawn.
struct Drop {
  size_t document = 0;  // only of a section
  size_t position = 0;
  float y = 0;
};

class Tree {
 public:
  Tree(App& app, std::vector<Row> rows) : app_(app), theme_(app.theme), rows_(std::move(rows)) {}

  void draw() {
    for (size_t i = 0; i < rows_.size(); ++i) draw_row(i);
    draw_drop_line();
  }

  const std::vector<Row>& rows() const { return rows_; }
  const Done& done() const { return done_; }

  // The dragged row, and where it would stand; only while one is dragged.
  const Row* dragged() const;
  std::optional<Drop> drop() const;

 private:
  bool is_written(const Row& row) const {
    const View& view = app_.session()->view;
    if (row.part) return false;
    const Editing editing = row.is_section ? Editing::section_title : Editing::document_title;
    return view.editing == editing && view.edited == row.id;
  }
  ImFont* font_of(const Row& row) const {
    return row.part ? theme_.fonts.small : row.is_section ? theme_.fonts.text : theme_.fonts.bold;
  }
  float text_at(const Row& row) const {
    return row.part ? theme_.px(56 + 12 * row.indent) : theme_.px(row.is_section ? 54 + 10 * row.indent : 50);
  }
  bool is_document(const Row& row) const { return !row.is_section && !row.part; }

  void draw_row(size_t index);
  void draw_title(const Row& row, ImVec2 from, ImVec2 to, bool hovered);
  void draw_field(const Row& row, ImVec2 from, ImVec2 to);
  // `icon`: 0 for three dots.
  void draw_small_button(size_t index, const char* part, float x, float width, char32_t icon, Done::What what);
  void bring_into_view(const Row& row) const;
  void draw_drop_line() const;
  std::optional<Drop> drop_of_part() const;
  std::optional<Drop> drop_of_document(const Row& row) const;
  std::optional<Drop> drop_of_section(const Row& row) const;
  float bottom_of(const Row& row) const;

  App& app_;
  const Theme& theme_;
  std::vector<Row> rows_;
  Done done_;
};

void Tree::draw_row(size_t index) {
  Row& row = rows_[index];
  if (is_document(row)) ImGui::Dummy({1, theme_.px(8)});  // room for the line between two documents
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, from.y + theme_.px(row.part ? 26 : 34)};
  row.top = from.y;
  row.bottom = to.y;
  bring_into_view(row);
  if (!ImGui::IsRectVisible(from, to)) {
    ImGui::Dummy({to.x - from.x, to.y - from.y});
    return;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool is_dragging = !app_.navigator.dragged.empty();
  // Also while its own small buttons are pressed, which would else be gone.
  const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                       ImGui::IsMouseHoveringRect(from, to) && !is_dragging;
  if (row.is_chosen) {
    list->AddRectFilled(from, to, theme_.colours.selection, theme_.px(8));
  } else if (hovered || app_.navigator.menu_of == row.key) {
    list->AddRectFilled(from, to, theme_.colours.hover, theme_.px(8));
  }
  const float fold_width = is_document(row) ? theme_.px(24) : 0;
  const bool has_more = !row.part && (hovered || row.is_chosen || app_.navigator.menu_of == row.key);
  const float more_width = has_more ? theme_.px(30) : 0;
  const ImVec2 body_from{from.x + fold_width, from.y};
  const ImVec2 body_to{to.x - more_width, to.y};
  if (is_written(row)) {
    draw_field(row, {from.x + text_at(row) - theme_.px(6), from.y}, to);
    ImGui::SetCursorScreenPos(from);
    ImGui::Dummy({to.x - from.x, to.y - from.y});
    return;
  }
  if (is_document(row)) {
    draw_small_button(index, "/fold", from.x, fold_width, row.is_folded ? icons::chevron : icons::expand,
                      Done::What::fold);
  }
  ImGui::SetCursorScreenPos(body_from);
  const bool pressed = invisible_button(row.key.c_str(), {body_to.x - body_from.x, body_to.y - body_from.y});
  app_.parts.add_last(row.key);
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, theme_.px(5)) && !is_dragging) {
    done_ = {Done::What::drag, index};
  } else if (!row.part && ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) {
    done_ = {Done::What::write, index};
  } else if (pressed && !is_dragging) {
    done_ = {Done::What::show, index};
  }
  if (hovered && !row.part && ImGui::IsMouseReleased(1)) done_ = {Done::What::menu, index};
  const float title_end = text_at(row) + width_of_line(font_of(row), row.title);
  draw_title(row, from, body_to, ImGui::IsItemHovered() && from.x + title_end > body_to.x - theme_.px(4));
  if (has_more) draw_small_button(index, "/more", body_to.x, more_width, 0, Done::What::menu);
  ImGui::SetCursorScreenPos(from);
  ImGui::Dummy({to.x - from.x, to.y - from.y});
}

void Tree::draw_title(const Row& row, ImVec2 from, ImVec2 to, bool is_cut) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool dragged = app_.navigator.dragged == row.id;
  const float middle = std::floor((from.y + to.y) / 2);
  const float x = from.x + text_at(row);
  ImFont* font = font_of(row);
  const ImU32 mark = dragged ? theme_.colours.faint : row.is_chosen ? theme_.colours.accent : theme_.colours.muted;
  if (row.icon != 0) {
    draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize * 1.15F, {x - theme_.px(15), middle}, mark,
              row.icon);
  }
  const bool named = row.title.find_first_not_of(" \n") != std::string::npos;
  std::string title = named ? row.title : app_.catalog().text("window.unnamed");
  std::ranges::replace(title, '\n', ' ');
  const ImU32 named_colour = row.part        ? theme_.colours.muted
                             : row.is_chosen ? theme_.colours.accent
                                             : theme_.colours.text;
  const ImU32 colour = dragged ? theme_.colours.faint : named ? named_colour : theme_.colours.muted;
  clipped_text(list, font, {x, std::floor(middle - font->FontSize / 2)}, to.x - theme_.px(4) - x, colour, title);
  if (!is_cut || !named || !app_.navigator.dragged.empty() || app_.session()->is_writing()) return;
  // Beside the tree, so that the row below stays in sight.
  ImGui::SetNextWindowPos({ImGui::GetWindowPos().x + ImGui::GetWindowWidth() + theme_.px(10), from.y});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(theme_.px(380));
  ImGui::TextUnformatted(title.c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void Tree::draw_field(const Row& row, ImVec2 from, ImVec2 to) {
  Session& session = *app_.session();
  ImFont* font = font_of(row);
  if (session.field_width < 0 || app_.field_font != font) {
    session.field_width = 0;
    app_.field_font = font;
    app_.navigator.title_scroll = 0;
    lay_out_line(session.field, font);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 box_from{from.x, from.y + theme_.px(2)};
  const ImVec2 box_to{to.x, to.y - theme_.px(2)};
  list->AddRectFilled(box_from, box_to, theme_.colours.panel, theme_.px(6));
  list->AddRect(box_from, box_to, theme_.colours.accent, theme_.px(6), 0, theme_.px(2));
  draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize * 1.15F,
            {from.x - theme_.px(9), std::floor((from.y + to.y) / 2)}, theme_.colours.accent, row.icon);
  const float top = std::floor((from.y + to.y - session.field.height()) / 2);
  const LineFieldResult result =
      write_line(app_, row.key + "/title", session.field, app_.navigator.title_scroll, font,
                 {from.x + theme_.px(6), top}, {to.x - theme_.px(6), top + session.field.height()});
  app_.parts.add(row.key, box_from, box_to);
  if (result.changed) session.take_over_field();
  if (!result.entered && !result.left) return;
  session.end_writing();
  // The board must not answer to the key that ended the writing.
  while (app_.input.take(Key::enter, {}) || app_.input.take(Key::escape, {})) continue;
}

void Tree::draw_small_button(size_t index, const char* part, float x, float width, char32_t icon, Done::What what) {
  const Row& row = rows_[index];
  const std::string key = row.key + part;
  ImGui::SetCursorScreenPos({x, row.top});
  if (invisible_button(key.c_str(), {width, row.bottom - row.top})) done_ = {what, index};
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

void Tree::bring_into_view(const Row& row) const {
  if (!row.is_chosen || app_.navigator.shown == row.key) return;
  app_.navigator.shown = row.key;
  const float top = ImGui::GetWindowPos().y;
  const float bottom = top + ImGui::GetWindowHeight();
  if (row.top < top) ImGui::SetScrollY(ImGui::GetScrollY() - (top - row.top) - theme_.px(8));
  if (row.bottom > bottom) ImGui::SetScrollY(ImGui::GetScrollY() + (row.bottom - bottom) + theme_.px(8));
}

// Of a document with its sections.
float Tree::bottom_of(const Row& row) const {
  float bottom = row.bottom;
  for (const Row& other : rows_) {
    if (is_document(row) && other.document == row.document) bottom = std::max(bottom, other.bottom);
  }
  return bottom;
}

const Row* Tree::dragged() const {
  const auto row = std::ranges::find(rows_, app_.navigator.dragged, &Row::id);
  return row == rows_.end() ? nullptr : &*row;
}

std::optional<Drop> Tree::drop() const {
  const Row* row = dragged();
  if (row == nullptr) return std::nullopt;
  if (row->part) return drop_of_part();
  return row->is_section ? drop_of_section(*row) : drop_of_document(*row);
}

// In front of the first part that the mouse has not passed.
std::optional<Drop> Tree::drop_of_part() const {
  const float y = ImGui::GetIO().MousePos.y;
  Drop drop;
  for (const Row& other : rows_) {
    if (!other.part) continue;
    if (*other.part == 0) drop.y = other.top;
    if ((other.top + other.bottom) / 2 >= y) break;
    drop.position = *other.part + 1;
    drop.y = other.bottom;
  }
  return drop;
}

std::optional<Drop> Tree::drop_of_document(const Row& row) const {
  const float y = ImGui::GetIO().MousePos.y;
  Drop drop;
  const Row* above = nullptr;
  for (const Row& other : rows_) {
    if (!is_document(other) || other.id == row.id || (other.top + bottom_of(other)) / 2 >= y) continue;
    above = &other;
    ++drop.position;
  }
  drop.y = above == nullptr ? rows_.front().top - theme_.px(4) : bottom_of(*above) + theme_.px(4);
  return drop;
}

// Behind the row that the mouse has passed: a document stands for its beginning, or for its end where it is folded.
std::optional<Drop> Tree::drop_of_section(const Row& row) const {
  const float y = ImGui::GetIO().MousePos.y;
  const Row* above = &rows_.front();
  for (const Row& other : rows_) {
    if (!other.part && (other.top + other.bottom) / 2 < y) above = &other;
  }
  const auto& documents = app_.session()->workbook().documents;
  if (above->document != row.document && documents[row.document]->sections.size() == 1) return std::nullopt;
  Drop drop{above->document, 0, above->bottom};
  if (above->is_section) drop.position = above->section + 1;
  if (above->is_folded) drop.position = documents[above->document]->sections.size();
  if (above->document == row.document && row.section < drop.position) --drop.position;
  return drop;
}

void Tree::draw_drop_line() const {
  const auto place = drop();
  if (!place) return;
  const Row& row = *dragged();
  const float indent = is_document(row) ? theme_.px(2) : text_at(row) - theme_.px(26);
  const float y = std::floor(place->y);
  const float left = ImGui::GetWindowPos().x + indent;
  const float right = left - indent + ImGui::GetContentRegionAvail().x;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({left, y - theme_.px(1)}, {right, y + theme_.px(1)}, theme_.colours.accent);
  list->AddCircleFilled({left + theme_.px(3), y}, theme_.px(4), theme_.colours.accent);
}

// Scrolls while something is dragged to the upper or lower end.
void scroll_while_dragging(const App& app) {
  if (app.navigator.dragged.empty()) return;
  const float y = ImGui::GetIO().MousePos.y;
  const float zone = app.theme.px(24);
  const float step = app.theme.px(6);
  const float top = ImGui::GetWindowPos().y;
  if (y < top + zone) ImGui::SetScrollY(ImGui::GetScrollY() - step);
  if (y > top + ImGui::GetWindowHeight() - zone) ImGui::SetScrollY(ImGui::GetScrollY() + step);
}

void begin_title(Session& session, const Row& row) {
  if (row.is_section) {
    session.begin_section_title(row.id);
  } else {
    session.begin_document_title(row.id);
  }
  session.field.select_all();
}

// Shows what a row stands for; a document that is shown already stays at its section.
void show_row(App& app, const Row& row) {
  Session& session = *app.session();
  if (row.part) return session.go_to_part(*row.part);
  if (row.is_section) return session.show_section(row.document, row.section);
  app.navigator.folded.erase(row.id);
  if (session.view.document != row.document) return session.show_section(row.document, 0);
  session.end_writing();
}

void drop(App& app, const Tree& tree) {
  const auto place = tree.drop();
  const Row* dragged = tree.dragged();
  app.navigator.dragged.clear();
  if (!place || dragged == nullptr) return;
  Session& session = *app.session();
  if (dragged->part) return session.move_part(*dragged->part, place->position);
  if (!dragged->is_section) return session.move_document(dragged->id, place->position);
  session.move_section(dragged->id, session.workbook().documents[place->document]->id, place->position);
}

void act(App& app, const Tree& tree) {
  if (!app.navigator.dragged.empty()) {
    if (app.input.take(Key::escape, {})) {
      app.navigator.dragged.clear();
      ImGui::ClearActiveID();  // or the drag would begin again
    } else if (!ImGui::IsMouseDown(0)) {
      drop(app, tree);
    }
    return;
  }
  if (tree.done().what == Done::What::nothing) return;
  const Row& row = tree.rows()[tree.done().row];
  switch (tree.done().what) {
    case Done::What::show:
      return show_row(app, row);
    case Done::What::write:
      return begin_title(*app.session(), row);
    case Done::What::drag:
      app.session()->end_writing();
      app.navigator.dragged = row.id;
      return;
    case Done::What::menu:
      show_row(app, row);
      app.navigator.menu_of = row.key;
      return ImGui::OpenPopup("navigator/menu");
    case Done::What::fold:
      if (app.navigator.folded.erase(row.id) == 0) app.navigator.folded.insert(row.id);
      return;
    default:
      return;
  }
}

// The menu of the row that is shown since it was asked for.
void draw_menu(App& app) {
  const bool of_document = app.navigator.menu_of.starts_with("document/");
  const std::span<const std::string_view> keys =
      of_document ? std::span<const std::string_view>(document_commands) : section_commands;
  std::vector<MenuRow> rows;
  for (const std::string_view key : keys) {
    rows.push_back(key.empty() ? MenuRow{} : menu_row(app, *find_command(key), "navigator/"));
  }
  if (!ImGui::IsPopupOpen("navigator/menu")) app.navigator.menu_of.clear();
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
  ImGui::SetCursorScreenPos({area.from.x + theme.px(8), area.from.y + theme.px(2)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("navigator", {area.width() - theme.px(16), foot - area.from.y - theme.px(8)}, false,
                    ImGuiWindowFlags_NoBackground);
  Tree tree(app, rows_of(app));
  tree.draw();
  scroll_while_dragging(app);
  act(app, tree);
  ImGui::PopStyleVar();
  draw_menu(app);
  // F2 belongs to the selected note or the text; where there is none it is the section's.
  if (!app.has_dialog() && !app.text_field_is_active() && app.session()->section() != nullptr &&
      app.input.take(Key::f2, {})) {
    rename_shown_section(app);
  }
  ImGui::EndChild();
  const PartContext parts{theme, app.parts};
  const Catalog& words = app.catalog();
  const float width = area.width() - theme.px(16);
  std::string label = words.text("command.add_document");
  if (button_width(parts, label, icons::add) > width) label = words.text("navigator.add");
  ImGui::SetCursorScreenPos({area.from.x + theme.px(8), foot});
  if (button(parts, "command.add_document", label, icons::add, ButtonStyle::entry, true, width)) {
    app.run_command("command.add_document");
  }
}

}  // namespace canvasbook
