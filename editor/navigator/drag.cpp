#include "editor/navigator/drag.h"
#include "editor/navigator/state.h"

#include <imgui.h>

#include <algorithm>

namespace canvasbook {

namespace {

using Kind = NavigatorRow::Kind;
using Rows = std::vector<NavigatorRow>;

float middle_of(const NavigatorRow& row) { return (row.top + row.bottom) / 2; }

// Of a document with its sections.
float bottom_of(const Rows& rows, const NavigatorRow& document) {
  float bottom = document.bottom;
  for (const NavigatorRow& row : rows) {
    if (row.document == document.document) bottom = std::max(bottom, row.bottom);
  }
  return bottom;
}

// In front of the first part that the mouse has not passed.
NavigatorDrop drop_of_part(const Rows& rows, float y) {
  NavigatorDrop drop;
  for (const NavigatorRow& row : rows) {
    if (row.kind != Kind::part) continue;
    if (row.part == 0) drop.y = row.top;
    if (middle_of(row) >= y) break;
    drop.position = row.part + 1;
    drop.y = row.bottom;
  }
  return drop;
}

NavigatorDrop drop_of_document(const App& app, const Rows& rows, const NavigatorRow& dragged, float y) {
  NavigatorDrop drop;
  drop.y = rows.front().top - app.theme.px(4);
  for (const NavigatorRow& row : rows) {
    if (row.kind != Kind::document || row.document == dragged.document) continue;
    const float bottom = bottom_of(rows, row);
    if ((row.top + bottom) / 2 >= y) continue;
    drop.y = bottom + app.theme.px(4);
    ++drop.position;
  }
  return drop;
}

// Behind the row that the mouse has passed: a document stands for its beginning, or for its end where it is folded.
std::optional<NavigatorDrop> drop_of_section(const App& app, const Rows& rows, const NavigatorRow& dragged, float y) {
  const NavigatorRow* above = &rows.front();
  for (const NavigatorRow& row : rows) {
    if (row.kind != Kind::part && middle_of(row) < y) above = &row;
  }
  const auto& documents = app.session()->workbook().documents;
  if (above->document != dragged.document && documents[dragged.document]->sections.size() == 1) return std::nullopt;
  NavigatorDrop drop{above->document, 0, above->bottom};
  if (above->kind == Kind::section) drop.position = above->section + 1;
  if (is_folded(app, *above)) drop.position = documents[above->document]->sections.size();
  if (above->document == dragged.document && dragged.section < drop.position) --drop.position;
  return drop;
}

}  // namespace

const NavigatorRow* dragged_row(const App& app, const Rows& rows) {
  if (app.state<NavigatorState>().dragged.empty()) return nullptr;
  const auto row = std::ranges::find_if(
      rows, [&](const NavigatorRow& other) { return id_of(app, other) == app.state<NavigatorState>().dragged; });
  return row == rows.end() ? nullptr : &*row;
}

std::optional<NavigatorDrop> drop_of(const App& app, const Rows& rows) {
  const NavigatorRow* row = dragged_row(app, rows);
  if (row == nullptr) return std::nullopt;
  const float y = ImGui::GetIO().MousePos.y;
  if (row->kind == Kind::part) return drop_of_part(rows, y);
  return row->kind == Kind::section ? drop_of_section(app, rows, *row, y) : drop_of_document(app, rows, *row, y);
}

void drop_dragged_row(App& app, const Rows& rows) {
  const auto place = drop_of(app, rows);
  const NavigatorRow* row = dragged_row(app, rows);
  const std::string id = std::exchange(app.state<NavigatorState>().dragged, {});
  if (!place || row == nullptr) return;
  Session& session = *app.session();
  if (row->kind == Kind::part) return session.move_part(row->part, place->position);
  if (row->kind == Kind::document) return session.move_document(id, place->position);
  session.move_section(id, session.workbook().documents[place->document]->id, place->position);
}

void scroll_while_dragging(const App& app) {
  if (app.state<NavigatorState>().dragged.empty()) return;
  const float y = ImGui::GetIO().MousePos.y;
  const float zone = app.theme.px(24);
  const float step = app.theme.px(6);
  const float top = ImGui::GetWindowPos().y;
  if (y < top + zone) ImGui::SetScrollY(ImGui::GetScrollY() - step);
  if (y > top + ImGui::GetWindowHeight() - zone) ImGui::SetScrollY(ImGui::GetScrollY() + step);
}

}  // namespace canvasbook
